import { Temporal } from 'temporal-polyfill';
import { localDay } from '#platform/days.ts';
import { Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { canKeepTip, type Tip } from '../tip.ts';
import { tipSeen } from './seeing.ts';

/** The same day a year on: when somebody looks again at what is published today. */
export const aYearFrom = (now: Date): string =>
  Temporal.PlainDate.from(localDay(now)).add({ years: 1 }).toString();

/** Whoever works here today: an owner who left keeps nothing. */
const workingHere = (tx: Tx) =>
  tx
    .selectFrom('person')
    .innerJoin('appointment', 'appointment.person_id', 'person.id')
    .where((eb) =>
      eb.or([eb('appointment.starts_on', 'is', null), eb('appointment.starts_on', '<=', localDay(tx.now))]),
    )
    .where((eb) =>
      eb.or([eb('appointment.ends_on', 'is', null), eb('appointment.ends_on', '>=', localDay(tx.now))]),
    );

export async function worksHere(tx: Tx, personId: string): Promise<boolean> {
  const row = await workingHere(tx).select('person.id').where('person.id', '=', personId).executeTakeFirst();
  return row !== undefined;
}

/** Who can keep this tip: who does so now, who wrote it, who asks, and whoever helps others. By first name. */
export const tipKeepers = verb('tipKeepers', async (tx, id: string) => {
  const tip = await tipSeen(tx, id);
  if (!canKeepTip(tx.actor, tip)) return [];
  const known = [tip.ownerId, tip.authorId, tx.actor.personId].filter((one) => one !== null);
  const rows = await workingHere(tx)
    .leftJoin('role', (join) =>
      join
        .onRef('role.appointment_id', '=', 'appointment.id')
        .on('role.kind', 'in', ['coach', 'expert', 'coordinator'])
        .on('role.starts_on', '<=', localDay(tx.now))
        .on((eb) => eb.or([eb('role.ends_on', 'is', null), eb('role.ends_on', '>=', localDay(tx.now))])),
    )
    .where((eb) => eb.or([eb('role.id', 'is not', null), ...known.map((one) => eb('person.id', '=', one))]))
    .select(['person.id', 'first_name as firstName', 'last_name as lastName'])
    .distinct()
    .orderBy('first_name')
    .orderBy('last_name')
    .orderBy('person.id')
    .execute();
  return rows;
});

type Kept = { unitId?: string | null; ownerId?: string; reviewOn?: string };

/** Whether what a tip points at is there, and its day still to come. What stood there before may stay. */
export async function checkKept(tx: Tx, given: Kept, tip?: Tip): Promise<void> {
  if (given.unitId && !(await unitExists(tx, given.unitId)))
    throw new Invalid({ unitId: 'tips_unit_unknown' });
  if (given.ownerId && given.ownerId !== tip?.ownerId && !(await worksHere(tx, given.ownerId)))
    throw new Invalid({ ownerId: 'tips_owner_unknown' });
  if (given.reviewOn && given.reviewOn !== tip?.reviewOn && given.reviewOn <= localDay(tx.now))
    throw new Invalid({ reviewOn: 'tips_review_on_past' });
}

const unitExists = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('unit').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
