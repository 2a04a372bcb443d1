import { beforeAll, describe, expect, it } from 'vitest';
import { problemType } from '#platform/problem.ts';
import { asOwner } from '../support/database.ts';
import { rowsOf, useWorld } from '../support/world.ts';
import { call, programOf, reasons } from './calling.ts';

const world = useWorld();
let service: Awaited<ReturnType<typeof programOf>>;
beforeAll(async () => {
  service = await programOf(world.veurne);
});

const tip = { title: 'Een tip', body: 'Zo.', status: 'published' };
const keyed = (key: string, body: unknown = tip) =>
  service('POST', '/tips', { body, headers: { 'idempotency-key': key } });

describe('a refusal', () => {
  it('for want of a token is the same whether the organisation is there or not', async () => {
    const answers = await Promise.all([
      call('GET', '/api/v1/veurne/tips', {}),
      call('GET', '/api/v1/nergens/tips', {}),
      call('POST', '/api/v1/veurne/tips', { body: 'no JSON at all' }),
      call('GET', '/api/v1/veurne/tips', { headers: { cookie: 'trekkracht.session_token=x' } }),
      service('GET', '/tips', { organisation: 'nergens' }),
      service('GET', '/tips', { organisation: 'koksijde' }),
      service('GET', '/tips', { organisation: world.koksijde.id }),
      service('GET', '/questions/x?onBehalfOf=x', { organisation: 'koksijde' }),
      service('GET', '/tips', { organisation: '01977a2e-5f00-7c3a-9d41-3b6f2a9c1e07' }),
      service('GET', '/tips', { organisation: '%00' }),
    ]);
    for (const { status, headers, body } of answers) {
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="api"']);
      expect({ ...body, instance: null }).toEqual({ ...answers[0].body, instance: null });
    }
  });

  it('is problem details, and never kept or shared', async () => {
    const { status, headers, body } = await service('GET', '/tips?limit=0');
    expect([status, headers.get('content-type')]).toEqual([422, problemType]);
    expect(body).toMatchObject({ type: 'about:blank', title: 'Unprocessable Content', status: 422 });
    expect(body.instance).toBe('/api/v1/veurne/tips');
    const fine = await service('GET', '/tips');
    for (const one of [headers, fine.headers]) {
      expect(one.get('cache-control')).toBe('private, no-store');
      expect([...one.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('meets a body that cannot be read', async () => {
    const large = JSON.stringify({ ...tip, body: 'x'.repeat(70_000) });
    for (const body of ['', '{', 'x', large, '['.repeat(60_000)])
      expect(await service('POST', '/tips', { body })).toMatchObject({
        status: 400,
        body: { title: 'Bad Request' },
      });
    expect((await service('POST', '/tips', { body: '{"__proto__":{"title":"x"}}' })).status).toBe(422);
  });
});

describe('an old slug', () => {
  it('leads on, for a token of that organisation', async () => {
    await asOwner(
      `insert into address (organisation_id, kind, lookup, subject_id) values ($1, 'old_slug', 'furnes', $1)`,
      [world.veurne.id],
    );
    const answer = await service('GET', '/tips?limit=3', { organisation: 'furnes' });
    expect([answer.status, answer.headers.get('location')]).toEqual([308, '/api/v1/veurne/tips?limit=3']);
    const stranger = await programOf(world.brugge);
    expect((await stranger('GET', '/tips', { organisation: 'furnes' })).status).toBe(401);
  });
});

describe('the same request again', () => {
  it('gets the first answer, to the letter, and makes nothing', async () => {
    const first = await keyed('a');
    const again = await keyed('a', { status: 'published', body: 'Zo.', title: 'Een tip' });
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    expect([first, again].map(({ headers }) => headers.get('idempotent-replay'))).toEqual([null, 'true']);
    expect(await rowsOf('tip', `id = '${first.body.id}'`)).toHaveLength(1);
    expect(reasons(await keyed('a', { ...tip, title: 'Iets anders' }))).toHaveProperty('Idempotency-Key');
  });

  it('of a question leads to the same place', async () => {
    const body = { body: 'Hoe print ik dubbelzijdig?', onBehalfOf: world.veurne.personId('mia') };
    const ask = () => service('POST', '/questions', { body, headers: { 'idempotency-key': 'q' } });
    const [first, again] = [await ask(), await ask()];
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(again.text).toBe(first.text);
    expect(await rowsOf('question', `title = 'Hoe print ik dubbelzijdig?'`)).toHaveLength(1);
    const other = { body: { ...body, body: 'x' }, headers: { 'idempotency-key': 'q' } };
    expect((await service('POST', `/questions/${String(first.body.id)}/messages`, other)).status).toBe(422);
  });

  it('may be sent again after a refusal', async () => {
    expect((await keyed('b', { ...tip, status: 'gone' })).status).toBe(422);
    expect((await keyed('b')).status).toBe(201);
    for (const key of ['x'.repeat(201), 'é'])
      expect(reasons(await keyed(key))).toHaveProperty('Idempotency-Key');
  });
});
