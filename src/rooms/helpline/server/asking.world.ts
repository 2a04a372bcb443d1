import { beforeEach } from 'vitest';
import { newId } from '#platform/ids.ts';
import { found } from '#platform/errors.ts';
import { giveRole } from '#rooms/people/server/index.ts';
import type { Role } from '#rooms/people/roles.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, type Name, type Town, type World } from '../../../../tests/support/world.ts';
import type { Ask } from '../forms.ts';
import { askQuestion } from './index.ts';

// What the tests about asking share. Nothing but tests imports it.

export const ask = { body: 'Mijn handtekening staat niet onder mijn mails.', theme: null, key: '' };

/** Before each test: Monday morning, everybody there, nothing open. */
export const startsAfresh = (): void =>
  beforeEach(async () => {
    await travelTo(mondayMorning);
    await asOwner('delete from absence');
    await asOwner('update question set state = $1, waits_until = null, closed_at = now()', ['closed']);
  });

/** Somebody of Veurne asks. */
export const askedIn =
  (world: World) =>
  async (by: Name = 'mia', more: Partial<Ask> = {}) =>
    askQuestion(await world.veurne.as(by), { ...ask, ...more });

export async function holderOf(id: string): Promise<string> {
  const [row] = await asOwner<{ holder_id: string }>('select holder_id from question where id = $1', [id]);
  return found(row).holder_id;
}

export type Hired = { first: string; last: string; unit: string; roles?: { kind: Role; unit?: string }[] };

/** One more colleague in a town, in a unit that is made when it is not there. Returns who and where. */
export const hire = (town: Town, { first, last, unit, roles = [] }: Hired) =>
  town.inside(async (tx) => {
    const unitNamed = async (name: string) => {
      const there = await tx.selectFrom('unit').select('id').where('name', '=', name).executeTakeFirst();
      if (there) return there.id;
      const id = newId();
      await tx.insertInto('unit').values({ id, name }).execute();
      return id;
    };
    const [personId, unitId] = [newId(), await unitNamed(unit)];
    const employer = await tx.selectFrom('employer').select('id').executeTakeFirstOrThrow();
    const name = { first_name: first, last_name: last, email: `${personId}@hired.example` };
    await tx
      .insertInto('person')
      .values({ id: personId, ...name })
      .execute();
    const job = { person_id: personId, employer_id: employer.id, number: personId, unit_id: unitId };
    await tx
      .insertInto('appointment')
      .values({ id: newId(), ...job })
      .execute();
    for (const role of roles)
      await giveRole(tx, { personId, kind: role.kind, unitId: await unitNamed(role.unit ?? unit) });
    return { personId, unitId };
  });
