import { beforeAll, describe, expect, it } from 'vitest';
import * as shapes from '../../src/routes/api/v1/shapes/questions.ts';
import { asOwner } from '../support/database.ts';
import { rowsOf, useWorld, type Name } from '../support/world.ts';
import { programOf, read, reasons } from './calling.ts';

const world = useWorld();
let service: Awaited<ReturnType<typeof programOf>>;
let elsewhere: typeof service;
beforeAll(async () => {
  service = await programOf(world.veurne);
  elsewhere = await programOf(world.koksijde);
});

const by = (name: Name) => world.veurne.personId(name);
const ask = async (text = 'Mijn wachtwoord werkt niet.') => {
  const answer = await service('POST', '/questions', { body: { body: text, onBehalfOf: by('mia') } });
  return read(shapes.question, answer);
};
const look = (id: string, name: Name) => service('GET', `/questions/${id}?onBehalfOf=${by(name)}`);
const write = (id: string, name: Name, more: Record<string, unknown> = {}) =>
  service('POST', `/questions/${id}/messages`, {
    body: { body: 'Zo doe je het.', onBehalfOf: by(name), ...more },
  });

describe('asking', () => {
  it('is done for a person, comes to their coach, and says where the question is', async () => {
    const answer = await service('POST', '/questions', {
      body: { body: 'Hoe zet ik Teams stil?', category: 'teams', onBehalfOf: by('mia') },
    });
    expect(answer.status).toBe(201);
    const made = read(shapes.question, answer);
    expect(answer.headers.get('location')).toBe(`/api/v1/veurne/questions/${made.id}`);
    expect(made).toMatchObject({
      title: 'Hoe zet ik Teams stil?',
      category: 'teams',
      state: 'waiting',
      isMine: true,
    });
    expect(made).toMatchObject({ unit: 'Burgerzaken', asker: 'Mia Maes', helper: 'Ann Maes', messages: [] });
    expect(await rowsOf('question', `id = '${made.id}'`)).toMatchObject([{ channel: 'api' }]);
    expect(await rowsOf('activity', `subject_id = '${made.id}'`)).toMatchObject([
      { event: 'question.asked', actor_kind: 'integration', on_behalf_of: null },
    ]);
  });

  it('takes a work address, and the id of the organisation', async () => {
    const [{ email }] = (await rowsOf('person', `id = '${by('mia')}'`)) as [{ email: string }];
    const body = { body: 'Waar staat de printer?', onBehalfOf: email };
    const answer = await service('POST', '/questions', { body, organisation: world.veurne.id });
    expect([answer.status, answer.headers.get('location')?.split('/')[3]]).toEqual([201, world.veurne.id]);
  });

  it('says what cannot be used', async () => {
    const refused = async (body: unknown) => reasons(await service('POST', '/questions', { body }));
    expect(await refused({})).toEqual({ body: 'is required', onBehalfOf: 'is required' });
    expect(await refused({ body: '  ', category: 'x', onBehalfOf: 3 })).toMatchObject({
      ...{ body: 'must not be empty', onBehalfOf: 'must be a text' },
      category: expect.stringMatching(/^must be one of sign_in, outlook, /),
    });
    expect(await refused({ body: 'x'.repeat(4001), onBehalfOf: by('mia') })).toEqual({
      body: 'must have at most 4000 characters',
    });
    expect(await refused({ body: 'x', onBehalfOf: world.koksijde.personId('mia') })).toHaveProperty(
      'onBehalfOf',
    );
    expect(await refused('"text"')).toEqual({ '': 'must be an object' });
  });
});

describe('reading', () => {
  it('is for whoever may read it, and an id from elsewhere is as good as none', async () => {
    const { id } = await ask();
    for (const name of ['mia', 'ann'] as const) expect((await look(id, name)).status).toBe(200);
    const refusals = [
      await look(id, 'lies'),
      await look(id, 'ada'),
      await look('01977a2e-5f00-7c3a-9d41-3b6f2a9c1e07', 'mia'),
      await look('nonsense', 'mia'),
      await elsewhere('GET', `/questions/${id}?onBehalfOf=${world.koksijde.personId('ann')}`),
    ];
    const said = refusals.map(({ status, body }) => ({ status, ...body, instance: null }));
    expect(said).toEqual(said.map(() => ({ ...said[0], status: 404 })));
    expect(reasons(await service('GET', `/questions/${id}`))).toEqual({ onBehalfOf: 'is required' });
  });

  it('lists what a person may read, page by page, each once', async () => {
    for (let number = 0; number < 5; number++) await ask(`Vraag ${number}?`);
    const all = await service('GET', `/questions?onBehalfOf=${by('ann')}&limit=100`);
    const wanted = read(shapes.pageOfQuestions, all).items.map((item) => 'id' in item && item.id);
    const seen: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await service('GET', `/questions?onBehalfOf=${by('ann')}&limit=2&cursor=${cursor}`);
      const { items, nextCursor } = read(shapes.pageOfQuestions, page);
      seen.push(...items.map((item) => 'id' in item && item.id));
      cursor = nextCursor;
    }
    expect(seen).toEqual(wanted);
    expect(seen.length).toBeGreaterThanOrEqual(5);
    const closed = await service('GET', `/questions?onBehalfOf=${by('ann')}&state=closed`);
    expect(closed.body).toEqual({ items: [], nextCursor: null });
    const others = await service('GET', `/questions?onBehalfOf=${by('lies')}`);
    expect(others.body).toEqual({ items: [], nextCursor: null });
  });

  it('refuses a limit, a state and a cursor that are none', async () => {
    for (const limit of ['0', '101', '-1', '2.5', 'x', '1e9'])
      expect(reasons(await service('GET', `/questions?onBehalfOf=${by('ann')}&limit=${limit}`))).toEqual({
        limit: 'must be a whole number from 1 to 100',
      });
    const others = await service('GET', `/questions?onBehalfOf=${by('ann')}&state=lost&cursor=%C3%A9`);
    expect(Object.keys(reasons(others)).toSorted()).toEqual(['cursor', 'state']);
  });

  it('without a person is for a coordinator only, in short', async () => {
    await ask();
    const coordinator = await programOf(world.veurne, 'coordinator');
    const short = await coordinator('GET', '/questions?state=waiting');
    const { items } = read(shapes.pageOfQuestions, short);
    expect([short.status, Object.keys(items[0]!).toSorted()]).toEqual([
      200,
      ['askedOn', 'category', 'state', 'unit'],
    ]);
    for (const role of ['service', 'mail', 'admin', 'coach', 'hr'] as const)
      expect(reasons(await (await programOf(world.veurne, role))('GET', '/questions'))).toHaveProperty(
        'onBehalfOf',
      );
  });
});

describe('writing in a question', () => {
  it('is an answer from a helper and a reply from the asker, and stuck makes it wait again', async () => {
    const { id } = await ask();
    const answered = await write(id, 'ann');
    expect([answered.status, answered.headers.get('location')]).toEqual([
      201,
      `/api/v1/veurne/questions/${id}`,
    ]);
    expect(read(shapes.message, answered)).toMatchObject({ from: 'helper', author: 'Ann Maes' });
    expect((await look(id, 'mia')).body).toMatchObject({ state: 'answered', messages: [answered.body] });
    expect((await write(id, 'mia')).body).toMatchObject({ from: 'asker', author: null });
    expect((await look(id, 'mia')).body.state).toBe('answered');
    await write(id, 'mia', { stuck: true });
    expect((await look(id, 'mia')).body.state).toBe('waiting');
    const log = await rowsOf('activity', `subject_id = '${id}' and event = 'question.answered'`);
    expect(log).toMatchObject([{ actor_kind: 'integration', on_behalf_of: by('ann') }]);
    const replies = await rowsOf('activity', `subject_id = '${id}' and event like 'question.%back'`);
    expect(replies).toMatchObject([{ actor_kind: 'integration', on_behalf_of: null }]);
  });

  it('is for nobody else, and whoever comes second hears who was first', async () => {
    const { id } = await ask();
    expect((await write(id, 'lies')).status).toBe(404);
    expect((await elsewhere('POST', `/questions/${id}/messages`, { body: {} })).status).toBe(422);
    const there = { body: 'x', onBehalfOf: world.koksijde.personId('ann') };
    expect((await elsewhere('POST', `/questions/${id}/messages`, { body: there })).status).toBe(404);
    await asOwner(`update question set state = 'claimed', holder_id = $2 where id = $1`, [id, by('bram')]);
    const second = await write(id, 'ann');
    expect(second).toMatchObject({
      status: 409,
      body: { reason: 'helpline_taken', particulars: { name: 'Bram Maes' } },
    });
  });
});

describe('under cover', () => {
  it('does not exist for a program, whoever it acts for', async () => {
    const { id } = await ask();
    await asOwner('update question set under_cover = true where id = $1', [id]);
    await asOwner('update question_asker set under_cover = true, coach_id = $2 where question_id = $1', [
      id,
      by('ann'),
    ]);
    for (const name of ['mia', 'ann'] as const) {
      expect((await look(id, name)).status).toBe(404);
      expect((await write(id, name)).status).toBe(404);
      const list = await service('GET', `/questions?onBehalfOf=${by(name)}&limit=100`);
      expect(list.text).not.toContain(id);
    }
  });
});
