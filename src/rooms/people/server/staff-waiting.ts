import { sql } from 'kysely';
import { Conflict, found, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { noAnswers, type Answers } from '../staff/answers.ts';
import type { KeptList, WaitingList } from './staff-plan.ts';

/* The one list that waits in an organisation, and who may touch it. */

/**
 * One at a time reads, decides or takes over in an organisation; whoever comes second finds the list gone, taken over,
 * or its plan moved.
 */
export const oneImportAtATime = (tx: Tx) =>
  sql`select pg_advisory_xact_lock(hashtext('people.staffImport' || current_organisation()))`.execute(tx);

/** A list that waits to be looked at; NotFound when it went, Conflict when it is or was taken over. */
export async function waitingList(tx: Tx, id: string): Promise<WaitingList> {
  const row = found(await importRow(tx, id));
  if (row.state === 'applied' || row.state === 'applying') throw new Conflict('people_import_applied');
  return listIn(row);
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
