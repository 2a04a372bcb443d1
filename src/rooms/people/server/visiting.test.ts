import { expect, it } from 'vitest';
import { Invalid } from '#platform/errors.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, rowsOf } from '../../../../tests/support/world.ts';
import { browserWith, nobody, tokenIn } from './sign-in.world.ts';
import { emailOfIdentity, newcomer, onlyAppointment, useHandWorld, visitor } from './by-hand.world.ts';
import {
  actorFor,
  addAppointment,
  addPerson,
  arrivalAt,
  appointmentByHand,
  changeAppointment,
  changePerson,
  coachCard,
  endAppointment,
  endRole,
  giveRole,
  helpersHere,
  peopleHere,
  peopleListed,
  personByHand,
  personHere,
  sessionIdentity,
  signInLink,
  signInWithLink,
  workplacesOf,
} from './index.ts';

const world = useHandWorld();
const hans = () => world.veurne.as('hans');

/** Vera works in Koksijde and visits Veurne: one human, two persons. */
async function vera() {
  const { veurne, koksijde } = world;
  const work = { firstName: 'Vera', lastName: 'Vos', email: 'vera@vos.example' };
  const home = await addPerson(await koksijde.as('hans'), await newcomer(koksijde, work));
  const here = await addPerson(await hans(), await visitor(veurne, { visitingFrom: 'Gemeente Koksijde' }));
  const [row] = await asOwner<{ id: string }>('select identity_id as id from person where id = $1', [here]);
  return { home, here, identityId: row!.id };
}

const placesOf = async (identityId: string) => (await workplacesOf(identityId)).map(({ slug }) => slug);

it('somebody of another authority helps in two organisations, and sees each only from inside', async () => {
  const { veurne, koksijde } = world;
  const { home, here, identityId } = await vera();
  expect(await placesOf(identityId)).toEqual(['koksijde', 'veurne']);
  await giveRole(await veurne.as('cora'), { personId: here, kind: 'expert', themes: ['teams'] });
  expect((await actorFor(veurne.id, here))!.actor.roles).toMatchObject([{ kind: 'expert' }]);
  expect((await actorFor(koksijde.id, home))!.actor.roles).toEqual([]);
  // One's person of elsewhere is nobody here.
  expect([await actorFor(veurne.id, home), await actorFor(koksijde.id, here)]).toEqual([null, null]);
  const { people } = await peopleHere(await hans(), { q: 'vos', page: 1, only: 'visiting' });
  expect(people).toMatchObject([{ id: here, visitingFrom: 'Gemeente Koksijde', unitName: 'Burgerzaken' }]);
  const page = await personHere(await hans(), here);
  expect(page.appointments).toMatchObject([{ employer: null, visitingFrom: 'Gemeente Koksijde' }]);
  const card = await coachCard(await veurne.as('mia'), here);
  expect(card).toMatchObject({ isExpert: true, visitingFrom: 'Gemeente Koksijde' });
  const { helpers } = await helpersHere(await koksijde.as('mia'));
  expect(helpers.map(({ lastName }) => lastName)).not.toContain('Vos');
  const there = JSON.stringify([
    await personHere(await koksijde.as('hans'), home),
    await peopleHere(await koksijde.as('hans'), { q: '', page: 1 }),
    await peopleListed(await koksijde.as('hans'), { limit: 100, after: null }),
  ]);
  for (const secret of [here, 'Gemeente Koksijde', 'veurne']) expect(there).not.toContain(secret);
});

it('their leaving one leaves the other alone: person, roles, sessions and the way to sign in', async () => {
  const { veurne, koksijde } = world;
  const { home, here, identityId } = await vera();
  await giveRole(await koksijde.as('cora'), { personId: home, kind: 'coach' });
  await giveRole(await veurne.as('ada'), { personId: here, kind: 'trainer' });
  const link = await signInLink(veurne.id, here);
  const session = browserWith((await signInWithLink(tokenIn(link), nobody))!.setCookies);
  const before = await rowsOf('person', `id = '${home}'`);
  await endAppointment(await hans(), await onlyAppointment(here), { endsOn: '2026-11-20' });
  expect(await placesOf(identityId)).toEqual(['koksijde']);
  expect(await actorFor(veurne.id, here)).toBeNull();
  expect((await actorFor(koksijde.id, home))!.actor.roles).toMatchObject([{ kind: 'coach' }]);
  expect(await rowsOf('person', `id = '${home}'`)).toEqual(before);
  // The session goes on, and opens the other alone; who signs in again comes there too.
  expect(await sessionIdentity(session)).toBe(identityId);
  const arrival = await arrivalAt(session, 'veurne');
  expect(await actorFor(veurne.id, arrival!.personId!)).toBeNull();
  expect((await arrivalAt(session, 'koksijde'))!.personId).toBe(home);
  const again = await signInWithLink(tokenIn(await signInLink(koksijde.id, home)), nobody);
  expect(await placesOf(again!.identityId)).toEqual(['koksijde']);
  expect(await emailOfIdentity(home)).toBe('vera@vos.example');
});

it('on the day after the last they are in no more, by themselves', async () => {
  const { veurne } = world;
  const { here, identityId } = await vera();
  await travelTo('2027-06-30 10:00');
  expect(await placesOf(identityId)).toEqual(['koksijde', 'veurne']);
  await travelTo('2027-07-01 10:00');
  expect(await placesOf(identityId)).toEqual(['koksijde']);
  expect(await actorFor(veurne.id, here)).toBeNull();
  await travelTo(mondayMorning);
});

it('another address here is another way to sign in here, and nowhere else', async () => {
  const { veurne } = world;
  const { home, here, identityId } = await vera();
  const seen = await personByHand(await hans(), here);
  await changePerson(await hans(), here, { ...seen, email: 'vera@veurne.example' });
  expect([await emailOfIdentity(home), await emailOfIdentity(here)]).toEqual([
    'vera@vos.example',
    'vera@veurne.example',
  ]);
  expect(await placesOf(identityId)).toEqual(['koksijde']);
  const { edition } = await personByHand(await hans(), here);
  await expect(changePerson(await hans(), here, { ...seen, email: null, edition })).rejects.toEqual(
    new Invalid({ email: 'people_visit_needs_mail' }),
  );
  expect((await peopleHere(await veurne.as('hans'), { q: 'vos', page: 1 })).total).toBe(1);
});

it('a visit has an address, an authority and a last day', async () => {
  const { veurne } = world;
  const who = await hans();
  await expect(addPerson(who, await visitor(veurne, { email: null }))).rejects.toEqual(
    new Invalid({ email: 'people_visit_needs_mail' }),
  );
  const id = await addPerson(who, await newcomer(veurne, { email: null }));
  await expect(addAppointment(who, id, await visitor(veurne))).rejects.toEqual(
    new Invalid({ visitingFrom: 'people_visit_needs_mail' }),
  );
  const of = await onlyAppointment(await addPerson(who, await visitor(veurne)));
  await expect(endAppointment(who, of, { endsOn: null })).rejects.toEqual(
    new Invalid({ endsOn: 'people_visit_needs_end' }),
  );
  const { unit: unitId, edits, mayChangeNumber, ...seen } = await appointmentByHand(who, of);
  expect([edits, mayChangeNumber]).toEqual([[], false]);
  const form = { ...seen, unitId, functionGroup: undefined };
  await expect(changeAppointment(who, of, { ...form, visitingFrom: null })).rejects.toEqual(
    new Invalid({ visitingFrom: 'people_authority_missing' }),
  );
  await changeAppointment(who, of, { ...form, visitingFrom: 'Stad Roeselare', number: '12' });
  expect(await appointmentByHand(who, of)).toMatchObject({
    visitingFrom: 'Stad Roeselare',
    number: null,
    edits: [],
  });
  await endAppointment(who, of, { endsOn: '2027-12-31' });
});

it('is a colleague to whom a role is given and ended like to any other', async () => {
  const { veurne } = world;
  const here = await addPerson(await hans(), await visitor(veurne));
  const cora = await veurne.as('cora');
  const role = await giveRole(cora, { personId: here, kind: 'coach', unitId: veurne.unitId('Bibliotheek') });
  expect((await coachCard(await veurne.as('mia'), here)).units).toMatchObject([{ name: 'Bibliotheek' }]);
  await endRole(cora, role);
  const listed = await peopleListed(await hans(), { limit: 100, after: null });
  expect(listed.find(({ id }) => id === here)).toMatchObject({ visitingFrom: 'Stad Kortrijk', roles: [] });
});
