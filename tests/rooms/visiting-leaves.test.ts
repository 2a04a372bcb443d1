import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '../../src/platform/errors.ts';
import { daily, sweeps } from '../../src/registry.server.ts';
import {
  answerQuestion,
  askQuestion,
  claimQuestion,
  questionThread,
} from '../../src/rooms/helpline/server/index.ts';
import {
  actorFor,
  addDropIn,
  addPerson,
  cancelLeaving,
  dropInsHere,
  giveRole,
  leavingHere,
  markAway,
  planLeaving,
  workplacesOf,
} from '../../src/rooms/people/server/index.ts';
import { tipHere, writeTip } from '../../src/rooms/tips/server/index.ts';
import { newcomer, onlyAppointment, visitor } from '../../src/rooms/people/server/by-hand.world.ts';
import { asOwner, travelTo } from '../support/database.ts';
import { mondayMorning, rowsOf, useWorld, type Town } from '../support/world.ts';

/**
 * Vera works in Koksijde and visits Veurne, where she helps too. In both she has a question in her hands, a tip, a walk-in
 * moment and days off. On Friday she stops in Veurne, by the leaving wizard of Veurne.
 */
const world = useWorld();
const plan = {
  ...({ kind: 'job', lastDay: '2026-11-27', word: null } as const),
  ...{ keeperId: null, dropInsTo: null, standsInId: null },
};

type Life = Awaited<ReturnType<typeof lived>>;
let [visits, home]: Life[] = [];

/** What a helper leaves behind when she goes. */
async function lived(town: Town, personId: string) {
  const cora = await town.as('cora');
  await giveRole(cora, { personId, kind: 'coach', unitId: town.unitId('Bibliotheek') });
  const vera = (await actorFor(town.id, personId))!.actor;
  const question = await askQuestion(await town.as('omer'), {
    ...{ body: 'Waar staan mijn mappen?', theme: 'outlook', key: '' },
  } as never);
  await asOwner(`update question set holder_id = $1, state = 'waiting' where id = $2`, [personId, question]);
  await claimQuestion(vera, question);
  const { id: tip } = await writeTip(vera, {
    ...{ title: 'Een map maken', body: 'Klik op Nieuw.', theme: 'outlook' },
  } as never);
  await addDropIn(vera, personId, {
    ...{ firstOn: '2026-12-01', everyWeeks: 1, lastOn: null, startsAt: '09:00', endsAt: '10:00' },
    place: 'Leeszaal',
  });
  await markAway(vera, personId, { from: new Date('2027-02-01T08:00:00Z'), until: null });
  return { personId, vera, question, tip };
}

const sweep = async () => {
  for (const town of [world.veurne, world.koksijde])
    for (const one of Object.values(sweeps)) await one(town.system);
};

beforeAll(async () => {
  await travelTo(mondayMorning);
  const { veurne, koksijde } = world;
  const work = { firstName: 'Vera', lastName: 'Vos', email: 'vera@vos.example' };
  const atHome = await addPerson(await koksijde.as('hans'), await newcomer(koksijde, work));
  const here = await addPerson(
    await veurne.as('hans'),
    await visitor(veurne, { visitingFrom: 'Gemeente Koksijde' }),
  );
  visits = await lived(veurne, here);
  await markAway(visits.vera, here, { from: new Date('2026-11-25T08:00:00Z'), until: null });
  home = await lived(koksijde, atHome);
  await answerQuestion(home.vera, home.question, { body: 'Onder Bestanden.', theme: null });
}, 60_000);

afterAll(() => travelTo(mondayMorning));

const holderOf = async ({ question }: Life) => (await rowsOf('question', `id = '${question}'`))[0]?.holder_id;
const absencesOf = ({ personId }: Life) => rowsOf('absence', `person_id = '${personId}'`);
const identityOf = async ({ personId }: Life) =>
  (await rowsOf('person', `id = '${personId}'`))[0]?.identity_id as string;

describe('somebody who visits from elsewhere', () => {
  it('leaves by the wizard of where they visit, which nobody elsewhere can read or plan', async () => {
    const { veurne, koksijde } = world;
    const cora = await veurne.as('cora');
    await planLeaving(cora, visits!.personId, plan);
    const ends = async () => rowsOf('appointment', `person_id = '${visits!.personId}'`);
    expect(await ends()).toMatchObject([{ ends_on: '2026-11-27' }]);
    await cancelLeaving(cora, visits!.personId);
    expect(await ends()).toMatchObject([{ ends_on: '2027-06-30' }]);
    await planLeaving(cora, visits!.personId, plan);
    const there = await koksijde.as('cora');
    for (const refused of [
      () => planLeaving(there, visits!.personId, plan),
      () => cancelLeaving(there, visits!.personId),
      () => leavingHere(there, visits!.personId),
      () => leavingHere(cora, home!.personId),
      () => planLeaving(cora, home!.personId, plan),
    ])
      await expect(refused()).rejects.toThrow(NotFound);
    expect((await leavingHere(there, home!.personId)).plan).toBeNull();
    expect(await rowsOf('leaving', `organisation_id = '${koksijde.id}'`)).toEqual([]);
  });

  it('is gone there, with all passed on and no days off kept open', async () => {
    const { veurne } = world;
    await travelTo('2026-11-28 10:00');
    await sweep();
    expect(await actorFor(veurne.id, visits!.personId)).toBeNull();
    expect(await holderOf(visits!)).not.toBe(visits!.personId);
    const omer = await veurne.as('omer');
    expect(JSON.stringify(await questionThread(omer, visits!.question))).not.toContain('Vos');
    expect((await tipHere(await veurne.as('cora'), visits!.tip)).ownerId).toBe(veurne.personId('cora'));
    const [away, ...later] = await absencesOf(visits!);
    expect([(away!.ends_at as Date).toISOString().slice(0, 16), later]).toEqual(['2026-11-28T09:00', []]);
    expect(await rowsOf('drop_in', `person_id = '${visits!.personId}' and stopped_at is null`)).toEqual([]);
  });

  it('works and helps on at home as if nothing had happened', async () => {
    const { koksijde } = world;
    const { actor } = (await actorFor(koksijde.id, home!.personId))!;
    expect(actor.roles).toMatchObject([{ kind: 'coach' }]);
    expect((await workplacesOf(await identityOf(home!))).map(({ slug }) => slug)).toEqual(['koksijde']);
    expect(await holderOf(home!)).toBe(home!.personId);
    const thread = await questionThread(await koksijde.as('omer'), home!.question);
    expect(thread.holder).toEqual({ firstName: 'Vera', lastName: 'Vos' });
    expect((await tipHere(await koksijde.as('cora'), home!.tip)).ownerId).toBe(home!.personId);
    expect(await absencesOf(home!)).toMatchObject([{ ends_at: null }]);
    expect((await dropInsHere(actor, home!.personId)).dropIns).toHaveLength(1);
    expect(await rowsOf('appointment', `person_id = '${home!.personId}'`)).toMatchObject([{ ends_on: null }]);
    expect(await onlyAppointment(home!.personId)).toBeDefined();
    // What each organisation sees of the other: nothing.
    for (const verb of [questionThread, tipHere] as const)
      await expect(verb(actor, verb === tipHere ? visits!.tip : visits!.question)).rejects.toThrow(NotFound);
  });

  it('cannot be marked away there any more', async () => {
    const away = { until: null };
    const [here, there] = [await world.veurne.as('cora'), await world.koksijde.as('cora')];
    await expect(markAway(here, visits!.personId, away)).rejects.toThrow(NotFound);
    await expect(markAway(there, visits!.personId, away)).rejects.toThrow(NotFound);
  });

  it('leaves no days off behind that would be kept for ever', async () => {
    await travelTo('2026-12-29 10:00');
    await daily['people.forgetAbsences']!(world.veurne.system);
    await daily['people.forgetAbsences']!(world.koksijde.system);
    expect(await absencesOf(visits!)).toEqual([]);
    expect(await absencesOf(home!)).toHaveLength(1);
  });
});
