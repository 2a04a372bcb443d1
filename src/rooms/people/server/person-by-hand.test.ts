import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf, type Name } from '../../../../tests/support/world.ts';
import { emailOfIdentity, newcomer, onlyAppointment, useHandWorld } from './by-hand.world.ts';
import { handEditsOf } from './hand-edits.ts';
import {
  addAppointment,
  addPerson,
  changePerson,
  endAppointment,
  followStaffList,
  peopleHere,
  peopleLike,
  personByHand,
} from './index.ts';

const world = useHandWorld();
const hans = () => world.veurne.as('hans');

const editsOf = async (personId: string) =>
  (await world.veurne.inside((tx) => handEditsOf(tx, personId))).map(({ field, listed, listedKnown }) => ({
    ...{ field, listed, listedKnown },
  }));

describe('a colleague who is added by hand', () => {
  it('can sign in, works in the unit, and no list takes what was typed away', async () => {
    const { veurne } = world;
    const id = await addPerson(
      await hans(),
      await newcomer(veurne, { number: '00707', endsOn: '2027-01-31' }),
    );
    expect(await emailOfIdentity(id)).toBe('an@nys.example');
    const { people } = await peopleHere(await hans(), { q: 'nys', page: 1 });
    expect(people).toMatchObject([{ id, unitName: 'Burgerzaken', visitingFrom: null, hasBegun: true }]);
    expect((await editsOf(id)).map(({ field }) => field).toSorted()).toEqual([
      ...['email', 'endsOn', 'firstName', 'lastName', 'unit'],
    ]);
    // No list spoke of it yet, also not of who has a number: a release leaves it as it is.
    expect((await editsOf(id)).every(({ listedKnown }) => !listedKnown)).toBe(true);
    await followStaffList(await hans(), { personId: id, appointmentId: null, field: 'lastName' });
    expect((await personByHand(await hans(), id)).lastName).toBe('Nys');
    const log = await rowsOf('activity', `subject_id = '${id}'`);
    expect(log.map((row) => (row as { event: string }).event)).toEqual([
      'person.added',
      'person.follows_list',
    ]);
    expect(JSON.stringify(log)).not.toMatch(/Nys|nys/);
  });

  it('without e-mail has a way to sign in too', async () => {
    const id = await addPerson(await hans(), await newcomer(world.veurne, { email: null }));
    expect(await emailOfIdentity(id)).toMatch(/@no-mail\.invalid$/);
  });

  it('is nobody’s double: not by address, number or, without asking, by name', async () => {
    const { veurne } = world;
    const who = await hans();
    const id = await addPerson(who, await newcomer(veurne, { number: '00707' }));
    const { employerId, ...rest } = await newcomer(veurne);
    const again = async (given: object) => addPerson(who, { employerId, ...rest, firstName: 'Bo', ...given });
    await expect(again({})).rejects.toEqual(new Invalid({ email: 'people_email_taken' }));
    await expect(again({ email: null, number: '707' })).rejects.toEqual(
      new Invalid({ number: 'people_number_taken' }),
    );
    const sameName = { firstName: 'ÀN', email: null };
    await expect(again(sameName)).rejects.toEqual(new Invalid({ sure: 'people_same_name' }));
    expect(await again({ ...sameName, sure: true })).not.toBe(id);
    const like = await peopleLike(who, { email: 'AN@nys.example', firstName: 'x', lastName: 'y' });
    expect(like).toMatchObject([{ id, by: 'email', hasLeft: false, unitName: 'Burgerzaken' }]);
    const byNumber = { firstName: 'an', lastName: 'nys', employerId: employerId!, number: '707' };
    expect((await peopleLike(who, byNumber)).map(({ by }) => by).toSorted()).toEqual(['name', 'number']);
    expect(await peopleLike(await world.koksijde.as('hans'), byNumber)).toEqual([]);
    expect(await peopleLike(who, {})).toEqual([]);
  });

  it('twice at once becomes one', async () => {
    const given = await newcomer(world.veurne, { sure: true });
    const who = await hans();
    const both = await Promise.allSettled([addPerson(who, given), addPerson(who, given)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: new Invalid({ email: 'people_email_taken' }),
    });
  });

  it('comes in a unit and with an employer of the own organisation', async () => {
    const { veurne, koksijde } = world;
    const there = await newcomer(koksijde);
    const unitId = koksijde.unitId('Archief');
    await expect(addPerson(await hans(), await newcomer(veurne, { unitId }))).rejects.toThrow(NotFound);
    const { employerId } = there;
    await expect(addPerson(await hans(), await newcomer(veurne, { employerId }))).rejects.toThrow(NotFound);
    const nowhere = await newcomer(veurne, { unitId: 'x' });
    await expect(addPerson(await hans(), nowhere)).rejects.toThrow(NotFound);
  });
});

describe('what is known of a person', () => {
  it('is changed by hand, and given back to the list', async () => {
    const { veurne } = world;
    const mia = veurne.personId('mia');
    const before = await personByHand(await hans(), mia);
    expect(before).toMatchObject({ edits: [], onList: true });
    const email = 'mia.nieuw@veurne.example';
    await changePerson(await hans(), mia, { ...before, firstName: 'Mieke', email });
    expect(await emailOfIdentity(mia)).toBe(email);
    expect(await editsOf(mia)).toEqual([
      { field: 'firstName', listed: 'Mia', listedKnown: true },
      { field: 'email', listed: before.email, listedKnown: true },
    ]);
    await followStaffList(await hans(), { personId: mia, appointmentId: null, field: 'email' });
    expect(await emailOfIdentity(mia)).toBe(before.email);
    // Who types what the list says, follows it.
    const { edition } = await personByHand(await hans(), mia);
    await changePerson(await hans(), mia, { ...before, edition });
    expect(await personByHand(await hans(), mia)).toEqual(before);
    await expect(
      followStaffList(await hans(), { personId: mia, appointmentId: null, field: 'email' }),
    ).rejects.toThrow(NotFound);
  });

  it('is not saved over by who did not see it', async () => {
    const mia = world.veurne.personId('mia');
    const seen = await personByHand(await hans(), mia);
    await changePerson(await hans(), mia, { ...seen, firstName: 'Mieke' });
    const late = changePerson(await world.veurne.as('ada'), mia, { ...seen, firstName: 'Maria' });
    await expect(late).rejects.toEqual(new Conflict('people_changed_meanwhile'));
    const now = await personByHand(await hans(), mia);
    expect(now.firstName).toBe('Mieke');
    await changePerson(await hans(), mia, { ...now, firstName: 'Mia' });
  });

  it('never takes the address of another', async () => {
    const mia = world.veurne.personId('mia');
    const seen = await personByHand(await hans(), mia);
    const { email } = await personByHand(await hans(), world.veurne.personId('ann'));
    const taken = changePerson(await hans(), mia, { ...seen, email });
    await expect(taken).rejects.toEqual(new Invalid({ email: 'people_email_taken' }));
    // The same address elsewhere is one human, and takes nothing from either.
    const there = await personByHand(await world.koksijde.as('hans'), world.koksijde.personId('ann'));
    await changePerson(await hans(), mia, { ...seen, email: there.email });
    expect(await emailOfIdentity(world.koksijde.personId('ann'))).toBe(there.email);
    const { edition } = await personByHand(await hans(), mia);
    await changePerson(await hans(), mia, { ...seen, edition });
    expect(await emailOfIdentity(mia)).toBe(seen.email);
    expect(await emailOfIdentity(world.koksijde.personId('ann'))).toBe(there.email);
  });
});

describe('keeping people right', () => {
  it('is for hr and administrators of the own organisation', async () => {
    const { veurne, koksijde } = world;
    const mia = await onlyAppointment(veurne.personId('mia'));
    const { personId } = mia;
    const given = await newcomer(veurne);
    const seen = await personByHand(await hans(), personId);
    const of = { personId, appointmentId: null, field: 'email' } as const;
    for (const name of ['mia', 'ann', 'cora', 'mara', 'dora'] satisfies Name[]) {
      const who = await veurne.as(name);
      await expect(addPerson(who, given)).rejects.toThrow(Forbidden);
      await expect(peopleLike(who, given as never)).rejects.toThrow(Forbidden);
      await expect(personByHand(who, personId)).rejects.toThrow(Forbidden);
      await expect(changePerson(who, personId, seen)).rejects.toThrow(Forbidden);
      await expect(followStaffList(who, of)).rejects.toThrow(Forbidden);
    }
    const there = await koksijde.as('hans');
    await expect(personByHand(there, personId)).rejects.toThrow(NotFound);
    await expect(changePerson(there, personId, seen)).rejects.toThrow(NotFound);
    await expect(followStaffList(there, of)).rejects.toThrow(NotFound);
    await expect(addAppointment(there, personId, await newcomer(koksijde))).rejects.toThrow(NotFound);
    for (const id of ['x', newId()]) await expect(personByHand(await hans(), id)).rejects.toThrow(NotFound);
    expect(await personByHand(await veurne.as('ada'), personId)).toEqual(seen);
  });

  it('finds who left again', async () => {
    const id = await addPerson(await hans(), await newcomer(world.veurne));
    await endAppointment(await hans(), await onlyAppointment(id), { endsOn: '2026-11-20' });
    expect(await peopleLike(await hans(), { email: 'an@nys.example' })).toMatchObject([
      { id, hasLeft: true },
    ]);
    await addAppointment(await hans(), id, await newcomer(world.veurne, { startsOn: '2026-11-23' }));
    expect((await peopleHere(await hans(), { q: 'nys', page: 1 })).total).toBe(1);
    await asOwner('delete from hand_edit');
  });
});
