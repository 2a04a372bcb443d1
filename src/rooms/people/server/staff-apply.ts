import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { Conflict } from '#platform/errors.ts';
import { later, laterEach } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { countsOf, type StaffOutcome } from '../staff/outcome.ts';
import type { StaffPlan } from '../staff/plan.ts';
import { whileAdminStays } from './admin-stays.ts';
import { planNow, type WaitingList } from './staff-plan.ts';
import { emptied, oneImportAtATime, stateOf, waitingList } from './staff-waiting.ts';
import { carryOut, stepsIn, type Carrying } from './staff-write.ts';

/** A longer list takes longer than somebody wants to look at a button: a job takes it over. */
const atOnceLines = 1_000;

/**
 * Takes a list over, all of it or nothing: exactly what was shown, told by its fingerprint. When what is known
 * changed since then, it is Conflict and the preview is to be looked at again. The list goes, counts stay. Null: it is
 * a long list, and a job takes it over; asked again meanwhile it is the same.
 */
export const applyStaffImport = verb(
  'applyStaffImport',
  async (tx, id: string, confirmed: { fingerprint: string }): Promise<StaffOutcome | null> => {
    if ((await stateOf(tx, id)) === 'applying') return null;
    await oneImportAtATime(tx);
    if ((await stateOf(tx, id)) === 'applying') return null;
    const waiting = await waitingList(tx, id);
    if (waiting.list.lines.length <= atOnceLines)
      return takeOver(tx, { id, waiting, fingerprint: confirmed.fingerprint, step: async () => {} });
    const { plan, fingerprint } = await planNow(tx, waiting);
    if (fingerprint !== confirmed.fingerprint) throw new Conflict('people_import_moved');
    await tx
      .updateTable('staff_import')
      .set({ state: 'applying', fingerprint, confirmed_by: tx.actor.personId })
      .set({ done: 0, total: stepsIn(plan), trouble: null })
      .where('id', '=', id)
      .execute();
    await later(tx, 'people.takeOverStaffList', { importId: id });
    return null;
  },
);

type Taking = { id: string; waiting: WaitingList; fingerprint: string; step: Carrying['step'] };

/** In the caller's transaction, which holds the lock of imports. */
export async function takeOver(tx: Tx, { id, waiting, fingerprint, step }: Taking): Promise<StaffOutcome> {
  const plan = await whileAdminStays(tx, null, async () => {
    const now = await planNow(tx, waiting, true);
    if (now.fingerprint !== fingerprint) throw new Conflict('people_import_moved');
    await carryOut(tx, now, { importId: id, step });
    return now.plan;
  });
  await passOnWorkOf(tx, plan);
  const outcome = countsOf(plan);
  await tx
    .updateTable('staff_import')
    .set({ state: 'applied', ...emptied, outcome: JSON.stringify(outcome) })
    .where('id', '=', id)
    .execute();
  const particulars = Object.fromEntries(
    Object.entries(outcome).map(([what, count]) => [what, String(count)]),
  );
  await record(tx, { event: 'staff_list.applied', subject: { kind: 'staff_import', id }, particulars });
  return outcome;
}

/** What waited with somebody who no longer works here moves on at once. */
async function passOnWorkOf(tx: Tx, { changed, endings, freed }: StaffPlan): Promise<void> {
  const ended = [
    ...changed.filter(({ changes }) => changes.some(({ field, to }) => field === 'endsOn' && to !== null)),
    ...endings.flatMap(({ ends, people }) => (ends ? people : [])),
    ...freed,
  ].map(({ personId }) => personId);
  if (ended.length === 0) return;
  const today = localDay(tx.now);
  const { rows } = await sql<{ id: string }>`
    select p.id from person p
     where p.id = any(${ended}::uuid[])
       and not exists (select 1 from appointment a where a.person_id = p.id
         and (a.starts_on is null or a.starts_on <= ${today}) and (a.ends_on is null or a.ends_on >= ${today}))`.execute(
    tx,
  );
  await laterEach(
    tx,
    'helpline.holderAway',
    rows.map(({ id }) => ({ personId: id })),
  );
}
