import { beforeAll, describe, expect, it } from 'vitest';
import { endProblem, publishProblem } from '#rooms/helpline/server/index.ts';
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
});
