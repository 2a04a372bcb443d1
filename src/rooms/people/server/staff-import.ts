import { found, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { readStaffList, type NoStaffList } from '../staff/list.ts';
import type { StaffOutcome } from '../staff/outcome.ts';
import type { StaffPlan } from '../staff/plan.ts';
import { planNow, type KeptList } from './staff-plan.ts';

/** Why a file is no staff list. `missing`: the needed columns it lacks, where that is why. */
export type StaffListRefused = {
  problem: NoStaffList['problem'] | 'no_lines';
  missing: NoStaffList['missing'];
};

type Name = { firstName: string; lastName: string };

/**
 * A list that was read: while it waits, with what it would do now; once applied, with what it did.
 * `people` names those whom the plan speaks of by id.
 */
export type StaffImportHere = {
  id: string;
  fileName: string;
  madeAt: Date;
  ignoredColumns: string[];
} & (
  | { state: 'preview'; plan: StaffPlan; fingerprint: string; people: ReadonlyMap<string, Name> }
  | { state: 'applied'; outcome: StaffOutcome }
  | { state: 'dropped' }
);

const longestFileName = 120;

/**
 * Reads a file and keeps what it says of people, to be looked at first; a list that still waited goes, so that
 * never more than one is kept. A file that cannot be used is a value, and leaves nothing behind.
 */
export const previewStaffList = verb(
  'previewStaffList',
  async (
    tx,
    file: { fileName: string; bytes: Uint8Array },
  ): Promise<{ id: string; problem?: undefined } | StaffListRefused> => {
    const read = readStaffList(file.bytes);
    if (!read.ok) return { problem: read.problem, missing: read.missing };
    const { lines, unreadable, columns } = read;
    if (lines.length + unreadable.length === 0) return { problem: 'no_lines', missing: [] };
    await dropWaiting(tx);
    const id = newId();
    const kept: KeptList = { lines, unreadable, columns };
    await tx
      .insertInto('staff_import')
      .values({
        id,
        made_by: tx.actor.personId,
        made_at: tx.now,
        file_name: cleanFileName(file.fileName),
        state: 'preview',
        list: JSON.stringify(kept),
      })
      .execute();
    await record(tx, { event: 'staff_list.read', subject: { kind: 'staff_import', id } });
    return { id };
  },
);

const dropWaiting = (tx: Tx) =>
  tx
    .updateTable('staff_import')
    .set({ state: 'dropped', list: null })
    .where('state', '=', 'preview')
    .execute();

/** A browser may send a whole path, and a sender anything at all. */
function cleanFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .toWellFormed()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  return [...clean].slice(0, longestFileName).join('');
}

/** The list that waits for a yes or a no, if there is one. */
export const staffImportWaiting = verb('staffImportWaiting', async (tx) => {
  const row = await tx
    .selectFrom('staff_import')
    .select(['id', 'file_name as fileName', 'made_at as madeAt'])
    .where('state', '=', 'preview')
    .executeTakeFirst();
  return row && { ...row, now: tx.now };
});

/** One list. While it waits, what it would do is reckoned anew against what is known at this moment. */
export const staffImport = verb('staffImport', async (tx, id: string): Promise<StaffImportHere> => {
  const row = found(await importRow(tx, id));
  const list = row.list as KeptList | null;
  const ignored = list?.columns.filter(({ field, header }) => field === null && header !== '') ?? [];
  const about = {
    id,
    fileName: row.file_name,
    madeAt: row.made_at,
    ignoredColumns: ignored.map(({ header }) => header),
  };
  if (row.state === 'applied') return { ...about, state: 'applied', outcome: row.outcome as StaffOutcome };
  if (!list) return { ...about, state: 'dropped' };
  const { plan, known, fingerprint } = await planNow(tx, list);
  const people = new Map(known.people.map(({ id, firstName, lastName }) => [id, { firstName, lastName }]));
  return { ...about, state: 'preview', plan, fingerprint, people };
});

/** Takes no list over: what was read of it goes at once. */
export const dropStaffImport = verb('dropStaffImport', async (tx, id: string) => {
  if (!isId(id)) throw new NotFound();
  const { numUpdatedRows } = await tx
    .updateTable('staff_import')
    .set({ state: 'dropped', list: null })
    .where('id', '=', id)
    .where('state', '=', 'preview')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound();
  await record(tx, { event: 'staff_list.dropped', subject: { kind: 'staff_import', id } });
});

function importRow(tx: Tx, id: string) {
  if (!isId(id)) throw new NotFound();
  return tx.selectFrom('staff_import').selectAll().where('id', '=', id).executeTakeFirst();
}
