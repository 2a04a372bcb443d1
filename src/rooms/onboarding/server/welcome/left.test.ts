import { beforeEach, describe, expect, it } from 'vitest';
import { keepMailInMemory } from '#platform/server/mail.ts';
import { leavingHere, planLeaving } from '#rooms/people/server/index.ts';
import { sweepOnce } from '../../../../../tests/support/daily.ts';
import { asOwner, travelTo } from '../../../../../tests/support/database.ts';
import { sendDue } from '../../../../../tests/support/mail-jobs.ts';
import { mondayMorning, rowsOf, useWorld, type Name, type Town } from '../../../../../tests/support/world.ts';
import { myWelcome, nameBuddy, newcomersHere, tickWelcomeStep, welcomeOf } from '../index.ts';
import { giveLists } from './give.ts';
import { nobodyNew } from './welcome.world.ts';

const world = useWorld();
const sent = keepMailInMemory();
const stop = {
  ...({ kind: 'coach', lastDay: '2026-11-27', word: null } as const),
  ...{ keeperId: null, dropInsTo: null, standsInId: null },
};
const items = [{ sentence: 'Drink een koffie.', doer: 'self', shownBy: null } as never];

/** Somebody begins as a coach, with a list of one step. */
const begins = (town: Town, name: Name) =>
  town.inside((tx) =>
    giveLists(tx, [{ personId: town.personId(name), kind: 'coach', beginsOn: '2026-11-16', items }]),
  );

const beginning = async (town: Town) => (await newcomersHere(await town.as('cora'))).coaches;
const leave = (town: Town) => sweepOnce(town, 'people.leave');
const buddies = async (town: Town) => (await beginning(town)).map(({ buddy }) => buddy?.firstName ?? null);

beforeEach(async () => {
  await travelTo(mondayMorning);
  await nobodyNew();
  await asOwner('delete from leaving');
  await asOwner('update role set ends_on = null');
  await asOwner('update appointment set ends_on = null');
  for (const town of [world.veurne, world.koksijde]) {
    await begins(town, 'lies');
    await nameBuddy(await town.as('cora'), town.personId('lies'), town.personId('ann'));
  }
  await asOwner('delete from notification');
  sent.length = 0;
});

describe('a buddy who stops', () => {
  it('is one no more: who begins and the coordinator hear of it, once, and only there', async () => {
    const { veurne, koksijde } = world;
    await planLeaving(await veurne.as('ann'), veurne.personId('ann'), stop);
    expect((await leavingHere(await veurne.as('ann'), veurne.personId('ann'))).standing!.kept.buddyOf).toBe(
      1,
    );
    await leave(veurne);
    expect(await buddies(veurne)).toEqual(['Ann']);
    await travelTo('2026-11-28 10:00');
    for (const town of [veurne, koksijde, veurne]) await leave(town);
    expect(await buddies(veurne)).toEqual([null]);
    expect(await buddies(koksijde)).toEqual(['Ann']);
    for (const town of [veurne, koksijde]) await sendDue(town);
    const about = sent.filter(({ subject }) => /buddy/.test(subject));
    expect(about.map(({ to, subject }) => `${to.name}: ${subject}`).toSorted()).toEqual([
      'Cora Maes: Een nieuwe digicoach zoekt een buddy',
      'Lies Maes: Nieuws over je buddy',
    ]);
    expect(about.map(({ text }) => text).join()).not.toContain('Ann');
  });

  it('has been replaced before the mail leaves: nobody is told', async () => {
    const { veurne } = world;
    await planLeaving(await veurne.as('cora'), veurne.personId('ann'), { ...stop, kind: 'job' });
    await asOwner('delete from notification');
    await travelTo('2026-11-28 10:00');
    await leave(veurne);
    await asOwner('update welcome set buddy_id = $1 where organisation_id = $2', [
      ...[veurne.personId('ernst'), veurne.id],
    ]);
    await sendDue(veurne);
    expect(sent.filter(({ subject }) => /buddy/.test(subject))).toEqual([]);
  });
});

describe('somebody who begins and', () => {
  it('stops again has no list of a coach any more', async () => {
    const { veurne, koksijde } = world;
    await planLeaving(await veurne.as('lies'), veurne.personId('lies'), stop);
    await travelTo('2026-11-28 10:00');
    await leave(veurne);
    expect(await rowsOf('welcome', `organisation_id = '${veurne.id}'`)).toEqual([]);
    expect((await myWelcome(await veurne.as('lies'))).mine).toEqual([]);
    expect(await beginning(koksijde)).toHaveLength(1);
  });

  it('is gone stands nowhere, already before anything was passed on', async () => {
    const { veurne } = world;
    await asOwner(`update appointment set ends_on = '2026-11-22' where person_id = $1`, [
      veurne.personId('lies'),
    ]);
    expect(await beginning(veurne)).toEqual([]);
    expect(await beginning(world.koksijde)).toHaveLength(1);
  });
});

it('who ticked a step and is gone is a digicoach', async () => {
  const { veurne } = world;
  const lies = veurne.personId('lies');
  const read = async () => (await welcomeOf(await veurne.as('cora'), lies)).lists[0]!;
  await tickWelcomeStep(await veurne.as('cora'), (await read()).steps[0]!.id, true);
  await asOwner('update welcome_step set ticked_by = $1 where organisation_id = $2', [
    ...[veurne.personId('ann'), veurne.id],
  ]);
  expect((await read()).steps[0]!.tickedBy).toEqual({ firstName: 'Ann', lastName: 'Maes' });
  await asOwner(`update appointment set ends_on = '2026-11-22' where person_id = $1`, [
    veurne.personId('ann'),
  ]);
  const { steps, buddy } = await read();
  expect(steps[0]!.tickedBy).toEqual({ firstName: '', lastName: 'gone:helper' });
  expect(buddy).toBeNull();
});
