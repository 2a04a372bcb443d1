import { Conflict, found } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { daysBefore } from '#platform/days.ts';
import { later } from '#platform/server/jobs.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { fullName } from '../name.ts';
import type { Answers } from '../staff/answers.ts';
import { readStaffList, type NoStaffList, type StaffLine } from '../staff/list.ts';
import type { StaffOutcome } from '../staff/outcome.ts';
import type { KnownStaff, StaffPlan } from '../staff/plan.ts';
import { namesOf } from './helpers.ts';
import { planNow, type KeptList } from './staff-plan.ts';
import { emptied, importRow, listIn, oneImportAtATime, stateOf } from './staff-waiting.ts';

/** Why a file is no staff list. `missing`: the needed columns it lacks, where that is why. */
export type StaffListRefused = {
  problem: NoStaffList['problem'] | 'no_lines';
  missing: NoStaffList['missing'];
};

/**
 * A list that was read: while it waits, with what it would do now; while it is taken over, how far that is; once
 * applied, with what it did. `trouble` is the key of why it was not taken over after all.
 */
export type StaffImportHere = {
  id: string;
  fileName: string;
  madeAt: Date;
  ignoredColumns: string[];
} & (
  | {
      state: 'preview';
      plan: StaffPlan;
      fingerprint: string;
      known: KnownStaff;
      lines: StaffLine[];
      now: Date;
      answers: Answers;
      trouble: string | null;
    }
  | { state: 'applying'; done: number; total: number }
  /** `isFirst`: the first list of all makes nobody a newcomer. */
  | { state: 'applied'; outcome: StaffOutcome; isFirst: boolean }
  | { state: 'dropped' }
);

const longestFileName = 120;

/**
 * Reads a file and keeps what it says of people, to be looked at first. One list is kept at a time: another takes
 * its place, but nobody throws away what a colleague decided about theirs (Conflict; they may drop it). A file that
 * cannot be used is a value, and leaves nothing behind.
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
    await oneImportAtATime(tx);
    await replaceWaiting(tx);
    const id = newId();
    const kept: KeptList = { lines, unreadable, columns };
    await tx
      .insertInto('staff_import')
      .values({
        ...{ id, made_by: tx.actor.personId, made_at: tx.now, file_name: cleanFileName(file.fileName) },
        ...{ state: 'preview', list: JSON.stringify(kept) },
      })
      .execute();
    await record(tx, { event: 'staff_list.read', subject: { kind: 'staff_import', id } });
    return { id };
  },
);

async function replaceWaiting(tx: Tx): Promise<void> {
  const waiting = await tx
    .selectFrom('staff_import')
    .select(['id', 'state', 'made_by', 'decided'])
    .where('list', 'is not', null)
    .executeTakeFirst();
  if (!waiting) return;
  if (waiting.state === 'applying') throw new Conflict('people_import_running');
  const isDecidedOn = Object.keys(waiting.decided as object).length > 0;
  if (isDecidedOn && waiting.made_by !== null && waiting.made_by !== tx.actor.personId) {
    const by = (await namesOf(tx, [waiting.made_by])).get(waiting.made_by);
    throw new Conflict('people_import_other_waits', { name: fullName(by) ?? '' });
  }
  await drop(tx, waiting.id);
}

const drop = (tx: Tx, id: string) =>
  tx
    .updateTable('staff_import')
    .set({ state: 'dropped', ...emptied })
    .where('id', '=', id)
    .where('state', '=', 'preview')
    .executeTakeFirst();

/** A browser may send a whole path, and a sender anything at all. */
function cleanFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .toWellFormed()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
  return [...clean].slice(0, longestFileName).join('');
}

/** The list that waits for a yes or a no, or is being taken over, if there is one. */
export const staffImportWaiting = verb('staffImportWaiting', async (tx) => {
  const row = await tx
    .selectFrom('staff_import')
    .select(['id', 'file_name as fileName', 'made_at as madeAt', 'state'])
    .where('list', 'is not', null)
    .executeTakeFirst();
  return row && { ...row, now: tx.now };
});

/** One list. While it waits, what it would do is reckoned anew against what is known at this moment. */
export const staffImport = verb('staffImport', async (tx, id: string): Promise<StaffImportHere> => {
  const row = found(await importRow(tx, id));
  const list = row.list as KeptList | null;
  const ignored = list?.columns.filter(({ field, header }) => field === null && header !== '') ?? [];
  const about = {
    ...{ id, fileName: row.file_name, madeAt: row.made_at },
    ignoredColumns: ignored.map(({ header }) => header),
  };
  if (row.state === 'applied') {
    const outcome = row.outcome as StaffOutcome;
    return { ...about, state: 'applied', outcome, isFirst: id === (await firstApplied(tx)) };
  }
  if (row.state === 'applying') return { ...about, state: 'applying', done: row.done, total: row.total };
  if (!list) return { ...about, state: 'dropped' };
  const waiting = listIn(row);
  const reckoned = await planNow(tx, waiting);
  const { answers } = waiting;
  const { trouble } = row;
  return { ...about, state: 'preview', ...reckoned, lines: list.lines, answers, trouble, now: tx.now };
});

async function firstApplied(tx: Tx): Promise<string | undefined> {
  const applied = tx.selectFrom('staff_import').select('id').where('state', '=', 'applied');
  return (await applied.orderBy('made_at').orderBy('id').limit(1).executeTakeFirst())?.id;
}

/** Takes no list over: what was read of it goes at once. Nothing to do when it went already. */
export const dropStaffImport = verb('dropStaffImport', async (tx, id: string) => {
  await oneImportAtATime(tx);
  const state = await stateOf(tx, id);
  if (state === 'applied') throw new Conflict('people_import_applied');
  if (state === 'applying') throw new Conflict('people_import_running');
  if (state === 'dropped') return;
  await drop(tx, id);
  await record(tx, { event: 'staff_list.dropped', subject: { kind: 'staff_import', id } });
});

const waitingDays = 14;

/**
 * A list that nobody said yes or no to: who it names are people, and it is old news by then. One whose job was given up,
 * because a worker died of it time and again, is tried once more: nothing else could be imported beside it.
 */
export const forgetStaffLists = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const old = await tx
      .selectFrom('staff_import')
      .select('id')
      .where('state', '=', 'preview')
      .where('made_at', '<', daysBefore(tx.now, waitingDays))
      .execute();
    for (const { id } of old) {
      await drop(tx, id);
      await record(tx, { event: 'staff_list.dropped', subject: { kind: 'staff_import', id } });
    }
    const confirmed = tx.selectFrom('staff_import').select('id').where('state', '=', 'applying');
    for (const { id } of await confirmed.execute())
      await later(tx, 'people.takeOverStaffList', { importId: id });
  });
