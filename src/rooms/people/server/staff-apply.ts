import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { Conflict, found, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { countsOf, type StaffOutcome } from '../staff/outcome.ts';
import type { StaffPlan } from '../staff/plan.ts';
import { planNow, type KeptList } from './staff-plan.ts';
import { carryOut } from './staff-write.ts';

/**
 * Takes a list over, all of it or nothing: exactly what was shown, told by its fingerprint. When what is known
 * changed since then, it is Conflict and the preview is to be looked at again. The list goes, counts stay.
 */
export const applyStaffImport = verb(
  'applyStaffImport',
  async (tx, id: string, confirmed: { fingerprint: string }): Promise<StaffOutcome> => {
    const list = await waitingList(tx, id);
    const { plan, known, fingerprint } = await planNow(tx, list);
    if (fingerprint !== confirmed.fingerprint) throw new Conflict('people_import_moved');
    const hadAdmin = await hasAdmin(tx);
    await carryOut(tx, plan, known);
    if (hadAdmin && !(await hasAdmin(tx))) throw new Conflict('people_import_last_admin');
    await passOnWorkOf(tx, plan);
    const outcome = countsOf(plan);
    await tx
      .updateTable('staff_import')
      .set({ state: 'applied', list: null, outcome: JSON.stringify(outcome) })
      .where('id', '=', id)
      .execute();
    const particulars = Object.fromEntries(
      Object.entries(outcome).map(([what, count]) => [what, String(count)]),
    );
    await record(tx, { event: 'staff_list.applied', subject: { kind: 'staff_import', id }, particulars });
    return outcome;
  },
);

/** One import at a time in an organisation; the second of two then finds the list gone, or its plan moved. */
async function waitingList(tx: Tx, id: string): Promise<KeptList> {
  if (!isId(id)) throw new NotFound();
  await sql`select pg_advisory_xact_lock(hashtext('people.staffImport' || current_organisation()))`.execute(
    tx,
  );
  // The same lock as ending a role: nobody ends the other administrator meanwhile.
  await sql`select pg_advisory_xact_lock(hashtext('people.admin' || current_organisation()))`.execute(tx);
  const query = tx.selectFrom('staff_import').select(['list', 'state']).where('id', '=', id).forUpdate();
  const { list, state } = found(await query.executeTakeFirst());
  if (state === 'applied') throw new Conflict('people_import_applied');
  return found(list) as unknown as KeptList;
}

/** Whether somebody who works here today is administrator: without one nobody could put things right. */
async function hasAdmin(tx: Tx): Promise<boolean> {
  const today = localDay(tx.now);
  const { rows } = await sql`
    select 1 from role r join appointment a on a.id = r.appointment_id
     where r.kind = 'admin' and r.starts_on <= ${today} and (r.ends_on is null or r.ends_on >= ${today})
       and (a.starts_on is null or a.starts_on <= ${today}) and (a.ends_on is null or a.ends_on >= ${today})
     limit 1`.execute(tx);
  return rows.length > 0;
}

/** What waited with somebody who no longer works here moves on at once. */
async function passOnWorkOf(tx: Tx, { changed }: StaffPlan): Promise<void> {
  const ended = changed.filter(({ changes }) =>
    changes.some(({ field, to }) => field === 'endsOn' && to !== null),
  );
  if (ended.length === 0) return;
  const today = localDay(tx.now);
  const { rows } = await sql<{ id: string }>`
    select p.id from person p
     where p.id = any(${ended.map(({ personId }) => personId)}::uuid[])
       and not exists (select 1 from appointment a where a.person_id = p.id
         and (a.starts_on is null or a.starts_on <= ${today}) and (a.ends_on is null or a.ends_on >= ${today}))`.execute(
    tx,
  );
  for (const { id } of rows) await later(tx, 'helpline.holderAway', { personId: id });
}
