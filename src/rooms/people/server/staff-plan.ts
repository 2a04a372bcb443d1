import { createHash } from 'node:crypto';
import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { foldSpelling } from '../staff/fold.ts';
import type { StaffList } from '../staff/list.ts';
import { planStaffImport, type KnownStaff, type StaffPlan } from '../staff/plan.ts';

/** What is kept of a list until it is applied or dropped: recognised fields only, the file itself is nowhere. */
export type KeptList = Pick<StaffList, 'lines' | 'unreadable' | 'columns'>;

/** What a list would do now, with what it was compared with, and a fingerprint of what it would do. */
export type PlanNow = { plan: StaffPlan; known: KnownStaff; fingerprint: string };

export async function planNow(tx: Tx, list: KeptList): Promise<PlanNow> {
  const known = await knownStaff(tx);
  const { name } = await organisationOf(tx);
  const defaultEmployer = defaultEmployerOf(known, name);
  const plan = planStaffImport(known, list, { today: localDay(tx.now), defaultEmployer });
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

/** The same for the same plan: 64 hexadecimal digits over its values, keys in one order. */
const fingerprintOf = (plan: StaffPlan): string =>
  createHash('sha256').update(JSON.stringify(plan, inOneOrder)).digest('hex');

const inOneOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

/** Everybody here, also who left: always in one order, or the same plan would have two fingerprints. */
async function knownStaff(tx: Tx): Promise<KnownStaff> {
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
    .execute();
  const appointments = await tx
    .selectFrom('appointment')
    .select(['id', 'person_id as personId', 'employer_id as employerId', 'number', 'unit_id as unitId'])
    .select(['location', 'function_title as functionTitle', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('employer_id', 'is not', null)
    .where('number', 'is not', null)
    .$narrowType<{ employerId: string; number: string }>()
    .orderBy('id')
    .execute();
  return { employers, units, people, appointments };
}
