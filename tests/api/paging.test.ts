import pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { fileDocument } from '#rooms/search/server/index.ts';
import { asOwner } from '../support/database.ts';
import { rowsOf, useWorld } from '../support/world.ts';
import { everyPage, programOf, reasons, type Program } from './calling.ts';

const world = useWorld();
const many = 250;
let service: Program;
let coordinator: Program;
let units: string[];

const numbers = Array.from({ length: many }, (_, number) => number);

beforeAll(async () => {
  service = await programOf(world.veurne);
  coordinator = await programOf(world.veurne, 'coordinator');
  units = await world.veurne.inside((tx) => plantUnits(tx, numbers));
  await world.veurne.inside(async (tx) => {
    await plantPeople(tx, numbers);
    await plantTips(tx, numbers);
    await plantProblems(tx, numbers);
    await plantQuestions(tx, numbers);
  });
});

async function plantUnits(tx: Tx, names: readonly (number | string)[]): Promise<string[]> {
  const rows = names.map((name) => ({ id: newId(), name: `Dienst ${name}` }));
  await tx.insertInto('unit').values(rows).execute();
  return rows.map(({ id }) => id);
}

async function plantPeople(tx: Tx, names: readonly (number | string)[]): Promise<void> {
  const employer = await tx.selectFrom('employer').select('id').executeTakeFirstOrThrow();
  const rows = names.map((name) => ({ id: newId(), first_name: 'Jan', last_name: `Peeters ${name}` }));
  await tx.insertInto('person').values(rows).execute();
  const jobs = rows.map(({ id }) => ({ id: newId(), person_id: id, number: id, employer_id: employer.id }));
  await tx
    .insertInto('appointment')
    .values(jobs.map((job) => ({ ...job, unit_id: units[0]! })))
    .execute();
}

async function plantTips(tx: Tx, names: readonly (number | string)[]): Promise<void> {
  const text = { body: 'Zo.', theme: 'ai', status: 'published', made_at: tx.now, changed_at: tx.now };
  const rows = names.map((name) => ({
    ...text,
    id: newId(),
    title: `Tip ${name}`,
    external_id: `x-${name}`,
  }));
  await tx.insertInto('tip').values(rows).execute();
  for (const { id, title, body } of rows.slice(0, 60))
    await fileDocument(tx, { kind: 'tip', subjectId: id, title: `${title} zonnewijzer`, body });
}

async function plantProblems(tx: Tx, names: readonly (number | string)[]): Promise<void> {
  const row = { theme: 'other', published_by: world.veurne.personId('ann'), published_at: tx.now };
  const rows = names.map((name) => ({ ...row, id: newId(), line: `Iets ${name} is stuk.` }));
  await tx.insertInto('known_problem').values(rows).execute();
}

/** One of Mia in each of the units, three of them at each moment, none in anybody's hands. */
async function plantQuestions(tx: Tx, places: readonly number[]): Promise<void> {
  const rows = places.map((place) => {
    const at = new Date(tx.now.getTime() - Math.floor(place / 3) * 1000);
    return {
      ...{ id: newId(), unit_id: units[place % many]!, theme: 'ai', channel: 'api', state: 'answered' },
      ...{
        title: `Vraag ${place}`,
        body: `Vraag ${place}`,
        asked_at: at,
        changed_at: at,
        round_started_at: at,
      },
    };
  });
  await tx.insertInto('question').values(rows).execute();
  const asked = rows.map(({ id }) => ({ question_id: id, person_id: world.veurne.personId('mia') }));
  await tx.insertInto('question_asker').values(asked).execute();
}

type Item = Record<string, unknown>;
const count = (items: Item[], key: string) => new Set(items.map((item) => item[key])).size;

/** Whatever was there at the start is met once, although something is added after each page. */
async function meetsAll(
  program: Program,
  path: string,
  key: string,
  add: (tx: Tx, name: string) => Promise<unknown>,
) {
  const { body } = await program('GET', `${path}${path.includes('?') ? '&' : '?'}limit=1`);
  expect(body.nextCursor).toEqual(expect.any(String));
  const before = (await everyPage(program, path, { limit: 100 })).items;
  expect(before.length).toBeGreaterThanOrEqual(many);
  let added = 0;
  const between = () => world.veurne.inside((tx) => add(tx, `erbij ${path} ${added++}`));
  const { items, pages } = await everyPage(program, path, { limit: 37, between });
  expect(pages).toBeGreaterThan(6);
  expect(added).toBe(pages);
  expect(count(items, key)).toBe(items.length);
  const met = new Set(items.map((item) => item[key]));
  expect(before.filter((item) => !met.has(item[key]))).toEqual([]);
}

describe('250 rows, while others come', () => {
  const onBehalfOf = () => `onBehalfOf=${world.veurne.personId('mia')}`;

  it('of people', () => meetsAll(service, '/people', 'id', (tx, name) => plantPeople(tx, [name])));

  it('of tips', () => meetsAll(service, '/tips?category=ai', 'id', (tx, name) => plantTips(tx, [name])));

  it('of known problems', () =>
    meetsAll(service, '/problems', 'id', (tx, name) => plantProblems(tx, [name])));

  it('of questions, several at one moment', () =>
    meetsAll(service, `/questions?${onBehalfOf()}`, 'id', (tx) => plantQuestions(tx, [0])));

  it('of questions in short, whose pages tell no id', async () => {
    // Asked once in each unit, so that the name of a unit tells them apart.
    await asOwner(`delete from question_asker where question_id in
      (select id from question where id not in (select distinct on (unit_id) id from question order by unit_id, id))`);
    await asOwner(`delete from question where id not in (select question_id from question_asker)`);
    await meetsAll(coordinator, '/questions?category=ai', 'unit', async (tx, name) => {
      units.push(...(await plantUnits(tx, [name])));
      const [at, id] = [tx.now, newId()];
      const row = { id, unit_id: units.at(-1)!, theme: 'ai', channel: 'api', state: 'answered' };
      const moments = { asked_at: at, changed_at: at, round_started_at: at };
      await tx
        .insertInto('question')
        .values({ ...row, ...moments, title: name, body: name })
        .execute();
      const asked = { question_id: id, person_id: world.veurne.personId('mia') };
      await tx.insertInto('question_asker').values(asked).execute();
    });
    const ids = (await rowsOf('question')).map(({ id }) => String(id));
    const { body } = await coordinator('GET', '/questions?limit=5');
    const seen = `${JSON.stringify(body)} ${atob(String(body.nextCursor).replaceAll('-', '+').replaceAll('_', '/'))}`;
    expect(ids.filter((id) => seen.includes(id) || seen.includes(btoa(id)))).toEqual([]);
    const other = await programOf(world.koksijde, 'coordinator');
    expect((await other('GET', '/questions')).body).toEqual({ items: [], nextCursor: null });
  });

  it('of units', () => meetsAll(service, '/units', 'id', (tx, name) => plantUnits(tx, [name])));
});

describe('a page', () => {
  it('goes on where it was, although its last row is out of sight by then', async () => {
    const path = `/questions?onBehalfOf=${world.veurne.personId('omer')}`;
    const omer = { person_id: world.veurne.personId('omer') };
    await world.veurne.inside(async (tx) => {
      const some = await tx.selectFrom('question').select('id').limit(9).execute();
      await tx
        .updateTable('question_asker')
        .set(omer)
        .where(
          'question_id',
          'in',
          some.map(({ id }) => id),
        )
        .execute();
    });
    const all = (await everyPage(service, path, { limit: 100 })).items.map(({ id }) => id);
    const first = await service('GET', `${path}&limit=4`);
    await asOwner('update question_asker set person_id = $2 where question_id = $1', [
      all[3],
      world.veurne.personId('karel'),
    ]);
    const rest = await service('GET', `${path}&limit=100&cursor=${String(first.body.nextCursor)}`);
    expect((rest.body.items as Item[]).map(({ id }) => id)).toEqual(all.slice(4));
  });

  it('begins after a cursor of its own list only', async () => {
    const mia = `onBehalfOf=${world.veurne.personId('mia')}`;
    const tips = String((await service('GET', '/tips?limit=1')).body.nextCursor);
    for (const path of [`/questions?${mia}&cursor=${tips}`, '/people?cursor=bm9uZQ', '/units?cursor=bm9uZQ'])
      expect(reasons(await service('GET', path))).toEqual({ cursor: 'is not a nextCursor of this list' });
  });
});

describe('a page of many rows', () => {
  afterEach(() => vi.restoreAllMocks());

  /** How often the database is asked for one answer. */
  async function queriesFor(program: Program, path: string): Promise<number> {
    const spy = vi.spyOn(pg.Client.prototype, 'query');
    const { status, body } = await program('GET', path);
    const queries = spy.mock.calls.length;
    spy.mockRestore();
    expect(status).toBe(200);
    expect(((body.items ?? body.results) as unknown[]).length).toBe(Number(/limit=(\d+)/.exec(path)![1]));
    return queries;
  }

  const lists = ['/people', '/units', '/problems', '/tips', '/search?q=zonnewijzer', '/questions?'];

  it.each(lists)('of %s is read in as many queries as one of few', async (list) => {
    const base = list.includes('questions') ? `${list}onBehalfOf=${world.veurne.personId('mia')}` : list;
    const limited = (limit: number) => `${base}${base.includes('?') ? '&' : '?'}limit=${limit}`;
    await queriesFor(service, limited(2));
    const few = await queriesFor(service, limited(2));
    expect(await queriesFor(service, limited(50))).toBe(few);
    expect(few).toBeLessThan(20);
  });

  it('of questions in short too', async () => {
    const few = await queriesFor(coordinator, '/questions?limit=2');
    expect(await queriesFor(coordinator, '/questions?limit=50')).toBe(few);
  });
});
