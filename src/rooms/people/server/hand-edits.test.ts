import { afterEach, expect, it } from 'vitest';
import { NotFound } from '#platform/errors.ts';
import { system } from '#platform/server/scope.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { handEditsOf, releaseField, setByHand } from './hand-edits.ts';
import { inOrganisation } from '#platform/server/scope.ts';

const world = useWorld();
afterEach(() => asOwner('delete from hand_edit'));

/** Mia, who came with a list, and her appointment. */
async function mia() {
  const personId = world.veurne.personId('mia');
  const [appointment] = await rowsOf('appointment', `person_id = '${personId}'`);
  return { personId, appointmentId: String(appointment!.id), was: appointment! };
}
const here = world;
const inside = <T>(work: Parameters<typeof inOrganisation<T>>[1]) =>
  inOrganisation(system(here.veurne.id, 'test'), work);

it('what was there before is the list’s, and a release puts it back', async () => {
  const { personId, appointmentId, was } = await mia();
  const unit = { personId, appointmentId, field: 'unit' } as const;
  const [other] = await rowsOf(
    'unit',
    `organisation_id = '${world.veurne.id}' and id <> '${String(was.unit_id)}'`,
  );
  await inside(async (tx) => {
    await setByHand(tx, { ...unit, was: String(was.unit_id) });
    await tx
      .updateTable('appointment')
      .set({ unit_id: String(other!.id) })
      .where('id', '=', appointmentId)
      .execute();
    await setByHand(tx, { ...unit, was: String(other!.id) });
    expect(await handEditsOf(tx, personId)).toMatchObject([
      { ...unit, listed: was.unit_id, listedKnown: true },
    ]);
  });
  expect(await inside((tx) => releaseField(tx, unit))).toBe(was.unit_id);
  expect(await rowsOf('appointment', `id = '${appointmentId}'`)).toMatchObject([{ unit_id: was.unit_id }]);
  expect(await rowsOf('hand_edit')).toEqual([]);
  await expect(inside((tx) => releaseField(tx, unit))).rejects.toThrow(NotFound);
});

it('a day goes back as a day, an address with the way to sign in', async () => {
  const { personId, appointmentId } = await mia();
  const [before] = await rowsOf('person', `id = '${personId}'`);
  const email = { personId, appointmentId: null, field: 'email' } as const;
  const ends = { personId, appointmentId, field: 'endsOn' } as const;
  await inside(async (tx) => {
    await setByHand(tx, { ...email, was: String(before!.email) });
    await setByHand(tx, { ...ends, was: null });
    await tx.updateTable('person').set({ email: 'other@mia.example' }).where('id', '=', personId).execute();
    await tx
      .updateTable('appointment')
      .set({ ends_on: '2026-12-01' })
      .where('id', '=', appointmentId)
      .execute();
  });
  expect(await inside((tx) => releaseField(tx, ends))).toBeNull();
  await inside((tx) =>
    tx
      .insertInto('person')
      .values({ id: world.veurne.id, first_name: 'An', last_name: 'Nys', email: String(before!.email) })
      .execute(),
  );
  await expect(inside((tx) => releaseField(tx, email))).rejects.toMatchObject({
    reason: 'people_hand_email_taken',
  });
  await asOwner('delete from person where id = $1', [world.veurne.id]);
  expect(await inside((tx) => releaseField(tx, email))).toBe(before!.email);
  const [person] = await asOwner(
    'select p.email, i.email as identity from person p join identity.identity i on i.id = p.identity_id where p.id = $1',
    [personId],
  );
  expect(person).toEqual({ email: before!.email, identity: before!.email });
});

it('of what no list spoke, a release keeps what stands there', async () => {
  const { personId, appointmentId } = await mia();
  const place = { personId, appointmentId, field: 'location' } as const;
  await asOwner('update appointment set number = null where id = $1', [appointmentId]);
  await inside(async (tx) => {
    await setByHand(tx, { ...place, was: null });
    await tx
      .updateTable('appointment')
      .set({ location: 'Loket 3' })
      .where('id', '=', appointmentId)
      .execute();
    expect(await handEditsOf(tx, personId)).toMatchObject([{ listed: null, listedKnown: false }]);
    expect(await releaseField(tx, place)).toBe('Loket 3');
  });
});

it('another organisation sees and releases nothing of it', async () => {
  const { personId, appointmentId, was } = await mia();
  const unit = { personId, appointmentId, field: 'unit' } as const;
  await inside((tx) => setByHand(tx, { ...unit, was: String(was.unit_id) }));
  await inOrganisation(system(world.koksijde.id, 'test'), async (tx) => {
    expect(await handEditsOf(tx, personId)).toEqual([]);
    await expect(releaseField(tx, unit)).rejects.toThrow(NotFound);
  });
});
