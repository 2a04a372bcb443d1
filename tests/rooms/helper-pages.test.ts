import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import {
  answerQuestion,
  askQuestion,
  closeAsHelper,
  noteQuestion,
  passOn,
} from '#rooms/helpline/server/index.ts';
import { doneBefore, sayDone } from '../../src/routes/[organisation]/done.ts';
import { asOwner, travelTo } from '../support/database.ts';
import { loadPage, type Page } from '../support/pages.ts';
import { mondayMorning, useWorld, type Name } from '../support/world.ts';

// What the pages of whoever helps are given, beside what the verbs say.

const world = useWorld();

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('truncate question, notification, search_document cascade');
});

const ask = async (by: Name, body: string) =>
  askQuestion(await world.veurne.as(by), { body, theme: null, key: '' });
const load = (name: Name, page: Page) => {
  const { id, slug, personId } = world.veurne;
  return loadPage({ organisationId: id, slug, personId: personId(name) }, page) as Promise<
    Record<string, unknown>
  >;
};
const helping = (question: string): Page => ({ folder: 'vragen/[question]/helpen', params: { question } });

describe('what to go on with', () => {
  it('is offered once a question no longer waits for the one who looks, and not before', async () => {
    const [one, two] = [await ask('mia', 'De printer print niets.'), await ask('karel', 'Geen geluid.')];
    const ann = await world.veurne.as('ann');
    expect((await load('ann', helping(one))).goOn).toBeNull();
    await answerQuestion(ann, one, { body: 'Zo.', theme: null });
    expect((await load('ann', helping(one))).goOn).toMatchObject({ next: { id: two } });
    await closeAsHelper(ann, two);
    expect((await load('ann', helping(two))).goOn).toEqual({ next: null });
    const three = await ask('mia', 'Nog iets.');
    await passOn(ann, three);
    expect((await load('ann', helping(three))).goOn).toEqual({ next: null });
  });
});

describe('the page to merge', () => {
  it('leads back when there is nothing to choose, but says why after a try that came too late', async () => {
    const id = await ask('mia', 'De printer print niets.');
    await answerQuestion(await world.veurne.as('ann'), id, { body: 'Zo.', theme: null });
    const page = { folder: 'vragen/[question]/samenvoegen', params: { question: id } };
    await expect(load('ann', page)).rejects.toMatchObject({ status: 303 });
    expect(await load('ann', { ...page, method: 'POST' })).toMatchObject({ id, canLead: false });
  });
});

describe('the page to begin a guidance', () => {
  it('opens for whoever may begin one', async () => {
    const page = { folder: 'begeleiding/nieuw' };
    for (const name of ['ann', 'ernst'] as const) expect(await load(name, page)).toHaveProperty('chosen');
    for (const name of ['tom', 'cora'] as const)
      await expect(load(name, page), name).rejects.toBeInstanceOf(Forbidden);
  });
});

describe('the list of what one noted', () => {
  it('says whose question it is and who has it', async () => {
    const note = { body: 'De scanner hapert.', theme: null, key: '', way: 'coach' as const };
    await noteQuestion(await world.veurne.as('ernst'), { ...note, personId: world.veurne.personId('mia') });
    const { lists, rows } = await load('ernst', { folder: 'vragen', search: '?lijst=genoteerd' });
    expect((lists as { address: string }[]).map(({ address }) => address)).toContain('genoteerd');
    expect(rows).toMatchObject([{ meta: expect.stringMatching(/Mia Maes.*Ann Maes/) }]);
  });
});

describe('what was done', () => {
  const jar = () => {
    const kept = new Map<string, string>();
    return {
      get: (name: string) => kept.get(name),
      set: (name: string, value: string) => void kept.set(name, value),
      delete: (name: string) => void kept.delete(name),
    } as never;
  };

  it('is said once, with names and with what undoes it', () => {
    const cookies = jar();
    const undo = { action: '/veurne/vragen/1/geven?/takeBack', label: 'helpline_take_back' };
    sayDone(cookies, { key: 'helpline_done_given', particulars: { name: 'Tom Maes' }, undo });
    expect(doneBefore(cookies, '/veurne')).toMatchObject({
      text: expect.stringContaining('Tom Maes'),
      undo: { action: undo.action, label: expect.not.stringContaining('helpline') },
    });
    expect(doneBefore(cookies, '/veurne')).toBeNull();
  });

  it('undoes nothing elsewhere, and what nobody wrote says nothing', () => {
    const cookies = jar() as { set: (name: string, value: string) => void };
    const elsewhere = { action: 'https://elsewhere.example/', label: 'helpline_undo' };
    sayDone(cookies as never, { key: 'helpline_done_given', undo: elsewhere });
    expect(doneBefore(cookies as never, '/veurne')?.undo).toBeNull();
    cookies.set('done', 'helpline_done_given');
    expect(doneBefore(cookies as never, '/veurne')).toBeNull();
  });
});
