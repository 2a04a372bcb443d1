import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { defaultWeekHours } from '#platform/hours.ts';
import { keepMailInMemory } from '#platform/server/mail.ts';
import { changeCard, changeHelper, endRole, giveRole, personAsActor } from '#rooms/people/server/index.ts';
import { asOwner, travelTo } from '../../../../../tests/support/database.ts';
import { mondayMorning, rowsOf, useWorld, type Town } from '../../../../../tests/support/world.ts';
import { sendDue } from '../../../../../tests/support/mail-jobs.ts';
import {
  myWelcome,
  nameBuddy,
  newcomersHere,
  tickWelcomeStep,
  welcomeNewcomers,
  welcomeOf,
} from '../index.ts';
import { keepWelcomes } from './invite.ts';
import { hire, nobodyNew } from './welcome.world.ts';

const world = useWorld();
const sent = keepMailInMemory();

beforeEach(async () => {
  await travelTo(mondayMorning);
  await nobodyNew();
  sent.length = 0;
});

async function nora(town: Town) {
  const id = await hire(town, { name: 'Nora', startsOn: '2026-11-16' });
  const hans = await town.as('hans');
  await welcomeNewcomers(hans, [id]);
  const [list] = (await welcomeOf(hans, id)).lists;
  const stepOf = (doer: string) => list!.steps.find((step) => step.doer === doer)!.id;
  const self = await town.inside(async (tx) => (await personAsActor(tx, id))!.actor);
  return { id, stepOf, self };
}

describe('a list', () => {
  it('is whole for who begins, and for coach and manager of the unit what is theirs', async () => {
    const { veurne, koksijde } = world;
    const { id, self } = await nora(veurne);
    const own = await myWelcome(self);
    expect(own.mine.map(({ kind, steps }) => [kind, steps.length > 6])).toEqual([['newcomer', true]]);
    expect(own.near).toEqual([]);
    const lies = await myWelcome(await veurne.as('lies'));
    expect(lies.mine).toEqual([]);
    expect(lies.near.map(({ personId }) => personId)).toEqual([id]);
    expect(new Set(lies.near[0]!.steps.map(({ doer }) => doer))).toEqual(new Set(['coach']));
    for (const name of ['mia', 'ann', 'omer', 'mara', 'tom', 'hans'] as const)
      expect(await myWelcome(await veurne.as(name))).toMatchObject({ mine: [], near: [] });
    expect(await myWelcome(await koksijde.as('lies'))).toMatchObject({ mine: [], near: [] });
  });

  it('is ticked by whose step it is and by who welcomes people', async () => {
    const { veurne, koksijde } = world;
    const { self, stepOf, id } = await nora(veurne);
    await tickWelcomeStep(self, stepOf('self'), true);
    await expect(tickWelcomeStep(self, stepOf('coach'), true)).rejects.toBeInstanceOf(Forbidden);
    await expect(tickWelcomeStep(await veurne.as('mia'), stepOf('self'), true)).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(tickWelcomeStep(await veurne.as('ann'), stepOf('coach'), true)).rejects.toBeInstanceOf(
      NotFound,
    );
    const lies = await veurne.as('lies');
    await expect(tickWelcomeStep(lies, stepOf('hr'), true)).rejects.toBeInstanceOf(NotFound);
    await expect(tickWelcomeStep(await koksijde.as('hans'), stepOf('hr'), true)).rejects.toBeInstanceOf(
      NotFound,
    );
    await expect(tickWelcomeStep(self, 'nonsense', true)).rejects.toBeInstanceOf(NotFound);
    await tickWelcomeStep(lies, stepOf('coach'), true);
    await tickWelcomeStep(await veurne.as('cora'), stepOf('ict'), true);
    const [list] = (await welcomeOf(await veurne.as('hans'), id)).lists;
    const ticked = list!.steps.flatMap(({ tickedBy }) => tickedBy?.firstName ?? []);
    expect(ticked.toSorted()).toEqual(['Cora', 'Lies', 'Nora']);
    // Who ticked first stays; a tick that is taken back leaves nothing.
    await tickWelcomeStep(await veurne.as('hans'), stepOf('self'), true);
    await tickWelcomeStep(await veurne.as('hans'), stepOf('coach'), false);
    const again = (await welcomeOf(await veurne.as('hans'), id)).lists[0]!.steps;
    expect(again.find((step) => step.id === stepOf('self'))?.tickedBy?.firstName).toBe('Nora');
    expect(again.find((step) => step.id === stepOf('coach'))).toMatchObject({ done: false, tickedBy: null });
  });

  it('is off the page of a coach who did their part', async () => {
    const { veurne } = world;
    await nora(veurne);
    const lies = await veurne.as('lies');
    for (const { id } of (await myWelcome(lies)).near[0]!.steps) await tickWelcomeStep(lies, id, true);
    expect((await myWelcome(lies)).near).toEqual([]);
  });
});

describe('who becomes a coach', () => {
  const beginning = async (town: Town) => (await newcomersHere(await town.as('cora'))).coaches;

  async function becomesCoach(town: Town) {
    const id = await hire(town, { name: 'Cas', startsOn: '2020-01-01', unit: 'Archief' });
    await giveRole(await town.as('cora'), { personId: id, kind: 'coach', unitId: town.unitId('Archief') });
    for (const _ of [1, 2]) await keepWelcomes(town.system);
    return id;
  }

  it('gets a list once, of which card and hours show by themselves', async () => {
    const { veurne } = world;
    const id = await becomesCoach(veurne);
    const cora = await veurne.as('cora');
    expect((await beginning(veurne)).map(({ firstName, done }) => [firstName, done])).toEqual([['Cas', 0]]);
    await changeCard(cora, id, { themes: ['outlook'], about: null, phone: null, place: 'zolder' });
    await changeHelper(cora, id, {
      hours: defaultWeekHours,
      substituteId: null,
      alsoElsewhere: false,
      place: 'zolder',
    });
    const [list] = (await welcomeOf(cora, id)).lists;
    const shown = list!.steps.filter(({ done }) => done).map(({ shownBy }) => shownBy);
    expect(shown).toEqual(['card', 'hours']);
    for (const step of list!.steps)
      if (step.shownBy !== 'drop_in') await tickWelcomeStep(cora, step.id, true);
    await asOwner(
      `insert into drop_in (organisation_id, id, person_id, first_on, every_weeks, starts_at, ends_at, place)
       values ($1, gen_random_uuid(), $2, '2026-11-24', 1, '10:00', '11:00', 'zolder')`,
      [veurne.id, id],
    );
    await keepWelcomes(veurne.system);
    expect(await beginning(veurne)).toEqual([]);
  });

  it('is nobody who coached before, or long ago', async () => {
    const { veurne } = world;
    const cora = await veurne.as('cora');
    await keepWelcomes(veurne.system);
    expect(await beginning(veurne)).toEqual([]);
    const again = await giveRole(cora, {
      personId: veurne.personId('ann'),
      kind: 'coach',
      unitId: veurne.unitId('Archief'),
    });
    await keepWelcomes(veurne.system);
    expect(await beginning(veurne)).toEqual([]);
    await endRole(cora, again);
  });

  it('has a buddy whom the coordinator names; both hear of it', async () => {
    const { veurne, koksijde } = world;
    const id = await becomesCoach(veurne);
    const cora = await veurne.as('cora');
    const lies = veurne.personId('lies');
    expect((await welcomeOf(await veurne.as('hans'), id)).buddies.map(({ firstName }) => firstName)).toEqual([
      'Ann',
      'Lies',
    ]);
    await expect(nameBuddy(cora, id, veurne.personId('mia'))).rejects.toBeInstanceOf(Invalid);
    await expect(nameBuddy(cora, id, id)).rejects.toBeInstanceOf(Invalid);
    await expect(nameBuddy(cora, veurne.personId('ann'), lies)).rejects.toBeInstanceOf(NotFound);
    await expect(nameBuddy(await koksijde.as('cora'), id, null)).rejects.toBeInstanceOf(NotFound);
    await expect(nameBuddy(await veurne.as('ann'), id, lies)).rejects.toBeInstanceOf(Forbidden);
    await nameBuddy(cora, id, veurne.personId('ann'));
    await nameBuddy(cora, id, lies);
    await nameBuddy(cora, id, lies);
    await asOwner(`delete from notification where kind = 'role.given'`);
    await sendDue(veurne);
    expect(sent.map(({ to, subject }) => `${to.name}: ${subject}`).toSorted()).toEqual([
      'Cas Nieuw: Nieuws over je buddy',
      'Lies Maes: Nieuws over je buddy',
    ]);
    expect(sent.find(({ to }) => to.name === 'Cas Nieuw')!.text).toContain('Lies Maes is je buddy');
    await nameBuddy(cora, id, null);
    expect(await rowsOf('welcome', 'buddy_id is not null')).toEqual([]);
  });
});
