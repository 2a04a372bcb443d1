import { sql } from 'kysely';
import { addDays, daysBefore, localDay } from '#platform/days.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { withdrawNotices } from '#rooms/notifications/server/index.ts';

const followUpDays = 30;
const removedDays = 30;
const notebookDays = 30;

/** "Ik kom terug bij jou", some time after its day: who came to whom is remembered by the two alone. */
export const forgetFollowUps = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const gone = await tx
      .deleteFrom('follow_up')
      .where('come_on', '<', addDays(localDay(tx.now), -followUpDays))
      .returning(['id', 'coach_id', 'person_id'])
      .execute();
    for (const { id, coach_id: coachId, person_id: personId } of gone)
      await forgetLinks(tx, id, [coachId, personId]);
  });

/** Nothing leads to it any more, and nobody is told that there would be something new. */
async function forgetLinks(tx: Tx, subjectId: string, personIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('address')
    .where('kind', '=', 'follow_up')
    .where('subject_id', '=', subjectId)
    .execute();
  for (const personId of personIds) await withdrawNotices(tx, { personId, subjectId });
}

/**
 * The begeleidingen of whoever is no coach or expert any more, some time after their last day: until then somebody who
 * stopped by mistake finds all of it again. Nobody else can read them, so they go in the name of each.
 */
export async function forgetGuidance(actor: Actor): Promise<void> {
  const stopped = await inOrganisation(actor, async (tx) => {
    const last = addDays(localDay(tx.now), -notebookDays);
    const { rows } = await sql<{ id: string }>`
      select a.person_id as id from role r join appointment a on a.id = r.appointment_id
       where r.kind in ('coach', 'expert')
       group by a.person_id
      having max(least(coalesce(r.ends_on, 'infinity'), coalesce(a.ends_on, 'infinity'))) < ${last}`.execute(
      tx,
    );
    return rows;
  });
  for (const { id } of stopped)
    await inOrganisation({ ...actor, personId: id }, (tx) =>
      tx.deleteFrom('guidance').where('coach_id', '=', id).execute(),
    );
}

/** A standard answer that was removed can be put back until then. */
export const forgetStandardAnswers = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    await tx
      .deleteFrom('standard_answer')
      .where('removed_at', '<', daysBefore(tx.now, removedDays))
      .execute();
  });
