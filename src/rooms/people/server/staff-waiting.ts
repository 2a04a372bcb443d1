import { sql } from 'kysely';
import { Conflict, found, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { noAnswers, type Answers } from '../staff/answers.ts';
import type { KeptList, WaitingList } from './staff-plan.ts';

/* The one list that waits in an organisation, and who may touch it. */

/**
 * One at a time reads, decides or takes over in an organisation; whoever comes second finds the list gone, taken over,
 * or its plan moved. Conflict at once while a job takes a long list over: nobody is kept waiting for that.
 */
export async function oneImportAtATime(tx: Tx): Promise<void> {
  const running = tx.selectFrom('staff_import').select('id').where('state', '=', 'applying');
  if (await running.executeTakeFirst()) throw new Conflict('people_import_running');
  await importLock(tx);
}

/** Waits for whoever has it: for the job itself. */
export const importLock = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtext('people.staffImport' || current_organisation()))`.execute(tx);

/** A list that waits to be looked at; Conflict when it is or was taken over, or went. */
export async function waitingList(tx: Tx, id: string): Promise<WaitingList> {
  const row = found(await importRow(tx, id));
  if (row.state === 'dropped') throw new Conflict('people_import_gone');
  if (row.state !== 'preview') throw new Conflict('people_import_applied');
  return listIn(row);
}

/** NotFound when there is no such list. */
export async function stateOf(tx: Tx, id: string): Promise<string> {
  if (!isId(id)) throw new NotFound();
  const row = tx.selectFrom('staff_import').select('state').where('id', '=', id);
  return found(await row.executeTakeFirst()).state;
}

/** Whatever became of it. */
export function importRow(tx: Tx, id: string) {
  if (!isId(id)) throw new NotFound();
  return tx.selectFrom('staff_import').selectAll().where('id', '=', id).executeTakeFirst();
}

export const listIn = (row: { list: unknown; decided: unknown }): WaitingList => ({
  list: found(row.list) as KeptList,
  answers: { ...noAnswers, ...(row.decided as Partial<Answers>) },
});

/** Nothing of it stays but that it was there, and what it did. */
export const emptied = {
  ...{ list: null, decided: '{}', fingerprint: null, confirmed_by: null, trouble: null, done: 0, total: 0 },
} as const;
