import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import { endAbsence, markAway } from '#rooms/people/server/index.ts';
import { writeTip } from '#rooms/tips/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld, type Name } from '../../../../tests/support/world.ts';
import {
  answerQuestion,
  askQuestion,
  callIn,
  endProblem,
  meToo,
  proposeFollowUp,
  questionThread,
  publishProblem,
  remindMe,
  startHere,
} from './index.ts';
import { moveFromGone } from './move.ts';

const world = useWorld();

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner(
    'truncate question, notification, activity, search_document, known_problem, tip, follow_up cascade',
  );
});

const ask = async (by: Name, body: string, more = {}) =>
  askQuestion(await world.veurne.as(by), { body, theme: null, key: '', ...more });
const start = async (name: Name, town = world.veurne) => startHere(await town.as(name));
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('the start page', () => {
  it('gives what waits: urgent first, then by when it moves on; and what is open in the unit', async () => {
    const printer = await ask('mia', 'De printer print niets.');
    const clicked = await ask('karel', 'Ik klikte op een link in een rare mail.');
    const own = await ask('ann', 'Hoe deel ik mijn agenda?');
    const withBram = await ask('mara', 'Waar staat mijn map?');
    await asOwner('update question set holder_id = $1 where id = $2', [
      world.veurne.personId('bram'),
      withBram,
    ]);
    const ann = await start('ann');
    expect([ids(ann.forMe), ids(ann.mine), ann.ofUnit, ann.isMore]).toEqual([
      [clicked, printer],
      [own],
      1,
      false,
    ]);
    expect(ann.forMe[1]).toMatchObject({
      askerName: expect.stringContaining('Mia'),
      isUrgent: false,
      isNew: true,
    });
    expect(ann.forMe[1]!.askedAt).toBeInstanceOf(Date);
    expect(ann.forMe[1]!.waitsUntil!.getTime()).toBeGreaterThan(ann.now.getTime());
    const mia = await start('mia');
    expect([ids(mia.mine), mia.forMe, mia.ofUnit]).toEqual([[printer], [], 0]);
  });

  it('gives an expert what they were called in for, and ICT what cannot wait', async () => {
    const id = await ask('mia', 'Mijn draaitabel telt niet.');
    await callIn(await world.veurne.as('ann'), id, {
      personId: world.veurne.personId('ernst'),
      note: '',
    });
    const clicked = await ask('karel', 'Ik klikte op een link in een rare mail.');
    expect(ids((await start('ernst')).forMe)).toEqual([id]);
    expect(ids((await start('tom')).forMe)).toEqual([clicked]);
  });

  it('gives what one wanted to look at again, for oneself alone', async () => {
    const id = await ask('mia', 'De printer print niets.');
    await answerQuestion(await world.veurne.as('ann'), id, { body: 'Zo.', theme: null });
    const at = await remindMe(await world.veurne.as('ann'), id, { when: 'tomorrow', day: null });
    expect((await start('ann')).reminders).toMatchObject([{ id, dueAt: at }]);
    for (const name of ['mia', 'bram'] as const) expect((await start(name)).reminders).toEqual([]);
  });

  it('gives known problems, open ones to all and solved ones to whoever waited', async () => {
    const ann = await world.veurne.as('ann');
    const open = await publishProblem(ann, { line: 'De scanner hapert.', theme: 'printing' });
    const over = await publishProblem(ann, { line: 'Teams is stil.', theme: 'teams' });
    await meToo(await world.veurne.as('mia'), open);
    await endProblem(ann, over, { outcome: 'Het werkt weer.' });
    expect((await start('mia')).problems).toEqual([
      { id: open, line: 'De scanner hapert.', isFollowed: true },
    ]);
    expect((await start('karel')).problems).toMatchObject([{ id: open, isFollowed: false }]);
    expect((await start('karel')).solved).toEqual([]);
  });

  it('gives tips, and the day on which somebody comes back to the two it concerns', async () => {
    const { veurne } = world;
    const tip = { title: 'Recto verso', body: 'Kies Beide kanten.', theme: 'printing' } as const;
    const { id } = await writeTip(await veurne.as('ann'), tip);
    await writeTip(await veurne.as('mia'), { ...tip, title: 'Een scherm delen' });
    expect(await start('karel')).toMatchObject({ tips: [{ id, title: 'Recto verso' }], tipsToLookAt: 0 });
    expect((await start('ann')).tipsToLookAt).toBe(1);
    await proposeFollowUp(await veurne.as('ann'), {
      personId: veurne.personId('mia'),
      comeOn: '2026-11-26',
      key: '',
    });
    expect((await start('mia')).followUps).toMatchObject([{ iAmCoach: false, state: 'proposed' }]);
    expect((await start('ann')).followUps).toMatchObject([{ iAmCoach: true }]);
    expect((await start('karel')).followUps).toEqual([]);
  });

  it('tells on the first day back what went to others meanwhile, to whoever was away alone', async () => {
    const { veurne } = world;
    const [moved, answered] = [
      await ask('mia', 'De printer print niets.'),
      await ask('karel', 'Geen geluid.'),
    ];
    const until = new Date('2026-11-25T23:00:00Z');
    await markAway(await veurne.as('ann'), veurne.personId('ann'), { until });
    await moveFromGone(veurne.system);
    const { holder } = await questionThread(await veurne.as('ann'), answered);
    expect(holder).not.toMatchObject({ firstName: 'Ann' });
    await answerQuestion(await veurne.as('bram'), answered, { body: 'Zo.', theme: null });
    expect((await start('ann')).whileAway).toEqual([]);
    await travelTo('2026-11-26 08:40');
    const { whileAway } = await start('ann');
    expect(ids(whileAway).toSorted()).toEqual([moved, answered].toSorted());
    expect(whileAway.find(({ id }) => id === answered)).toMatchObject({
      holderName: 'Bram Maes',
      state: 'answered',
    });
    for (const name of ['bram', 'mia', 'lies'] as const) expect((await start(name)).whileAway).toEqual([]);
    expect((await start('ann', world.koksijde)).whileAway).toEqual([]);
    await travelTo('2026-11-27 08:40');
    expect((await start('ann')).whileAway).toEqual([]);
    await asOwner('delete from absence');
  });

  it('tells it too when nobody knew until when, and the helper says to be back', async () => {
    const { veurne } = world;
    const moved = await ask('mia', 'De printer print niets.');
    const ann = await veurne.as('ann');
    await markAway(ann, veurne.personId('ann'), { until: null });
    await moveFromGone(veurne.system);
    await travelTo('2026-11-25 09:00');
    await endAbsence(ann, veurne.personId('ann'));
    expect(ids((await start('ann')).whileAway)).toEqual([moved]);
    await asOwner('delete from absence');
  });

  it('gives nothing of another organisation, and nothing to a program', async () => {
    await ask('mia', 'De printer print niets.');
    await publishProblem(await world.veurne.as('ann'), { line: 'De scanner hapert.', theme: 'printing' });
    const there = await start('ann', world.koksijde);
    expect([there.forMe, there.mine, there.problems, there.tips, there.ofUnit]).toEqual([[], [], [], [], 0]);
    const { integration } = await import('#rooms/people/server/index.ts');
    const token = integration(world.veurne.id, { id: world.veurne.personId('ann'), role: 'service' }, null);
    await expect(startHere(token)).rejects.toBeInstanceOf(Forbidden);
  });
});
