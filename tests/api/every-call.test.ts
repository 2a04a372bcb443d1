import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/ids.ts';
import { askQuestion, publishProblem } from '#rooms/helpline/server/index.ts';
import { writeTip } from '#rooms/tips/server/index.ts';
import { calls, type Call } from '../../src/routes/api/v1/calls.ts';
import { examples } from '../../src/routes/api/v1/examples.ts';
import { asOwner } from '../support/database.ts';
import { rowsOf, useWorld } from '../support/world.ts';
import { call as callAt, programOf, type Ask, type Program } from './calling.ts';

// Each call of the list sends its own example, as it stands in openapi.json: the town is made to fit the examples, and
// only the ids of what was made just before are put in their place.

const world = useWorld();
let service: Program;
const list = Object.entries<Call>(calls);
const posts = list.filter(([, { method }]) => method === 'POST');

beforeAll(async () => {
  service = await programOf(world.veurne);
  const named = 'update person set first_name = $2, last_name = $3, email = $4 where id = $1';
  await asOwner(named, [world.veurne.personId('mia'), 'An', 'Peeters', 'an.peeters@example.org']);
  await asOwner(named, [world.veurne.personId('ann'), 'Bram', 'Claes', 'bram.claes@example.org']);
  const renamed = 'update unit set name = $2 where id = $1';
  await asOwner(renamed, [world.veurne.unitId('Burgerzaken'), 'Civil affairs']);
  await writeTip(await world.veurne.as('cora'), { ...examples.newTip, theme: 'files', ...published });
  await problem();
});

const published = { externalId: null, status: 'published', level: 'start' } as const;
const problem = async () =>
  publishProblem(await world.veurne.as('cora'), { line: examples.knownProblem.line, theme: 'printing' });

async function question(isAnswered = false): Promise<string> {
  // Whoever has too much already is passed by.
  await asOwner(
    `update question set state = 'closed', waits_until = null, closed_at = now() where state <> 'closed'`,
  );
  const asker = await world.veurne.as('mia');
  const id = await askQuestion(asker, { body: examples.question.title, theme: 'files', key: '' });
  if (isAnswered) await service('POST', `/questions/${id}/messages`, { body: examples.newMessage });
  return id;
}

/** The path of a call, to something that it is about. */
async function pathOf({ path }: Call): Promise<string> {
  if (path.startsWith('/problems/')) return path.replace('{id}', await problem());
  if (path.startsWith('/questions/')) return path.replace('{id}', await question(path.endsWith('/close')));
  if (!path.startsWith('/tips/')) return path;
  const tip = { ...examples.newTip, theme: 'files', ...published } as const;
  return path.replace('{id}', (await writeTip(await world.veurne.as('ann'), tip)).id);
}

/** The example as it is sent: with the ids of this town. */
function sent(example: unknown): string {
  const ids = {
    [examples.person.unitId]: world.veurne.unitId('Burgerzaken'),
    [examples.person.id]: world.veurne.personId('lies'),
  };
  const text = typeof example === 'string' ? example : JSON.stringify(example);
  return Object.entries(ids).reduce((whole, [from, to]) => whole.replaceAll(from, to), text);
}

async function send(program: Program, call: Call, ask: Ask = {}) {
  const path = `${ask.path ?? (await pathOf(call))}${sent(call.examples.query ?? '')}`;
  return program(call.method, path, {
    ...ask,
    body: call.body ? (ask.body ?? sent(call.examples.body)) : undefined,
  });
}

/** The names of all members, however deep; of a list those of its first item. */
function members(value: unknown, other: unknown, at = ''): string[] {
  if (Array.isArray(value) && Array.isArray(other))
    return value.length > 0 && other.length > 0 ? members(value[0], other[0], `${at}[]`) : [];
  if (!isObject(value) || !isObject(other)) return [];
  return Object.keys(value)
    .toSorted()
    .flatMap((key) => [`${at}.${key}`, ...members(value[key], other[key], `${at}.${key}`)]);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

describe('the example', () => {
  it.each(list)('of %s is answered as it is written', async (_name, call) => {
    const answer = await send(service, call);
    const schema = call.answers[answer.status as 200 | 201];
    expect([answer.status, answer.text]).toEqual([schema && answer.status, expect.any(String)]);
    const parsed = v.parse(schema!, answer.body);
    expect(answer.body).toEqual(parsed);
    const { answer: example } = call.examples;
    expect(members(answer.body, example)).toEqual(members(example, answer.body));
  });
});

describe('every call', () => {
  const refused = ({ body, status }: Awaited<ReturnType<Program>>) => ({ ...body, status, instance: '' });

  it.each(list)('%s is closed to whoever has no token of this organisation', async (_name, call) => {
    const path = `${await pathOf(call)}${sent(call.examples.query ?? '')}`;
    const elsewhere = await programOf(world.koksijde);
    const body = call.body ? sent(call.examples.body) : undefined;
    const without = await callAt(call.method, `/api/v1/veurne${path}`, { body });
    const foreign = await elsewhere(call.method, path, { body, organisation: 'veurne' });
    expect(refused(without)).toMatchObject({ status: 401 });
    expect(refused(foreign)).toEqual(refused(without));
  });

  it.each(list)('%s is not for a token of mail', async (name, call) => {
    const mail = await programOf(world.veurne, 'mail');
    const { status } = await send(mail, call);
    // It asks for somebody to act for first: its example names nobody.
    expect(status).toBe(name === 'writeTip' ? 422 : 403);
  });

  it.each(list.filter(([, { path }]) => path.includes('{id}')))(
    '%s says the same of an id of elsewhere, of none, and of what is no id',
    async (_name, call) => {
      const elsewhere = await programOf(world.koksijde);
      const there = await pathOf(call);
      // Somebody who may, if only it were there.
      const one = { onBehalfOf: world.koksijde.personId(call.path.endsWith('/end') ? 'ann' : 'mia') };
      const body = call.body
        ? { ...(JSON.parse(sent(call.examples.body)) as object), ...one, ...toThere(call) }
        : undefined;
      const query = call.body ? '' : `?onBehalfOf=${one.onBehalfOf}`;
      const foreign = await elsewhere(call.method, there + query, { body });
      const unknown = await send(service, call, { path: call.path.replace('{id}', newId()) });
      const noId = await send(service, call, { path: call.path.replace('{id}', 'nonsense') });
      expect(refused(foreign)).toMatchObject({ status: 404 });
      expect([refused(unknown), refused(noId)]).toEqual([refused(foreign), refused(foreign)]);
    },
  );

  const toThere = ({ path }: Call) => (path.endsWith('/give') ? { to: world.koksijde.personId('lies') } : {});

  it.each(posts)('%s refuses what is no JSON, no object, and somebody of elsewhere', async (_name, call) => {
    const path = await pathOf(call);
    expect((await send(service, call, { path, body: '{' })).status).toBe(400);
    expect((await send(service, call, { path, body: '"text"' })).status).toBe(422);
    const example = JSON.parse(sent(call.examples.body)) as object;
    for (const onBehalfOf of [world.koksijde.personId('mia'), 'niemand@example.org', 3, '']) {
      const { status, text } = await send(service, call, { path, body: { ...example, onBehalfOf } });
      expect([status, text]).toEqual([422, expect.stringContaining('onBehalfOf')]);
    }
  });

  it.each(posts)('%s is done once for a key, and answered to the letter', async (name, call) => {
    const path = await pathOf(call);
    const headers = { 'idempotency-key': `once ${name}` };
    const first = await send(service, call, { path, headers });
    expect([200, 201]).toContain(first.status);
    const tables = ['question', 'question_message', 'tip', 'known_problem', 'activity'];
    const everything = () => Promise.all(tables.map((table) => rowsOf(table)));
    const before = await everything();
    const again = await send(service, call, { path, headers });
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers.get('idempotent-replay')).toBe('true');
    expect(await everything()).toEqual(before);
    const other = {
      ...(JSON.parse(sent(call.examples.body)) as object),
      onBehalfOf: world.veurne.personId('omer'),
    };
    const misused = await send(service, call, { path, headers, body: other });
    expect([misused.status, misused.text]).toEqual([422, expect.stringContaining('Idempotency-Key')]);
  });
});

describe('under cover', () => {
  it('is in no answer of any call, whomever it acts for', async () => {
    const asker = await world.veurne.as('karel');
    const covered = await askQuestion(asker, {
      ...{ body: 'Ik schaam mij voor mijn zonnewijzer.', theme: 'ai', key: '' },
      ...{ way: 'cover', coachId: world.veurne.personId('lies') },
    });
    const reads = list.filter(([, { method, path }]) => method === 'GET' && !path.includes('{id}'));
    for (const role of ['service', 'coordinator', 'admin', 'director', 'coach'] as const) {
      const program = await programOf(world.veurne, role);
      for (const [, { path }] of reads)
        for (const name of [null, 'karel', 'lies', 'cora'] as const) {
          const query = new URLSearchParams({ limit: '100', q: 'zonnewijzer schaam', kind: 'all,problems' });
          query.set('unit', path === '/coverage' ? world.veurne.unitId('Bibliotheek') : '');
          if (name) query.set('onBehalfOf', world.veurne.personId(name));
          const { text } = await program('GET', `${path}?${query}`);
          expect(text).not.toMatch(new RegExp(`${covered}|zonnewijzer`));
          if (path === '/questions') expect(text).not.toContain('"category":"ai"');
        }
    }
  });
});
