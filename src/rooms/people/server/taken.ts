import { sql } from 'kysely';
import { Invalid } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { foldNumber } from '../staff/fold.ts';

/** An address is of one person here, whether they work here or left: Invalid when it is another's. */
export async function emailIsFree(tx: Tx, email: string, personId: string | null): Promise<void> {
  const other = await tx
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .where('id', 'is distinct from', personId)
    .executeTakeFirst();
  if (other) throw new Invalid({ email: 'people_email_taken' });
}

/** A number is of one appointment at an employer; zeros in front do not count, as in a staff list. */
export const withNumber = (tx: Tx, { employerId, number }: { employerId: string; number: string }) =>
  tx
    .selectFrom('appointment')
    .select(['id', 'person_id as personId'])
    .where('employer_id', '=', employerId)
    .where(
      sql`regexp_replace(lower(regexp_replace(number, '\\s', '', 'g')), '^0+(?=.)', '')`,
      '=',
      foldNumber(number),
    )
    .executeTakeFirst();

// Two who write the same at the same moment: the database lets one of them pass.
const problemOf: Record<string, Record<string, string>> = {
  person_email: { email: 'people_email_taken' },
  person_identity: { email: 'people_email_taken' },
  appointment_organisation_id_employer_id_number_key: { number: 'people_number_taken' },
};

/** Writes, or says as a form does that somebody else was first. */
export async function orTaken<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const problems = problemOf[String((error as { constraint?: unknown }).constraint)];
    if (problems) throw new Invalid(problems);
    throw error;
  }
}
