import { beforeAll, describe, expect, it } from 'vitest';
import { askQuestion, endProblem, publishProblem } from '#rooms/helpline/server/index.ts';
import * as shapes from '../../src/routes/api/v1/shapes/problems.ts';
import { rowsOf, useWorld, type Name } from '../support/world.ts';
import { programOf, read, reasons, type Program } from './calling.ts';

const world = useWorld();
let service: Program;
let elsewhere: Program;
beforeAll(async () => {
  service = await programOf(world.veurne);
  elsewhere = await programOf(world.koksijde);
});

const by = (name: Name) => world.veurne.personId(name);
const published = async (line: string) =>
  publishProblem(await world.veurne.as('ann'), { line, theme: 'printing' });
const list = async (query = '') =>
  read(shapes.pageOfProblems, await service('GET', `/problems${query}`)).items;
const meToo = (id: string, onBehalfOf: string = by('mia')) =>
  service('POST', `/problems/${id}/me-too`, { body: { onBehalfOf } });

describe('known problems', () => {
  it('are those that last, the newest first, without who said so', async () => {
    const first = await published('De printer van de eerste verdieping is stuk.');
    const second = await published('De wifi in de raadzaal valt uit.');
    expect((await list()).map(({ id }) => id)).toEqual([second, first]);
    expect((await list('?limit=1')).map(({ id }) => id)).toEqual([second]);
    expect((await service('GET', '/problems')).text).not.toContain(by('ann'));
    await endProblem(await world.veurne.as('ann'), second, { outcome: 'Hij doet het weer.' });
    expect((await list()).map(({ id }) => id)).toEqual([first]);
    expect((await elsewhere('GET', '/problems')).body).toEqual({ items: [], nextCursor: null });
    expect((await (await programOf(world.veurne, 'mail'))('GET', '/problems')).status).toBe(403);
  });

  it('are followed by whoever has it too, once, and only they know', async () => {
    const id = await published('De badgelezer aan de achterdeur doet niets.');
    const said = await meToo(id);
    expect([said.status, read(shapes.knownProblem, said).isFollowed]).toEqual([200, true]);
    expect((await meToo(id)).status).toBe(200);
    expect(await rowsOf('known_problem_follower', `problem_id = '${id}'`)).toHaveLength(1);
    const followed = async (name: Name) =>
      (await list(`?onBehalfOf=${by(name)}`)).find((one) => one.id === id)?.isFollowed;
    expect([await followed('mia'), await followed('omer')]).toEqual([true, false]);
    expect((await list()).find((one) => one.id === id)?.isFollowed).toBe(false);
  });

  it('that are over, elsewhere or nowhere are not followed', async () => {
    const id = await published('Het scherm in de hal is zwart.');
    const foreign = await elsewhere('POST', `/problems/${id}/me-too`, {
      body: { onBehalfOf: world.koksijde.personId('mia') },
    });
    const unknown = await meToo('01977a2e-5f00-7c3a-9d41-3b6f2a9c1e07');
    const said = [foreign, unknown, await meToo('x')].map(({ status, body }) => ({
      ...body,
      status,
      instance: '',
    }));
    expect(said).toEqual(said.map(() => ({ ...said[0], status: 404 })));
    expect(reasons(await service('POST', `/problems/${id}/me-too`, { body: {} }))).toEqual({
      onBehalfOf: 'is required',
    });
    await endProblem(await world.veurne.as('ann'), id, { outcome: 'Vervangen.' });
    expect(await meToo(id)).toMatchObject({
      status: 409,
      body: { reason: 'helpline_problem_ended_already' },
    });
  });

  it('are followed no longer by whoever takes it back', async () => {
    const id = await published('De lift zegt dat hij vol is.');
    await meToo(id);
    const off = { body: { onBehalfOf: by('mia'), has: false } };
    for (let turn = 0; turn < 2; turn++) {
      const said = await service('POST', `/problems/${id}/me-too`, off);
      expect([said.status, read(shapes.knownProblem, said).isFollowed]).toEqual([200, false]);
    }
    expect(await rowsOf('known_problem_follower', `problem_id = '${id}'`)).toEqual([]);
    expect(
      reasons(await service('POST', `/problems/${id}/me-too`, { body: { ...off.body, has: 'no' } })),
    ).toEqual({ has: 'must be true or false' });
  });
});

describe('publishing a known problem', () => {
  const problem = { line: '  De kopieermachine\nstaat stil ', category: 'printing' };
  const publish = (onBehalfOf: string, more: Record<string, unknown> = {}, program = service) =>
    program('POST', '/problems', { body: { ...problem, onBehalfOf, ...more } });
  const end = (id: unknown, onBehalfOf: string, outcome = 'Hij draait weer.', program = service) =>
    program('POST', `/problems/${String(id)}/end`, { body: { outcome, onBehalfOf } });

  it('is for whoever helps, and so is ending it, once', async () => {
    const made = await publish(by('ann'));
    expect(made.status).toBe(201);
    const shown = read(shapes.knownProblem, made);
    expect(shown).toMatchObject({ line: 'De kopieermachine staat stil', endedAt: null, outcome: null });
    expect((await list()).map(({ id }) => id)).toContain(shown.id);
    for (const name of ['mia', 'mara', 'ada'] as const) {
      expect((await publish(by(name))).status).toBe(403);
      expect((await end(shown.id, by(name))).status).toBe(403);
    }
    const over = await end(shown.id, by('tom'));
    expect(over.status).toBe(200);
    expect(read(shapes.knownProblem, over)).toMatchObject({
      outcome: 'Hij draait weer.',
      endedAt: expect.any(String),
    });
    expect((await list()).map(({ id }) => id)).not.toContain(shown.id);
    expect((await end(shown.id, by('tom'))).status).toBe(409);
  });

  it('from a question is for whoever helps with it, and gives nobody away', async () => {
    const ask = { body: 'De plotter piept.', theme: null, key: '' };
    const question = await askQuestion(await world.veurne.as('mia'), ask);
    const from = (name: Name, line = 'De plotter piept') => publish(by(name), { question, line });
    expect(reasons(await from('ann', 'Mia Maes heeft een plotter die piept'))).toEqual({
      line: 'must not give away who asked',
    });
    expect((await from('ann')).status).toBe(201);
    expect((await from('lies')).status).toBe(404);
    const covered = await askQuestion(await world.veurne.as('mia'), {
      ...{ ...ask, way: 'cover' },
      coachId: by('ann'),
    });
    expect((await publish(by('ann'), { question: covered })).status).toBe(404);
  });

  it('says what cannot be used, and knows nothing of another organisation', async () => {
    expect(reasons(await publish(by('ann'), { line: ' \n ', category: 'none' }))).toMatchObject({
      line: 'must not be empty',
      category: expect.stringContaining('must be one of'),
    });
    expect(Object.keys(reasons(await publish(by('ann'), { line: 'x'.repeat(161) })))).toEqual(['line']);
    expect(Object.keys(reasons(await service('POST', '/problems', { body: problem })))).toEqual([
      'onBehalfOf',
    ]);
    const id = await published('De deur klemt.');
    const ann = world.koksijde.personId('ann');
    expect((await end(id, ann, 'Gesmeerd.', elsewhere)).status).toBe(404);
    const there = await publish(ann, {}, elsewhere);
    expect((await list()).map((one) => one.id)).not.toContain(there.body.id);
    expect((await publish(by('ann'), {}, elsewhere)).status).toBe(422);
  });
});
