import { beforeAll, describe, expect, it } from 'vitest';
import { publishProblem } from '#rooms/helpline/server/index.ts';
import { results } from '../../src/routes/api/v1/shapes/search.ts';
import * as shapes from '../../src/routes/api/v1/shapes/tips.ts';
import { asOwner } from '../support/database.ts';
import { rowsOf, useWorld } from '../support/world.ts';
import { programOf, read, reasons } from './calling.ts';

const world = useWorld();
let service: Awaited<ReturnType<typeof programOf>>;
beforeAll(async () => {
  service = await programOf(world.veurne);
});

const tip = {
  title: 'Een scan naar je eigen mailbox',
  body: 'Kies op de kopieermachine Scannen en dan je naam.',
  category: 'printing',
  status: 'published',
};
const post = (more: Record<string, unknown> = {}) => service('POST', '/tips', { body: { ...tip, ...more } });
const list = async (query: string) => read(shapes.pageOfTips, await service('GET', `/tips${query}`));

describe('a tip', () => {
  it('is written by a token alone, or for a person', async () => {
    const made = await post();
    expect(made.status).toBe(201);
    expect(read(shapes.tip, made)).toMatchObject({ ...tip, externalId: null });
    const signed = await post({ onBehalfOf: world.veurne.personId('ann') });
    const authors = await rowsOf('tip', `id in ('${made.body.id}', '${signed.body.id}') order by id`);
    expect(authors).toMatchObject([{ author_id: null }, { author_id: world.veurne.personId('ann') }]);
    const other = await programOf(world.veurne, 'employee');
    expect(reasons(await other('POST', '/tips', { body: tip }))).toHaveProperty('onBehalfOf');
    const draft = await other('POST', '/tips', {
      body: { ...tip, onBehalfOf: world.veurne.personId('mia') },
    });
    expect(draft).toMatchObject({ status: 201, body: { status: 'draft' } });
  });

  it('with an external id that is known is brought up to date', async () => {
    const first = await post({ externalId: 'kb-1' });
    const second = await post({ externalId: 'kb-1', title: 'Scannen naar je mailbox', status: 'expired' });
    expect([first.status, second.status, second.body.id]).toEqual([201, 200, first.body.id]);
    expect(second.body).toMatchObject({ title: 'Scannen naar je mailbox', status: 'expired' });
    const there = await (
      await programOf(world.koksijde)
    )('POST', '/tips', { body: { ...tip, externalId: 'kb-1' } });
    expect(there.status).toBe(201);
  });

  it('that comes twice at once is one tip', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post({ externalId: 'kb-race' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(await rowsOf('tip', `external_id = 'kb-race'`)).toHaveLength(1);
  });

  it('says what cannot be used, and forgives what a database would not', async () => {
    expect(reasons(await post({ title: '', category: 'none', status: 'gone' }))).toMatchObject({
      title: 'must not be empty',
      category: expect.stringContaining('must be one of'),
      status: 'must be one of draft, reviewed, published, to_review, expired',
    });
    const odd = await post({ title: 'nul \u0000 en half \ud800', externalId: 'o\u0000d' });
    expect(odd).toMatchObject({ status: 201, body: { title: 'nul  en half \ufffd', externalId: 'od' } });
  });

  it('says what it is about, which stays until something else is said', async () => {
    const about = {
      ...{ application: 'Xerox', applicationVersion: '7', level: 'alone', reviewOn: '2027-03-01' },
      unit: world.veurne.unitId('Bibliotheek'),
      links: [{ title: '', address: 'https://example.org/scan' }],
    };
    const made = read(shapes.tip, await post({ externalId: 'about', ...about }));
    const link = { title: 'https://example.org/scan', address: 'https://example.org/scan' };
    expect(made).toMatchObject({ ...about, links: [link], version: 1, worksFor: 0 });
    const again = await post({ externalId: 'about', body: 'Anders.', application: null });
    expect(read(shapes.tip, again)).toMatchObject({
      ...{ ...about, reviewOn: '2027-11-23', application: null, links: [link], version: 2 },
    });
    expect((await post({ externalId: 'about', links: [] })).body.links).toEqual([]);
    expect((await list('?level=alone&application=Xerox')).items).toEqual([]);
    expect((await list('?level=alone')).items).toMatchObject([{ externalId: 'about' }]);
  });

  it('refuses what it is about when that is not there', async () => {
    const refused = async (more: Record<string, unknown>) => reasons(await post(more));
    expect(await refused({ unit: world.koksijde.unitId('ICT') })).toEqual({
      unit: 'is not a unit of this organisation',
    });
    expect(await refused({ reviewOn: '2026-11-23' })).toEqual({ reviewOn: 'must be a day to come' });
    expect(await refused({ reviewOn: 'soon' })).toEqual({ reviewOn: 'must be a day, as in 2026-11-23' });
    for (const address of ['http://example.org', 'javascript:alert(1)', 'https://a:b@example.org'])
      expect(Object.keys(await refused({ links: [{ address }] }))).toEqual(['links.0.address']);
    expect(await refused({ links: Array(4).fill({ address: 'https://example.org' }) })).toEqual({
      links: 'must have at most 3 links',
    });
  });

  it('may not be written by a token of mail', async () => {
    const mail = await programOf(world.veurne, 'mail');
    const answer = await mail('POST', '/tips', {
      body: { ...tip, onBehalfOf: world.veurne.personId('ann') },
    });
    expect(answer.status).toBe(403);
  });
});

describe('that a tip works', () => {
  const says = (id: unknown, name: 'mia' | 'ann' | 'omer', more: Record<string, unknown> = {}) =>
    service('POST', `/tips/${String(id)}/works-for`, {
      body: { onBehalfOf: world.veurne.personId(name), ...more },
    });

  it('is said once a person, and taken back', async () => {
    const { body } = await post({ onBehalfOf: world.veurne.personId('ann') });
    const said = await says(body.id, 'mia');
    expect([said.status, read(shapes.tip, said).worksFor]).toEqual([200, 1]);
    expect((await says(body.id, 'mia')).body.worksFor).toBe(1);
    expect((await says(body.id, 'omer')).body.worksFor).toBe(2);
    expect((await says(body.id, 'mia', { works: false })).body.worksFor).toBe(1);
    expect((await says(body.id, 'ann')).status).toBe(403);
    expect(reasons(await says(body.id, 'omer', { works: 'yes' }))).toEqual({
      works: 'must be true or false',
    });
    expect(reasons(await service('POST', `/tips/${String(body.id)}/works-for`, { body: {} }))).toEqual({
      onBehalfOf: 'is required',
    });
  });

  it('is said of what they may read', async () => {
    const [draft, there] = [await post({ status: 'draft' }), await programOf(world.koksijde)];
    const { body } = await post();
    const refusals = [
      await says(draft.body.id, 'mia'),
      await says('01977a2e-5f00-7c3a-9d41-3b6f2a9c1e07', 'mia'),
      await there('POST', `/tips/${String(body.id)}/works-for`, {
        body: { onBehalfOf: world.koksijde.personId('mia') },
      }),
    ].map(({ status, body: said }) => ({ ...said, status, instance: '' }));
    expect(refusals).toEqual(refusals.map(() => ({ ...refusals[0], status: 404 })));
  });
});

describe('one tip', () => {
  const one = (id: unknown, query = '') => service('GET', `/tips/${String(id)}${query}`);

  it('is read by a token, or for somebody, who may see it', async () => {
    const [open, draft] = [
      await post(),
      await post({ status: 'draft', onBehalfOf: world.veurne.personId('ann') }),
    ];
    expect(read(shapes.tip, await one(open.body.id))).toEqual(open.body);
    expect((await one(open.body.id, `?onBehalfOf=${world.veurne.personId('mia')}`)).body).toEqual(open.body);
    expect((await one(draft.body.id)).status).toBe(200);
    expect((await one(draft.body.id, `?onBehalfOf=${world.veurne.personId('ann')}`)).status).toBe(200);
    expect((await one(draft.body.id, `?onBehalfOf=${world.veurne.personId('mia')}`)).status).toBe(404);
    const elsewhere = await programOf(world.koksijde);
    for (const { body } of [open, draft])
      expect((await elsewhere('GET', `/tips/${String(body.id)}`)).status).toBe(404);
    expect(
      (await (await programOf(world.veurne, 'mail'))('GET', `/tips/${String(open.body.id)}`)).status,
    ).toBe(403);
  });
});

describe('the list', () => {
  it('is found by category, status and external id, page by page', async () => {
    for (let number = 0; number < 5; number++)
      await post({
        externalId: `list-${number}`,
        category: 'ai',
        status: number === 4 ? 'draft' : 'published',
      });
    expect((await list('?category=ai')).items).toHaveLength(5);
    expect((await list('?category=ai&status=draft')).items).toHaveLength(1);
    expect((await list('?externalId=list-3')).items).toMatchObject([{ externalId: 'list-3' }]);
    const first = await list('?category=ai&limit=3');
    const rest = await list(`?category=ai&limit=3&cursor=${first.nextCursor}`);
    expect(rest.nextCursor).toBeNull();
    expect([...first.items, ...rest.items].map(({ externalId }) => externalId)).toEqual(
      [4, 3, 2, 1, 0].map((number) => `list-${number}`),
    );
  });

  it('shows a token that checks nothing only what is published', async () => {
    const mia = world.veurne.personId('mia');
    const employee = await programOf(world.veurne, 'employee');
    const { items } = read(shapes.pageOfTips, await employee('GET', `/tips?onBehalfOf=${mia}&limit=100`));
    expect(items.length).toBeGreaterThan(0);
    const foreign = await rowsOf(
      'tip',
      `author_id is distinct from '${mia}' and status not in ('published', 'to_review')`,
    );
    expect(items.map(({ id }) => id)).not.toEqual(
      expect.arrayContaining(foreign.slice(0, 1).map(({ id }) => id)),
    );
    const there = await (await programOf(world.brugge))('GET', '/tips');
    expect(there.body).toEqual({ items: [], nextCursor: null });
  });
});

describe('searching', () => {
  const find = async (query: string) => read(results, await service('GET', `/search?${query}`)).results;

  it('finds what is published, with its external id and why', async () => {
    await asOwner('delete from search_document');
    const { body } = await post({
      externalId: 'zoek',
      title: 'Je handtekening in Outlook',
      body: 'Open Opties.',
    });
    await post({ title: 'Handtekening, nog niet nagekeken', status: 'draft' });
    const [hit, ...more] = await find('q=handtekening+outlook');
    expect(hit).toMatchObject({
      kind: 'tip',
      id: body.id,
      externalId: 'zoek',
      title: 'Je handtekening in Outlook',
    });
    expect(hit!.why).toContain('handtekening');
    expect(more).toEqual([]);
    expect(await find('q=handtekening&kind=tips')).toHaveLength(1);
    expect(await find('q=handtekening&kind=answers')).toEqual([]);
    expect(await find('q=handtekening&kind=all&limit=1')).toHaveLength(1);
    const there = await (await programOf(world.koksijde))('GET', '/search?q=handtekening');
    expect(there.body).toEqual({ results: [] });
  });

  it('finds known problems by name only, alone or with others', async () => {
    const id = await publishProblem(await world.veurne.as('ann'), {
      ...{ line: 'De plotter van de technische dienst is stuk.', theme: 'printing' },
    });
    await post({ externalId: 'plot', title: 'De plotter bijvullen', body: 'Open de klep van de plotter.' });
    expect(await find('q=plotter&kind=problems')).toMatchObject([{ kind: 'problem', id, externalId: null }]);
    const both = await find('q=plotter&kind=tips,problems');
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['problem', 'tip']);
    expect((await find('q=plotter')).map(({ kind }) => kind)).toEqual(['tip']);
    for (const kind of ['problem', 'tips,', 'tips,people', ',', 'questions'])
      expect(reasons(await service('GET', `/search?q=x&kind=${kind}`)).kind).toContain('one or more of');
    const there = await programOf(world.koksijde);
    expect((await there('GET', '/search?q=plotter&kind=problems')).body).toEqual({ results: [] });
  });

  it('asks for words, and stands whatever they are', async () => {
    expect(reasons(await service('GET', '/search?q='))).toEqual({ q: 'is required' });
    expect(reasons(await service('GET', '/search?q=x&kind=people'))).toHaveProperty('kind');
    for (const odd of ['%25', '%00', "'%22;--", '%F0%9F%92%A9', '%ED%A0%80', 'x'.repeat(4000), '...'])
      expect([200, 422]).toContain((await service('GET', `/search?q=${odd}`)).status);
  });
});
