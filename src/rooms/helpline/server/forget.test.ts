import { beforeEach, describe, expect, it } from 'vitest';
import { NotFound } from '#platform/errors.ts';
import { waitingForMe } from '#rooms/notifications/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { everyDay } from '../../../../tests/support/daily.ts';
import { mondayMorning, rowsOf, useWorld } from '../../../../tests/support/world.ts';
import {
  askQuestion,
  findQuestions,
  followUpHere,
  proposeFollowUp,
  removeStandardAnswer,
  restoreStandardAnswer,
  standardAnswerHere,
  withdrawFollowUp,
  writeStandardAnswer,
} from './index.ts';

// What has a term goes when it is over, in the own organisation alone, and not a day before.

const world = useWorld();

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('truncate question, notification, search_document, follow_up, standard_answer cascade');
});

const text = { title: 'Herstart', body: 'Herstart eens.', shared: false };

describe('terms', () => {
  it('"ik kom terug bij jou" goes thirty days after its day, with its link and its notices', async () => {
    const { veurne, koksijde } = world;
    const ids = [];
    for (const town of [veurne, koksijde])
      ids.push(
        await proposeFollowUp(await town.as('ann'), {
          personId: town.personId('mia'),
          comeOn: '2026-11-30',
          key: '',
        }),
      );
    const [here, there] = ids as [string, string];
    await travelTo('2026-12-30 12:00');
    await everyDay(veurne);
    expect((await followUpHere(await veurne.as('ann'), here)).followUp.state).toBe('proposed');
    await travelTo('2026-12-31 12:00');
    expect((await waitingForMe(await veurne.as('mia'))).unseen).toBe(1);
    await everyDay(veurne);
    await everyDay(veurne);
    await expect(followUpHere(await veurne.as('ann'), here)).rejects.toBeInstanceOf(NotFound);
    expect((await waitingForMe(await veurne.as('mia'))).unseen).toBe(0);
    expect(await rowsOf('address', `kind = 'follow_up'`)).toMatchObject([{ lookup: there }]);
    expect((await followUpHere(await koksijde.as('ann'), there)).followUp.state).toBe('proposed');
  });

  it('one that is off stays as long', async () => {
    const { veurne } = world;
    const ann = await veurne.as('ann');
    const proposed = { personId: veurne.personId('mia'), comeOn: '2026-11-30', key: '' };
    await withdrawFollowUp(ann, await proposeFollowUp(ann, proposed));
    await travelTo('2026-12-20 12:00');
    await everyDay(veurne);
    expect(await rowsOf('follow_up')).toHaveLength(1);
    await travelTo('2027-01-02 12:00');
    await everyDay(veurne);
    expect(await rowsOf('follow_up')).toEqual([]);
  });

  it('a standard answer that was removed can be put back for thirty days', async () => {
    const { veurne } = world;
    const ann = await veurne.as('ann');
    const [kept, removed] = [await writeStandardAnswer(ann, text), await writeStandardAnswer(ann, text)];
    await removeStandardAnswer(ann, removed);
    await travelTo('2026-12-22 10:00');
    await everyDay(veurne);
    await restoreStandardAnswer(ann, removed);
    await removeStandardAnswer(ann, removed);
    await travelTo('2027-01-22 10:00');
    await everyDay(world.koksijde);
    expect(await rowsOf('standard_answer')).toHaveLength(2);
    await everyDay(veurne);
    await expect(standardAnswerHere(ann, removed)).rejects.toBeInstanceOf(NotFound);
    expect((await standardAnswerHere(ann, kept)).title).toBe(text.title);
  });
});

describe('questions of before search', () => {
  const ask = async (town: typeof world.veurne, number: number, more = {}) =>
    askQuestion(await town.as('mia'), {
      body: `Waar staat de fietsenstalling ${number}?`,
      theme: null,
      key: '',
      ...more,
    });
  const found = async (town: typeof world.veurne) =>
    (await findQuestions(await town.as('mia'), { text: 'fietsenstalling', limit: 100 })).length;

  it('are filed, a few at a time, once; under cover never, and nothing of another organisation', async () => {
    const { veurne, koksijde } = world;
    for (let number = 0; number < 57; number++) await ask(veurne, number);
    await ask(veurne, 100, { way: 'cover', coachId: veurne.personId('ann') });
    await ask(koksijde, 1);
    await asOwner('delete from search_document');
    await everyDay(veurne);
    expect(await found(veurne)).toBe(57);
    expect(await found(koksijde)).toBe(0);
    const filed = await rowsOf('search_document');
    expect(filed).toHaveLength(57);
    await everyDay(veurne);
    expect((await rowsOf('search_document')).map(({ id }) => id).toSorted()).toEqual(
      filed.map(({ id }) => id).toSorted(),
    );
    await everyDay(koksijde);
    expect(await found(koksijde)).toBe(1);
  });
});
