import { expect, test } from '../support/journey.ts';

// A program of the organisation, over the wire: with a token made beside the running installation it asks for
// somebody, brings in a tip, finds it, and is refused in the same words wherever it has nothing to do.

const asker = 'karim.feys@veurne.example';
const api = '/api/v1/veurne';

test('a program asks for somebody, brings in a tip and finds it', async ({ installation, request }) => {
  const printed = await installation.command('token', '--organisation', 'veurne', '--role', 'service');
  const headers = { authorization: `Bearer ${printed.trim().split('\n').at(-1)}`, 'idempotency-key': 'once' };

  const post = { headers, data: { body: 'Hoe dempt de telefoon van het loket?', onBehalfOf: asker } };
  const asked = await request.post(`${api}/questions`, post);
  expect(asked.status()).toBe(201);
  const again = await request.post(`${api}/questions`, post);
  expect(again.headers()['idempotent-replay']).toBe('true');
  expect(await again.text()).toBe(await asked.text());

  const place = asked.headers()['location']!;
  const read = await request.get(place, { headers, params: { onBehalfOf: asker } });
  expect(await read.json()).toMatchObject({ unit: 'Burgerzaken', state: 'waiting', isMine: true });

  const tip = { title: 'De baliefoon dempen', body: 'Druk op M.', externalId: 'kb-7', status: 'published' };
  const other = { ...headers, 'idempotency-key': 'tip' };
  expect((await request.post(`${api}/tips`, { headers: other, data: tip })).status()).toBe(201);
  const { results } = await (await request.get(`${api}/search?q=baliefoon&kind=tips`, { headers })).json();
  expect(results).toMatchObject([{ kind: 'tip', externalId: 'kb-7', title: tip.title }]);
});

test('a token that was ended opens nothing any more', async ({ installation, request }) => {
  const made = await installation.command('token', '--organisation', 'veurne', '--role', 'service');
  const token = made.trim().split('\n').at(-1)!;
  const ask = () => request.get(`${api}/units`, { headers: { authorization: `Bearer ${token}` } });
  expect((await ask()).status()).toBe(200);
  await installation.command('token', 'end', token, '--organisation', 'veurne');
  expect((await ask()).status()).toBe(401);
  const listed = await installation.command('token', 'list', '--organisation', 'veurne');
  expect(listed).toMatch(/service\s.*ingetrokken op \d{4}-/);
  expect(listed).not.toContain(token);
});

test('a program helps for a coach, from the chain of the unit to the closing', async ({
  installation,
  request,
}) => {
  const printed = await installation.command('token', '--organisation', 'veurne', '--role', 'service');
  const headers = { authorization: `Bearer ${printed.trim().split('\n').at(-1)}` };
  const all = { headers, params: { limit: '100' } };
  const units = (await (await request.get(`${api}/units`, all)).json()).items as {
    id: string;
    name: string;
  }[];
  const unit = units.find(({ name }) => name === 'Burgerzaken')!.id;
  const chain = await (await request.get(`${api}/coverage`, { headers, params: { unit } })).json();
  const ask = { headers, data: { body: 'Waar staat de lader van het loket?', onBehalfOf: asker } };
  const asked = await request.post(`${api}/questions`, ask);
  const place = asked.headers()['location']!;
  const helper = chain.helpers[0] as { id: string; firstName: string; lastName: string };
  expect((await asked.json()).helper).toBe(`${helper.firstName} ${helper.lastName}`);

  const data = { onBehalfOf: helper.id };
  const claimed = await request.post(`${place}/claim`, { headers, data });
  expect(await claimed.json()).toMatchObject({ state: 'claimed' });
  const note = { ...data, kind: 'note', body: 'Niet de grijze.' };
  expect((await request.post(`${place}/messages`, { headers, data: note })).status()).toBe(201);
  await request.post(`${place}/messages`, { headers, data: { ...data, body: 'In de linkse lade.' } });
  const closed = await request.post(`${place}/close`, {
    headers,
    data: { onBehalfOf: asker, helped: true, alone: true },
  });
  expect(await closed.json()).toMatchObject({ state: 'closed', notes: [], messages: [{ kind: 'answer' }] });
});

test('without a token nobody learns anything', async ({ request }) => {
  const answers = await Promise.all(
    ['veurne', 'kortrijk', 'nergens', '%00'].map((name) => request.get(`/api/v1/${name}/tips`)),
  );
  for (const answer of answers) {
    expect(answer.status()).toBe(401);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
    expect(answer.headers()['access-control-allow-origin']).toBeUndefined();
    expect({ ...(await answer.json()), instance: '' }).toEqual({
      ...(await answers[0]!.json()),
      instance: '',
    });
  }
  const strange = await request.get('/api/vragen');
  expect([strange.status(), strange.headers()['content-type']]).toEqual([404, 'application/problem+json']);
});

test('how it is doing, and what can be asked, is open to everybody', async ({ request }) => {
  await expect
    .poll(async () => (await request.get('/health')).json())
    .toMatchObject({ database: 'up', worker: 'up', version: expect.any(String) });
  expect(await (await request.get('/api/v1/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
});
