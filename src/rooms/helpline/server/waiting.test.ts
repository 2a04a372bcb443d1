import { beforeEach, describe, expect, it } from 'vitest';
import { NotFound } from '#platform/errors.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld, type Name } from '../../../../tests/support/world.ts';
import type { ListName } from '../listing.ts';
import {
  answerQuestion,
  askQuestion,
  callIn,
  chooseCoach,
  listsForMe,
  noteQuestion,
  passOn,
  questionsListed,
  questionThread,
  startHere,
  stepBack,
  waitsForMe,
  writeNote,
} from './index.ts';

const world = useWorld();
const as = (name: Name) => world.veurne.as(name);
const first = { theme: null, search: '', after: null, limit: 20 };

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('truncate question, notification, activity, search_document cascade');
});

const ask = async (by: Name, body: string) => askQuestion(await as(by), { body, theme: null, key: '' });
const ids = async (by: Name, list: ListName, more = {}) =>
  (await questionsListed(await as(by), { ...first, ...more, list })).rows.map(({ id }) => id);

describe('what waits for me', () => {
  it('is one number in the menu, on the start page and in the lists, whoever looks', async () => {
    const answered = await ask('mia', 'De printer print niets.');
    const advice = await ask('karel', 'Mijn draaitabel telt niet.');
    await ask('mia', 'Ik klikte op een link in een rare mail.');
    await ask('ann', 'Hoe deel ik mijn agenda?');
    await answerQuestion(await as('ann'), answered, { body: 'Zo.', theme: null });
    await callIn(await as('ann'), advice, { personId: world.veurne.personId('ernst'), note: '' });
    const agree = async (name: Name) => {
      const { forMe, news } = await waitsForMe(await as(name));
      const start = await startHere(await as(name));
      const lists = await listsForMe(await as(name));
      expect([lists.forMe, lists.news], name).toEqual([forMe, news]);
      expect([start.forMe.length, (await ids(name, 'for_me')).length], name).toEqual([forMe, forMe]);
      expect(
        start.mine.filter(({ isNew }) => isNew),
        name,
      ).toHaveLength(news);
      return [forMe, news];
    };
    // Ann has two; Mia has an answer, Karel hears nothing yet; Ernst is asked for advice, ICT of the link.
    expect(await agree('ann')).toEqual([2, 0]);
    expect(await agree('mia')).toEqual([0, 1]);
    expect(await agree('karel')).toEqual([0, 0]);
    expect(await agree('ernst')).toEqual([1, 0]);
    expect(await agree('tom')).toEqual([1, 0]);
    await stepBack(await as('ernst'), advice);
    expect(await agree('ernst')).toEqual([0, 0]);
    expect(await agree('ann')).toEqual([2, 0]);
    expect(await waitsForMe(await world.koksijde.as('ann'))).toEqual({ forMe: 0, news: 0, next: null });
  });

  it('names what to go on with: what cannot wait, else what moves on first', async () => {
    const printer = await ask('mia', 'De printer print niets.');
    const clicked = await ask('karel', 'Ik klikte op een link in een rare mail.');
    const next = async () => (await waitsForMe(await as('ann'))).next?.id;
    expect(await next()).toBe(clicked);
    await answerQuestion(await as('ann'), clicked, { body: 'Zo.', theme: null });
    expect(await next()).toBe(printer);
    await answerQuestion(await as('ann'), printer, { body: 'Zo.', theme: null });
    expect(await next()).toBeUndefined();
  });
});

describe('what cannot wait', () => {
  it('stands first in what is open, also from one page to the next', async () => {
    const [one, two] = [await ask('mia', 'Vraag een.'), await ask('mia', 'Vraag twee.')];
    const urgent = [
      await ask('karel', 'Ik klikte op een link in een rare mail.'),
      await ask('mara', 'Ik klikte op een link in een vreemde mail.'),
    ];
    const order = [...urgent, one, two];
    expect(await ids('ann', 'for_me')).toEqual(order);
    const pages: string[] = [];
    const read = async (after: string | null): Promise<void> => {
      const page = await questionsListed(await as('ann'), { ...first, list: 'for_me', limit: 1, after });
      pages.push(...page.rows.map(({ id }) => id));
      if (page.more) await read(page.more);
    };
    await read(null);
    expect(pages).toEqual(order);
    await asOwner('update question set holder_id = $1', [world.veurne.personId('lies')]);
    expect(await ids('ann', 'unit')).toEqual(order);
  });
});

describe('what one noted for a colleague', () => {
  const note = async (by: Name) =>
    noteQuestion(await as(by), {
      ...{ body: 'De scanner doet niets.', theme: null, key: '', way: 'coach' as const },
      personId: world.veurne.personId('mia'),
    });

  it('stays in sight of the noter, with who has it, to read and not to do', async () => {
    const id = await note('ernst');
    expect(await listsForMe(await as('ernst'))).toMatchObject({ noted: true, helped: false });
    expect(await ids('ernst', 'noted')).toEqual([id]);
    const [row] = (await questionsListed(await as('ernst'), { ...first, list: 'noted' })).rows;
    expect(row).toMatchObject({ askerName: expect.stringContaining('Mia'), state: 'waiting' });
    await writeNote(await as('ann'), id, { body: 'Onder ons.' });
    await answerQuestion(await as('ann'), id, { body: 'Zet hem uit en aan.', theme: null });
    const { messages, can } = await questionThread(await as('ernst'), id);
    expect(messages.map(({ body }) => body)).toEqual(['Zet hem uit en aan.']);
    expect(Object.entries(can).filter(([, may]) => may)).toEqual([]);
    expect((await listsForMe(await as('ann'))).noted).toBe(false);
    for (const name of ['cora', 'lies', 'mara'] as const)
      await expect(questionThread(await as(name), id)).rejects.toBeInstanceOf(NotFound);
    await expect(questionThread(await world.koksijde.as('ernst'), id)).rejects.toBeInstanceOf(NotFound);
  });

  it('is out of sight when its asker keeps it from others', async () => {
    const id = await note('ernst');
    for (const kept of ['outside_unit', 'under_cover']) {
      await asOwner(`update question set ${kept} = true where id = $1`, [id]);
      await expect(questionThread(await as('ernst'), id), kept).rejects.toBeInstanceOf(NotFound);
      expect(await ids('ernst', 'noted')).toEqual([]);
      await asOwner(`update question set ${kept} = false where id = $1`, [id]);
    }
    await chooseCoach(await as('mia'), id, { coachId: world.veurne.personId('lies') });
    expect(await ids('ernst', 'noted')).toEqual([id]);
    await passOn(await as('lies'), id);
    expect(await ids('ernst', 'noted')).toEqual([id]);
  });
});
