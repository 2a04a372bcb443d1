import { afterEach } from 'vitest';
import type { NewPerson } from '../by-hand-forms.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf, useWorld, type Town, type World } from '../../../../tests/support/world.ts';

// Colleagues who are added and changed by hand, in a world of three organisations.

/** To be called at the top of a test file. After each test who was added is gone, and nothing was set by hand. */
export function useHandWorld(): World {
  const world = useWorld();
  afterEach(async () => {
    await asOwner('delete from hand_edit');
    await asOwner('delete from leaving');
    await asOwner('delete from notification');
    await asOwner(
      `delete from role where appointment_id in (select id from appointment where person_id in (${added}))`,
    );
    await asOwner(`delete from appointment where person_id in (${added})`);
    await asOwner(`delete from address where kind = 'identity' and subject_id in (${added})`);
    await asOwner(`delete from person where id in (${added})`);
    await asOwner('delete from pgboss.job');
  });
  return world;
}

const added = `select id from person where last_name <> 'Maes'`;

/** What somebody who adds a colleague of Burgerzaken fills in. */
export async function newcomer(town: Town, given: Partial<NewPerson> = {}): Promise<NewPerson> {
  const [employer] = await rowsOf('employer', `organisation_id = '${town.id}'`);
  return {
    ...{ firstName: 'An', lastName: 'Nys', email: 'an@nys.example', sure: false },
    ...{ employerId: (employer as { id: string }).id, number: null, visitingFrom: null },
    ...{ unitId: town.unitId('Burgerzaken'), location: null, functionTitle: null },
    ...{ startsOn: null, endsOn: null, ...given },
  };
}

/** Somebody of another authority, for a while. */
export const visitor = (town: Town, given: Partial<NewPerson> = {}): Promise<NewPerson> =>
  newcomer(town, {
    ...{ firstName: 'Vera', lastName: 'Vos', email: 'vera@vos.example' },
    ...{
      employerId: null,
      visitingFrom: 'Stad Kortrijk',
      startsOn: '2026-11-01',
      endsOn: '2027-06-30',
      ...given,
    },
  });

/** The only appointment of somebody. */
export async function onlyAppointment(
  personId: string,
): Promise<{ personId: string; appointmentId: string }> {
  const [row] = await rowsOf('appointment', `person_id = '${personId}'`);
  return { personId, appointmentId: (row as { id: string }).id };
}

export const emailOfIdentity = async (personId: string): Promise<string | undefined> =>
  (
    await asOwner<{ email: string }>(
      'select i.email from person p join identity.identity i on i.id = p.identity_id where p.id = $1',
      [personId],
    )
  )[0]?.email;
