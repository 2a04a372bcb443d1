import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf, type Name } from '../../../../tests/support/world.ts';
import type { AppointmentFields } from '../by-hand-forms.ts';
import { newcomer, onlyAppointment, useHandWorld } from './by-hand.world.ts';
import {
  addAppointment,
  addPerson,
  appointmentByHand,
  changeAppointment,
  employersHere,
  endAppointment,
  followStaffList,
  giveRole,
  peopleHere,
  personHere,
} from './index.ts';

const world = useHandWorld();
const hans = () => world.veurne.as('hans');
const ofMia = () => onlyAppointment(world.veurne.personId('mia'));

const formOf = (seen: Awaited<ReturnType<typeof appointmentByHand>>): AppointmentFields => ({
  ...{ unitId: seen.unit, location: seen.location, functionTitle: seen.functionTitle },
  ...{ functionGroup: undefined, startsOn: seen.startsOn, number: seen.number },
  ...{ visitingFrom: seen.visitingFrom, edition: seen.edition },
});

const leftNames = async () =>
  (await peopleHere(await hans(), { q: '', page: 1, only: 'left' })).people.map((row) => [
    row.firstName,
    row.leftOn,
  ]);

const jobs = () =>
  asOwner(`select data->'payload' as payload from pgboss.job where name = 'helpline.holderAway'`);

describe('an appointment', () => {
  it('is changed by hand, field by field, and each is given back to the list', async () => {
    const { veurne } = world;
    const of = await ofMia();
    const seen = await appointmentByHand(await hans(), of);
    expect(seen).toMatchObject({ unit: veurne.unitId('Burgerzaken'), edits: [], mayChangeNumber: false });
    const unitId = veurne.unitId('Bibliotheek');
    const moved = {
      ...formOf(seen),
      unitId,
      functionTitle: 'Loketmedewerker',
      functionGroup: 'care',
    } as const;
    await changeAppointment(await hans(), of, moved);
    const after = await appointmentByHand(await hans(), of);
    expect(after).toMatchObject({ unit: unitId, functionTitle: 'Loketmedewerker', functionGroup: 'care' });
    expect(after.edits).toMatchObject([
      { field: 'unit', listed: seen.unit, listedKnown: true },
      { field: 'functionTitle', listed: null, listedKnown: true },
    ]);
    await followStaffList(await hans(), { ...of, field: 'unit' });
    const { unit, functionTitle, edition } = await appointmentByHand(await hans(), of);
    expect([unit, functionTitle]).toEqual([seen.unit, 'Loketmedewerker']);
    await changeAppointment(await hans(), of, { ...formOf(seen), edition });
    expect(await appointmentByHand(await hans(), of)).toEqual(seen);
  });

  it('keeps the number by which a list knows it, and takes one as long as none does', async () => {
    const of = await ofMia();
    const seen = await appointmentByHand(await hans(), of);
    await changeAppointment(await hans(), of, { ...formOf(seen), number: '9999' });
    expect((await appointmentByHand(await hans(), of)).number).toBe(seen.number);
    const id = await addPerson(await hans(), await newcomer(world.veurne));
    const own = await onlyAppointment(id);
    const fresh = await appointmentByHand(await hans(), own);
    expect(fresh.mayChangeNumber).toBe(true);
    const withNumber = async (number: string) => {
      const { edition } = await appointmentByHand(await hans(), own);
      await changeAppointment(await hans(), own, { ...formOf(fresh), number, edition });
    };
    await expect(withNumber(`000${seen.number}`)).rejects.toEqual(
      new Invalid({ number: 'people_number_taken' }),
    );
    await withNumber('0707');
    await withNumber('0708');
    expect((await appointmentByHand(await hans(), own)).number).toBe('0708');
  });

  it('is not saved over by who did not see it, and stays in order', async () => {
    const of = await ofMia();
    const seen = await appointmentByHand(await hans(), of);
    await changeAppointment(await hans(), of, { ...formOf(seen), location: 'Loket 1' });
    const late = changeAppointment(await world.veurne.as('ada'), of, {
      ...formOf(seen),
      location: 'Loket 2',
    });
    await expect(late).rejects.toEqual(new Conflict('people_changed_meanwhile'));
    const lateEnd = endAppointment(await hans(), of, { endsOn: '2027-01-01', edition: seen.edition });
    await expect(lateEnd).rejects.toEqual(new Conflict('people_changed_meanwhile'));
    await endAppointment(await hans(), of, { endsOn: '2027-01-01' });
    const now = formOf(await appointmentByHand(await hans(), of));
    const wrong = changeAppointment(await hans(), of, { ...now, startsOn: '2027-02-01' });
    await expect(wrong).rejects.toEqual(new Invalid({ startsOn: 'people_starts_after' }));
    await endAppointment(await hans(), of, { endsOn: null });
    await changeAppointment(await hans(), of, { ...formOf(seen), edition: await editionNow(of) });
    expect(await appointmentByHand(await hans(), of)).toEqual(seen);
  });

  const editionNow = async (of: Awaited<ReturnType<typeof ofMia>>) =>
    (await appointmentByHand(await hans(), of)).edition;

  it('is nothing for another organisation, nor for who has another role', async () => {
    const { veurne, koksijde } = world;
    const of = await ofMia();
    const form = formOf(await appointmentByHand(await hans(), of));
    const given = await newcomer(veurne);
    for (const name of ['mia', 'ann', 'cora', 'mara'] satisfies Name[]) {
      const who = await veurne.as(name);
      await expect(appointmentByHand(who, of)).rejects.toThrow(Forbidden);
      await expect(addAppointment(who, of.personId, given)).rejects.toThrow(Forbidden);
      await expect(changeAppointment(who, of, form)).rejects.toThrow(Forbidden);
      await expect(endAppointment(who, of, { endsOn: null })).rejects.toThrow(Forbidden);
    }
    const there = await koksijde.as('hans');
    await expect(appointmentByHand(there, of)).rejects.toThrow(NotFound);
    await expect(changeAppointment(there, of, form)).rejects.toThrow(NotFound);
    await expect(endAppointment(there, of, { endsOn: null })).rejects.toThrow(NotFound);
    // Nor by the appointment of somebody else, or a unit of elsewhere.
    const mixed = { ...of, personId: veurne.personId('karel') };
    await expect(appointmentByHand(await hans(), mixed)).rejects.toThrow(NotFound);
    for (const unitId of [koksijde.unitId('Archief'), newId(), 'x'])
      await expect(changeAppointment(await hans(), of, { ...form, unitId })).rejects.toThrow(NotFound);
  });
});

describe('the last day', () => {
  beforeEach(() => asOwner('delete from pgboss.job'));

  it('hands on what waited, hides who left, and a wrong one is mended', async () => {
    const { veurne } = world;
    const id = await addPerson(await hans(), await newcomer(veurne));
    const of = await onlyAppointment(id);
    await giveRole(await veurne.as('cora'), { personId: id, kind: 'coach' });
    expect(await leftNames()).toEqual([]);
    await endAppointment(await hans(), of, { endsOn: '2026-12-31' });
    expect(await jobs()).toEqual([]);
    await asOwner('delete from pgboss.job');
    await endAppointment(await hans(), of, { endsOn: '2026-11-20' });
    expect(await jobs()).toEqual([{ payload: { personId: id } }]);
    expect(await leftNames()).toEqual([['An', '2026-11-20']]);
    const cora = await veurne.as('cora');
    expect((await peopleHere(cora, { q: 'nys', page: 1 })).total).toBe(0);
    await expect(peopleHere(cora, { q: '', page: 1, only: 'left' })).rejects.toThrow(Forbidden);
    await expect(personHere(cora, id)).rejects.toThrow(NotFound);
    expect(await personHere(await hans(), id)).toMatchObject({ firstName: 'An', roles: [] });
    await endAppointment(await hans(), of, { endsOn: null });
    expect(await leftNames()).toEqual([]);
    expect((await personHere(cora, id)).roles).toMatchObject([{ kind: 'coach' }]);
  });

  it('of one of two appointments leaves the other, and what waits', async () => {
    const id = await addPerson(await hans(), await newcomer(world.veurne));
    const first = await onlyAppointment(id);
    const unitId = world.veurne.unitId('Archief');
    await addAppointment(await hans(), id, await newcomer(world.veurne, { unitId }));
    await endAppointment(await hans(), first, { endsOn: '2026-11-20' });
    expect(await jobs()).toEqual([]);
    const { people } = await peopleHere(await hans(), { q: 'nys', page: 1 });
    expect(people.map(({ unitName }) => unitName)).toEqual(['Archief']);
  });

  it('never is the last of all administrators, now or later', async () => {
    const { veurne } = world;
    const of = await onlyAppointment(veurne.personId('ada'));
    for (const endsOn of ['2026-11-20', '2026-11-23', '2027-03-01'])
      await expect(endAppointment(await hans(), of, { endsOn })).rejects.toEqual(
        new Conflict('people_last_admin'),
      );
    const form = formOf(await appointmentByHand(await hans(), of));
    const later = changeAppointment(await hans(), of, { ...form, startsOn: '2026-12-01' });
    await expect(later).rejects.toEqual(new Conflict('people_last_admin'));
    const id = await addPerson(await hans(), await newcomer(veurne));
    await giveRole(await veurne.as('ada'), { personId: id, kind: 'admin' });
    await endAppointment(await hans(), of, { endsOn: '2027-03-01' });
    await endAppointment(await hans(), of, { endsOn: null });
    // Two who end one another at once must not both succeed.
    const other = await onlyAppointment(id);
    const both = await Promise.allSettled(
      [of, other].map(async (one) => endAppointment(await hans(), one, { endsOn: '2026-11-20' })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await asOwner('update appointment set ends_on = null where id = $1', [of.appointmentId]);
  });

  it('is logged by ids alone', async () => {
    const id = await addPerson(await hans(), await newcomer(world.veurne));
    await endAppointment(await hans(), await onlyAppointment(id), { endsOn: '2026-11-20' });
    const log = await rowsOf('activity', `subject_id = '${id}' order by happened_at, id`);
    expect(log.map((row) => (row as { event: string }).event)).toEqual(['person.added', 'appointment.ended']);
    expect(JSON.stringify(log)).not.toContain('2026-11-20"');
  });
});

describe('the list of colleagues', () => {
  it('is narrowed by unit and what lies below it, role, employer, and what is missing', async () => {
    const { veurne } = world;
    const names = async (filter: object) =>
      (await peopleHere(await hans(), { q: '', page: 1, ...filter })).people.map(
        ({ firstName }) => firstName,
      );
    const [employer] = await rowsOf('employer', `organisation_id = '${veurne.id}'`);
    const below = newId();
    await veurne.inside((tx) =>
      tx
        .insertInto('unit')
        .values({ id: below, name: 'Magazijn', parent_id: veurne.unitId('Bibliotheek') })
        .execute(),
    );
    await addPerson(
      await hans(),
      await newcomer(veurne, { unitId: below, email: null, startsOn: '2026-12-01' }),
    );
    expect(await names({ unitId: veurne.unitId('Bibliotheek') })).toEqual(['Lies', 'Omer', 'An']);
    expect(await names({ role: 'coach' })).toEqual(['Ann', 'Lies']);
    expect(await names({ only: 'no_mail' })).toEqual(['An']);
    expect(await names({ only: 'to_begin' })).toEqual(['An']);
    expect(await names({ only: 'visiting' })).toEqual([]);
    const { id: employerId } = employer as { id: string };
    expect(await names({ employerId, unitId: below })).toEqual(['An']);
    expect(await names({ unitId: world.koksijde.unitId('Archief') })).toEqual([]);
    expect(await names({ employerId: newId() })).toEqual([]);
    expect(await employersHere(await hans())).toEqual([{ id: employerId, name: 'Stad' }]);
    expect(await employersHere(await world.koksijde.as('cora'))).not.toContainEqual({
      id: employerId,
      name: 'Stad',
    });
    await expect(employersHere(await veurne.as('mia'))).rejects.toThrow(Forbidden);
  });
});
