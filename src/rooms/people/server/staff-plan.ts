import { createHash } from 'node:crypto';
import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import type { Answers } from '../staff/answers.ts';
import type { ChangedField } from '../staff/changes.ts';
import { foldSpelling } from '../staff/fold.ts';
import type { StaffList } from '../staff/list.ts';
import { planStaffImport, type KnownStaff, type StaffPlan } from '../staff/plan.ts';
import { isPlaceholder } from './staff-placeholder.ts';

/** What is kept of a list until it is applied or dropped: recognised fields only, the file itself is nowhere. */
export type KeptList = Pick<StaffList, 'lines' | 'unreadable' | 'columns'>;

/** A list that waits, with what was decided about it. */
export type WaitingList = { list: KeptList; answers: Answers };

/** What a list would do now, with what it was compared with, and a fingerprint of what it would do. */
export type PlanNow = { plan: StaffPlan; known: KnownStaff; fingerprint: string };

/**
 * `toWrite`: it is carried out in this transaction, and what it was compared with stands still until then. Somebody who
 * changes a colleague by hand meanwhile waits, and has the last word.
 */
export async function planNow(tx: Tx, { list, answers }: WaitingList, toWrite = false): Promise<PlanNow> {
  const known = await knownStaff(tx, toWrite);
  const { name } = await organisationOf(tx);
  const defaultEmployer = defaultEmployerOf(known, name);
  const plan = planStaffImport(known, list, { today: localDay(tx.now), defaultEmployer }, answers);
  return { plan, known, fingerprint: fingerprintOf(plan) };
}

/**
 * Who employs somebody when the file does not say: the employer called as the organisation, else the first one.
 * An organisation without employers gets one of its own name, and then keeps to it.
 */
function defaultEmployerOf({ employers }: KnownStaff, organisationName: string): string {
  const same = employers.find(({ name }) => foldSpelling(name) === foldSpelling(organisationName));
  return (same ?? employers[0])?.name ?? organisationName;
}

/** The same for the same plan, which is always put together in one order: 64 hexadecimal digits. */
const fingerprintOf = (plan: StaffPlan): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex');

/** Everybody here, also who left: always in one order, or the same plan would have two fingerprints. */
async function knownStaff(tx: Tx, toWrite: boolean): Promise<KnownStaff> {
  const employers = await tx.selectFrom('employer').select(['id', 'name']).orderBy('id').execute();
  const units = await tx
    .selectFrom('unit')
    .select(['id', 'name', 'parent_id as parentId'])
    .orderBy('id')
    .execute();
  const people = await tx
    .selectFrom('person')
    .select(['id', 'first_name as firstName', 'last_name as lastName', 'email'])
    .orderBy('id')
    .$if(toWrite, (query) => query.forNoKeyUpdate())
    .execute();
  const appointments = await tx
    .selectFrom('appointment')
    .select(['id', 'person_id as personId', 'employer_id as employerId', 'number', 'unit_id as unitId'])
    .select(['location', 'function_title as functionTitle', 'starts_on as startsOn', 'ends_on as endsOn'])
    .select(isPlaceholder.as('isPlaceholder'))
    .where('employer_id', 'is not', null)
    .$narrowType<{ employerId: string }>()
    .orderBy('id')
    .$if(toWrite, (query) => query.forNoKeyUpdate())
    .execute();
  // Last: who sets something by hand writes it together with the row that we may have waited for.
  return { employers, units, people, appointments, ...(await decidedBefore(tx)) };
}

async function decidedBefore(tx: Tx): Promise<Pick<KnownStaff, 'handEdits' | 'apart'>> {
  const handEdits = await tx
    .selectFrom('hand_edit')
    .select(['person_id as personId', 'appointment_id as appointmentId', 'field', 'listed'])
    .select('listed_known as listedKnown')
    .orderBy('id')
    .$narrowType<{ field: ChangedField }>()
    .execute();
  const apart = await tx.selectFrom('told_apart').select(['person_id', 'other_id']).execute();
  return { handEdits, apart: apart.map((row) => [row.person_id, row.other_id] as const) };
}
