import { beforeAll, describe, expect, it } from 'vitest';
import { askQuestion } from '#rooms/helpline/server/index.ts';
import * as shapes from '../../src/routes/api/v1/shapes/questions.ts';
import { rowsOf, useWorld, type Name } from '../support/world.ts';
import { programOf, read, reasons, type Program } from './calling.ts';

const world = useWorld();
let service: Program;
beforeAll(async () => {
  service = await programOf(world.veurne);
});

const by = (name: Name) => world.veurne.personId(name);
const ask = (more: Record<string, unknown> = {}) =>
  service('POST', '/questions', {
    body: { body: 'Hoe zet ik Teams stil?', onBehalfOf: by('mia'), ...more },
  });
const look = (id: unknown, name: Name) => service('GET', `/questions/${String(id)}?onBehalfOf=${by(name)}`);

describe('the way of asking', () => {
  it('is the own unit, unless it is said', async () => {
    expect(read(shapes.question, await ask())).toMatchObject({
      way: 'unit',
      helper: 'Ann Maes',
      unit: 'Burgerzaken',
    });
  });

  it('outside the own unit goes by the coaches of it, and tells no unit', async () => {
    const made = await ask({ way: 'outside' });
    expect([made.status, read(shapes.question, made)]).toMatchObject([
      201,
      { way: 'outside', helper: 'Lies Maes', unit: '', asker: 'Mia Maes' },
    ]);
    expect((await look(made.body.id, 'lies')).body).toMatchObject({ unit: '', asker: 'Mia Maes' });
    expect((await look(made.body.id, 'ann')).status).toBe(404);
    const list = (unit: string, name: Name) =>
      service('GET', `/questions?onBehalfOf=${by(name)}&unit=${world.veurne.unitId(unit)}`);
    for (const unit of ['Burgerzaken', 'Bibliotheek'])
      expect((await list(unit, 'mia')).text).not.toContain(String(made.body.id));
  });

  it('under cover is refused in so many words, and leaves nothing', async () => {
    const before = await rowsOf('question');
    const refused = await ask({ way: 'cover', coach: by('lies'), body: 'Alleen voor Lies.' });
    expect([refused.status, reasons(refused).way]).toEqual([
      422,
      'must be one of unit, outside; under cover is asked on the page, never through a program',
    ]);
    expect(await rowsOf('question')).toHaveLength(before.length);
  });
});

describe('a chosen coach', () => {
  it('has it first', async () => {
    const made = await ask({ coach: by('lies') });
    expect(made.body).toMatchObject({ helper: 'Lies Maes', way: 'unit', unit: 'Burgerzaken' });
  });

  it('is a coach of here, and outside the unit when that is asked', async () => {
    const not = 'is not a coach who may have this question';
    for (const coach of [
      by('karel'),
      world.koksijde.personId('lies'),
      '01977a2e-5f00-7c3a-9d41-3b6f2a9c1e07',
    ])
      expect(reasons(await ask({ coach }))).toEqual({ coach: not });
    expect(reasons(await ask({ coach: by('ann'), way: 'outside' }))).toEqual({ coach: not });
    expect(reasons(await ask({ coach: 'lies' }))).toEqual({ coach: 'must be an id' });
  });
});

describe('what cannot wait', () => {
  it('is said, or told by the words, and calls ICT in', async () => {
    const said = await ask({ urgent: 'device_lost' });
    expect(said.body).toMatchObject({ isUrgent: true });
    expect(await rowsOf('question_helper', `question_id = '${String(said.body.id)}'`)).toMatchObject([
      { person_id: by('tom'), why: 'urgent' },
    ]);
    const told = { body: 'Ik heb op een link geklikt in een valse mail.' };
    expect((await ask(told)).body.isUrgent).toBe(true);
    expect((await ask({ ...told, urgent: 'no' })).body.isUrgent).toBe(false);
    expect(reasons(await ask({ urgent: 'very' }))).toHaveProperty('urgent');
  });
});

describe('the list', () => {
  const list = async (query: string) => {
    const answer = await service('GET', `/questions?onBehalfOf=${by('omer')}&limit=100${query}`);
    return read(shapes.pageOfQuestions, answer).items.map((item) => 'title' in item && item.title);
  };

  it('is narrowed by state, unit and category', async () => {
    const omer = await world.veurne.as('omer');
    const asked = (body: string, theme: 'outlook' | 'teams' | null) =>
      askQuestion(omer, { body, theme, key: '' });
    await asked('Een.', 'outlook');
    await asked('Twee.', 'teams');
    expect(await list('&category=outlook')).toEqual(['Een']);
    expect(await list('&category=outlook&state=closed')).toEqual([]);
    expect(await list(`&unit=${world.veurne.unitId('Bibliotheek')}`)).toEqual(['Twee', 'Een']);
    for (const unit of [world.veurne.unitId('Archief'), world.koksijde.unitId('Bibliotheek')])
      expect(await list(`&unit=${unit}`)).toEqual([]);
    const refused = await service('GET', `/questions?onBehalfOf=${by('omer')}&unit=x&category=y`);
    expect(reasons(refused)).toMatchObject({ unit: 'must be an id', category: expect.any(String) });
  });

  it('in short is narrowed too, and holds nothing that was asked under cover', async () => {
    const coordinator = await programOf(world.veurne, 'coordinator');
    const short = async (query: string) =>
      (await coordinator('GET', `/questions?limit=100${query}`)).body.items;
    const bibliotheek = `&unit=${world.veurne.unitId('Bibliotheek')}`;
    const before = await short(bibliotheek);
    expect(before).toContainEqual({
      ...{ unit: 'Bibliotheek', category: 'teams', state: 'waiting', askedOn: '2026-11-23' },
    });
    expect(await short(`${bibliotheek}&category=outlook`)).toHaveLength(1);
    expect(await short('&state=closed')).toEqual([]);
    await askQuestion(await world.veurne.as('mia'), {
      ...{ body: 'Ik durf dit niet te vragen.', theme: 'outlook', key: '' },
      ...{ way: 'cover', coachId: by('lies') },
    });
    expect(await short(bibliotheek)).toEqual(before);
    for (const cursor of ['eA', 'x'.repeat(80)])
      expect(reasons(await coordinator('GET', `/questions?cursor=${cursor}`))).toEqual({
        cursor: 'is not a nextCursor of this list',
      });
  });
});
