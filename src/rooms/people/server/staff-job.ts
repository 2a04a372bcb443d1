import * as v from 'valibot';
import { Conflict } from '#platform/errors.ts';
import { job } from '#platform/server/jobs.ts';
import { announce } from '#platform/server/live-announce.ts';
import { log } from '#platform/server/log.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { personAsActor } from './actor.ts';
import { takeOver } from './staff-apply.ts';
import { importLock, importRow, listIn } from './staff-waiting.ts';

/**
 * Takes a long list over, in one transaction: a worker that is killed leaves everything as it was, and the queue gives
 * the job out again. How far it is stands in the list's own row, written from outside that transaction. Whatever goes
 * wrong, the list comes back to be looked at, with a sentence that says so.
 */
export async function takeOverStaffList(actor: Actor, { importId }: { importId: string }): Promise<void> {
  const confirmed = await inOrganisation(actor, (tx) => confirmedIn(tx, importId));
  if (!confirmed) return;
  try {
    await inOrganisation(confirmed.actor, async (tx) => {
      await importLock(tx);
      const row = await importRow(tx, importId);
      if (row?.state !== 'applying') return;
      const { personId } = confirmed.actor;
      const step = stepsOf(confirmed.actor, importId);
      // As far as a worker came that was killed, nothing is done any more.
      await step(0);
      const waiting = listIn(row);
      await takeOver(tx, { id: importId, waiting, fingerprint: confirmed.fingerprint, step });
      await announce(tx, personId ? [personId] : [], { kind: 'staff_import', id: importId });
    });
  } catch (error) {
    const trouble = error instanceof Conflict ? error.reason : 'people_import_failed';
    if (!(error instanceof Conflict))
      log.error({ importId, error: error instanceof Error ? error.stack : 'unknown' }, 'staff list failed');
    await inOrganisation(confirmed.actor, (tx) => comeBack(tx, importId, trouble));
  }
}

/** Whoever confirmed it is who does it; the organisation itself when they do not work here any more. */
async function confirmedIn(tx: Tx, id: string): Promise<{ actor: Actor; fingerprint: string } | null> {
  const row = await importRow(tx, id);
  if (row?.state !== 'applying' || row.fingerprint === null) return null;
  const here = row.confirmed_by === null ? null : await personAsActor(tx, row.confirmed_by);
  return { actor: here?.actor ?? tx.actor, fingerprint: row.fingerprint };
}

/** Each step is a transaction of its own, so that a page can read it while nothing else can be seen yet. */
const stepsOf = (actor: Actor, id: string) => {
  let done = 0;
  return async (more: number) => {
    done += more;
    await inOrganisation(actor, async (tx) => {
      await tx.updateTable('staff_import').set({ done }).where('id', '=', id).execute();
      await announce(tx, actor.personId ? [actor.personId] : [], { kind: 'staff_import', id });
    });
  };
};

async function comeBack(tx: Tx, id: string, trouble: string): Promise<void> {
  await tx
    .updateTable('staff_import')
    .set({ state: 'preview', fingerprint: null, confirmed_by: null, done: 0, total: 0, trouble })
    .where('id', '=', id)
    .where('state', '=', 'applying')
    .execute();
  await announce(tx, tx.actor.personId ? [tx.actor.personId] : [], { kind: 'staff_import', id });
}

export const staffJobs = {
  'people.takeOverStaffList': job(v.object({ importId: v.string() }), takeOverStaffList),
};
