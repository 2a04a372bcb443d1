import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { LeavingKind } from '../leaving.ts';
import { end } from './appointment-by-hand.ts';

/** A last day as it stood before somebody's leaving was planned. */
export type DateBefore = { of: 'role' | 'appointment'; id: string; endsOn: string | null };

type Dated = { personId: string; kind: LeavingKind; lastDay: string };

/**
 * Whoever helps no longer keeps their appointments and ends as coach and expert; whoever goes ends every appointment,
 * as if set by hand. What ends sooner stays as it is. Returns what was changed, as it was.
 */
export async function setDates(tx: Tx, { personId, kind, lastDay }: Dated): Promise<DateBefore[]> {
  const rows =
    kind === 'job' ? await appointmentsAfter(tx, personId, lastDay) : await rolesAfter(tx, personId, lastDay);
  for (const { of, id } of rows) await setLastDay(tx, { personId, of, id, endsOn: lastDay });
  return rows;
}

/** Undoes it, where nobody set another day meanwhile. */
export async function datesBack(
  tx: Tx,
  { personId, lastDay, before }: { personId: string; lastDay: string; before: readonly DateBefore[] },
): Promise<void> {
  for (const one of before)
    if ((await endsOnNow(tx, one)) === lastDay) await setLastDay(tx, { personId, ...one });
}

async function setLastDay(
  tx: Tx,
  { personId, of, id, endsOn }: DateBefore & { personId: string },
): Promise<void> {
  if (of === 'appointment') return end(tx, { personId, appointmentId: id }, { endsOn });
  await tx.updateTable('role').set({ ends_on: endsOn }).where('id', '=', id).execute();
}

const endsOnNow = async (tx: Tx, { of, id }: DateBefore): Promise<string | null | undefined> =>
  (await tx.selectFrom(of).select('ends_on').where('id', '=', id).executeTakeFirst())?.ends_on;

const appointmentsAfter = async (tx: Tx, personId: string, lastDay: string): Promise<DateBefore[]> => {
  const { rows } = await sql<DateBefore>`
    select 'appointment' as of, id, ends_on as "endsOn" from appointment
     where person_id = ${personId} and (ends_on is null or ends_on > ${lastDay})
       and (starts_on is null or starts_on <= ${lastDay})
     order by id`.execute(tx);
  return rows;
};

const rolesAfter = async (tx: Tx, personId: string, lastDay: string): Promise<DateBefore[]> => {
  const { rows } = await sql<DateBefore>`
    select 'role' as of, r.id, r.ends_on as "endsOn"
      from role r join appointment a on a.id = r.appointment_id
     where a.person_id = ${personId} and r.kind in ('coach', 'expert')
       and (r.ends_on is null or r.ends_on > ${lastDay}) and r.starts_on <= ${lastDay}
       and (a.ends_on is null or a.ends_on >= ${localDay(tx.now)})
     order by r.id`.execute(tx);
  return rows;
};
