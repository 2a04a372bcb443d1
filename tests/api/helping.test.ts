import { beforeAll, describe, expect, it } from 'vitest';
import { askQuestion } from '#rooms/helpline/server/index.ts';
import * as shapes from '../../src/routes/api/v1/shapes/questions.ts';
import { asOwner } from '../support/database.ts';
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
const asked = async () =>
  askQuestion(await world.veurne.as('mia'), { body: 'Mijn scherm blijft zwart.', theme: null, key: '' });
const askedUnderCover = async () =>
  askQuestion(await world.veurne.as('mia'), {
    ...{ body: 'Ik durf dit niet te vragen.', theme: null, key: '' },
    ...{ way: 'cover', coachId: by('lies') },
  });
const doing =
  (act: string) =>
  (id: string, name: Name, more: Record<string, unknown> = {}) =>
    service('POST', `/questions/${id}/${act}`, { body: { onBehalfOf: by(name), ...more } });
const claim = doing('claim');
const pass = doing('pass-on');
const give = doing('give');
const close = doing('close');
const write = doing('messages');
const look = async (id: string, name: Name) =>
  (await service('GET', `/questions/${id}?onBehalfOf=${by(name)}`)).body;

describe('claiming', () => {
  it('is for whoever has it, and whoever is second hears who was first', async () => {
    const id = await asked();
    const claimed = await claim(id, 'ann');
    expect([claimed.status, read(shapes.question, claimed).state]).toEqual([200, 'claimed']);
    await asOwner('update question set holder_id = $2 where id = $1', [id, by('bram')]);
    expect(await claim(id, 'ann')).toMatchObject({
      status: 409,
      body: { reason: 'helpline_taken', particulars: { name: 'Bram Maes' } },
    });
    expect(await rowsOf('activity', `subject_id = '${id}' and event = 'question.claimed'`)).toMatchObject([
      { actor_kind: 'integration', on_behalf_of: by('ann') },
    ]);
  });

  it('is not for the asker, nor for whoever does not see it', async () => {
    const id = await asked();
    expect((await claim(id, 'mia')).status).toBe(403);
    expect((await claim(id, 'lies')).status).toBe(404);
  });
});

describe('passing on and giving', () => {
  it('takes it to whoever comes next', async () => {
    const id = await asked();
    const passed = read(shapes.question, await pass(id, 'ann'));
    expect(passed.helper).not.toBe('Ann Maes');
    expect((await pass(id, 'ann')).status).toBe(403);
  });

  it('takes it to a helper by name, who may read it then', async () => {
    const id = await asked();
    expect((await give(id, 'mia', { to: by('lies') })).status).toBe(403);
    expect(await give(id, 'ann', { to: by('lies') })).toMatchObject({
      status: 200,
      body: { helper: 'Lies Maes', state: 'waiting' },
    });
    expect(await look(id, 'lies')).toMatchObject({ asker: 'Mia Maes' });
  });

  it('says the same of whoever is no helper, from here or elsewhere', async () => {
    const id = await asked();
    const not = { to: 'is nobody who can have this question' };
    for (const to of [by('karel'), by('mia'), world.koksijde.personId('lies')])
      expect(reasons(await give(id, 'ann', { to }))).toEqual(not);
    expect(reasons(await give(id, 'ann', { to: 'x' }))).toEqual({ to: 'must be an id' });
    expect(reasons(await give(id, 'ann'))).toEqual({ to: 'is required' });
  });
});

describe('a message', () => {
  it('of a helper says that they call or come, with or without a moment', async () => {
    const id = await asked();
    const call = await write(id, 'ann', { kind: 'call', body: ' vandaag\nom 14 uur ' });
    expect(read(shapes.message, call)).toMatchObject({
      ...{ kind: 'call', from: 'helper', author: 'Ann Maes', body: 'vandaag om 14 uur' },
    });
    expect(await write(id, 'ann', { kind: 'visit' })).toMatchObject({ status: 201, body: { body: '' } });
    expect(await look(id, 'mia')).toMatchObject({
      ...{ state: 'claimed', messages: [{ kind: 'call' }, { kind: 'visit' }] },
    });
  });

  it('that is a note is for helpers alone', async () => {
    const id = await asked();
    const note = await write(id, 'ann', { kind: 'note', body: 'Eerst de kabel bekijken.' });
    expect(read(shapes.message, note)).toMatchObject({ kind: 'note' });
    expect(await look(id, 'ann')).toMatchObject({ messages: [], notes: [note.body] });
    expect(await look(id, 'mia')).toMatchObject({ messages: [], notes: [] });
    for (const path of [`/questions/${id}?`, '/questions?limit=100&'])
      expect((await service('GET', `${path}onBehalfOf=${by('mia')}`)).text).not.toContain('kabel');
    expect((await write(id, 'mia', { kind: 'note', body: 'x' })).status).toBe(403);
    await write(id, 'ann', { body: 'Zo.' });
    expect((await write(id, 'mia', { body: 'Dank je.' })).text).not.toContain('kabel');
    expect((await close(id, 'mia', { helped: true })).text).not.toContain('kabel');
  });

  it('fits whoever writes it', async () => {
    const id = await asked();
    expect((await write(id, 'mia', { kind: 'answer', body: 'x' })).status).toBe(403);
    expect((await write(id, 'mia', { kind: 'call' })).status).toBe(403);
    expect((await write(id, 'ann', { kind: 'reply', body: 'x' })).status).toBe(403);
    expect(await write(id, 'mia', { kind: 'reply', body: 'x' })).toMatchObject({ body: { kind: 'reply' } });
    expect(await write(id, 'ann', { body: 'y' })).toMatchObject({ body: { kind: 'answer' } });
  });

  it('has words, unless somebody comes', async () => {
    const id = await asked();
    const refused = async (more: Record<string, unknown>) => reasons(await write(id, 'ann', more));
    expect(await refused({})).toEqual({ body: 'is required' });
    expect(await refused({ body: '  ', kind: 'note' })).toEqual({ body: 'must not be empty' });
    expect(await refused({ body: 'x'.repeat(81), kind: 'call' })).toEqual({
      body: 'must have at most 80 characters',
    });
    expect(await refused({ body: 'x'.repeat(4_001) })).toEqual({ body: 'must have at most 4000 characters' });
    expect(await refused({ body: 'x', kind: 'shout' })).toHaveProperty('kind');
    expect(reasons(await service('POST', `/questions/${id}/messages`, { body: {} }))).toEqual({
      ...{ body: 'is required', onBehalfOf: 'is required' },
    });
  });
});

describe('closing', () => {
  it('by the asker asks whether it helped, and whether they can do it alone', async () => {
    const id = await asked();
    await write(id, 'ann', { body: 'Zo.' });
    expect(reasons(await close(id, 'mia'))).toEqual({ helped: 'is required once there was an answer' });
    const closed = await close(id, 'mia', { helped: true });
    expect([closed.status, read(shapes.question, closed).state]).toEqual([200, 'closed']);
    expect((await close(id, 'mia', { alone: true })).status).toBe(200);
    expect((await close(id, 'mia', { helped: true })).status).toBe(403);
    expect(await rowsOf('question', `id = '${id}'`)).toMatchObject([{ taps: 'both', closed_by: 'asker' }]);
  });

  it('of what nobody answered withdraws it, and counts nothing', async () => {
    const id = await asked();
    const before = await rowsOf('closing_total');
    expect((await close(id, 'mia')).body).toMatchObject({ state: 'closed' });
    expect(await rowsOf('closing_total')).toEqual(before);
  });

  it('by the helper says nothing of how it went', async () => {
    const id = await asked();
    expect(reasons(await close(id, 'ann', { helped: true }))).toEqual({
      helped: 'is for whoever asked to say',
    });
    expect((await close(id, 'ann')).body).toMatchObject({ state: 'closed' });
    expect(await rowsOf('question', `id = '${id}'`)).toMatchObject([{ taps: 'none', closed_by: 'helper' }]);
    expect((await close(await asked(), 'lies')).status).toBe(404);
  });
});

const acts = { claim: {}, 'pass-on': {}, give: { to: '' }, close: {}, messages: { body: 'x' } };

it.each(Object.keys(acts) as (keyof typeof acts)[])(
  '%s says the same of a question elsewhere, under cover and nowhere, and leaves them be',
  async (act) => {
    const [id, covered] = [await asked(), await askedUnderCover()];
    const body = { ...acts[act], ...(act === 'give' ? { to: by('lies') } : {}) };
    const before = await rowsOf('question', `id in ('${id}', '${covered}') order by id`);
    const refusals = [
      await elsewhere('POST', `/questions/${id}/${act}`, {
        body: { ...body, onBehalfOf: world.koksijde.personId('ann') },
      }),
      ...(await Promise.all(
        ['01977a2e-5f00-7c3a-9d41-3b6f2a9c1e07', 'x', covered].flatMap((one) =>
          (['ann', 'lies', 'mia'] as const).map((name) => doing(act)(one, name, body)),
        ),
      )),
    ].map(({ status, body: said }) => ({ status, ...said, instance: null }));
    expect(refusals).toEqual(refusals.map(() => ({ ...refusals[0], status: 404 })));
    expect(await rowsOf('question', `id in ('${id}', '${covered}') order by id`)).toEqual(before);
  },
);
