import { beforeEach, expect, it } from 'vitest';
import { keepMailInMemory } from '#platform/server/mail.ts';
import { coachesToday, endAbsence, markAway } from '#rooms/people/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { sendDue } from '../../../../tests/support/mail-jobs.ts';
import { mondayMorning, rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { tellFollowUps } from './follow-up-told.ts';
import { asked, told } from './helping.world.ts';
import {
  answerFollowUp,
  answerQuestion,
  goAway,
  proposeFollowUp,
  questionThread,
  remindMe,
  sayComing,
  standsWithMe,
} from './index.ts';
import { moveFromGone } from './move.ts';
import { tellReminders } from './remind.ts';

const world = useWorld();
const sent = keepMailInMemory();
const nobodyTold = { tellQuestions: [], tellFollowUps: [] };
const friday = new Date('2026-11-27T23:00:00Z');

beforeEach(async () => {
  await travelTo(mondayMorning);
  for (const table of ['absence', 'follow_up', 'question_reminder', 'notification'])
    await asOwner(`delete from ${table}`);
  await asOwner(
    `update question set state = 'closed', closed_at = now(), closed_by = 'helper', waits_until = null`,
  );
  sent.length = 0;
});

const agreed = async (comeOn: string) => {
  const { veurne } = world;
  await asOwner('delete from follow_up');
  const id = await proposeFollowUp(await veurne.as('ann'), {
    ...{ personId: veurne.personId('mia'), comeOn, key: '' },
  });
  await answerFollowUp(await veurne.as('mia'), id, true);
  return id;
};

/** A waiting one with "ik bel", and an answered one with "ik kom langs". */
async function twoPromises() {
  const ann = await world.veurne.as('ann');
  const [waits, answered] = [await asked(world), await asked(world, 'Hoe maak ik een lijst?', 'karel')];
  await sayComing(ann, waits, { way: 'call', when: '' });
  await answerQuestion(ann, answered, { body: 'Zo.', theme: null });
  await sayComing(ann, answered, { way: 'visit', when: '' });
  return { waits, answered };
}

it('lists what one promised and what waits, for oneself alone', async () => {
  const { veurne, koksijde } = world;
  const ann = await veurne.as('ann');
  const { waits, answered } = await twoPromises();
  const done = await asked(world, 'Al beantwoord?', 'karel');
  await answerQuestion(ann, done, { body: 'Ja.', theme: null });
  await remindMe(ann, waits, { when: 'tomorrow', day: null });
  const followUp = await agreed('2026-11-26');
  expect(await standsWithMe(ann)).toMatchObject({
    questions: [
      { id: waits, askerName: 'Mia Maes', promise: 'call', moves: true },
      { id: answered, askerName: 'Karel Maes', promise: 'visit', moves: false },
    ],
    followUps: [{ id: followUp, comeOn: '2026-11-26' }],
    reminders: [{ id: waits }],
  });
  for (const other of [await veurne.as('bram'), await koksijde.as('ann')])
    expect(await standsWithMe(other)).toMatchObject({ questions: [], followUps: [], reminders: [] });
});

it('tells at once whom one said one would come to, and the waiting goes to who is there', async () => {
  const { veurne, koksijde } = world;
  const ann = await veurne.as('ann');
  const { waits, answered } = await twoPromises();
  const followUp = await agreed('2026-11-26');
  await goAway(ann, { until: friday }, { tellQuestions: [waits, answered], tellFollowUps: [followUp] });
  expect(await rowsOf('follow_up')).toMatchObject([{ state: 'withdrawn' }]);
  const { messages, question } = await questionThread(await veurne.as('karel'), answered);
  expect(messages.at(-1)).toMatchObject({
    sender: 'helper',
    body: expect.stringContaining('vr 27 nov. 2026'),
  });
  expect(question.state).toBe('answered');
  await moveFromGone(veurne.system, veurne.personId('ann'));
  expect((await questionThread(await veurne.as('mia'), waits)).holder).toMatchObject({ firstName: 'Bram' });
  await sendDue(veurne);
  const moved = sent.find(({ text }) => text.includes('Bram Maes'))!;
  expect(moved.text).toContain('Ann Maes is er niet.');
  expect((await coachesToday(await koksijde.as('cora'))).coaches.map(({ away }) => away)).toEqual([
    null,
    null,
  ]);
});

it('leaves what falls after the absence, or was not ticked', async () => {
  const { veurne } = world;
  const ann = await veurne.as('ann');
  const { answered } = await twoPromises();
  const later = await agreed('2026-12-03');
  await goAway(ann, { until: friday }, { ...nobodyTold, tellFollowUps: [later] });
  expect(await rowsOf('follow_up')).toMatchObject([{ state: 'agreed' }]);
  const { messages } = await questionThread(await veurne.as('karel'), answered);
  expect(messages.at(-1)).toMatchObject({ kind: 'visit' });
});

it('tells on the day itself who would wait in vain, and brings nothing to mind of who is away', async () => {
  const { veurne, koksijde } = world;
  const ann = await veurne.as('ann');
  const { waits } = await twoPromises();
  await remindMe(ann, waits, { when: 'tomorrow', day: null });
  const followUp = await agreed('2026-11-24');
  await markAway(await veurne.as('cora'), veurne.personId('ann'), { until: friday });
  await asOwner('delete from notification');
  await travelTo('2026-11-24 12:00');
  for (const town of [veurne, koksijde, veurne]) {
    await tellFollowUps(town.system);
    await tellReminders(town.system);
  }
  expect(await told(world, followUp)).toEqual(['mia followup.away']);
  expect(await told(world, waits)).toEqual([]);
  await sendDue(veurne);
  expect(sent.map(({ text }) => text).join()).toContain('Ann Maes is er op di 24 nov. 2026 niet');
  await endAbsence(await veurne.as('ann'), veurne.personId('ann'));
  await tellFollowUps(veurne.system);
  await tellReminders(veurne.system);
  expect(await told(world, followUp)).toEqual(['mia followup.away', 'ann followup.today']);
  expect(await told(world, waits)).toEqual(['ann question.remind']);
});
