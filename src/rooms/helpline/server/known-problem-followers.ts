import { isId } from '#platform/ids.ts';
import { Conflict, found, NotFound } from '#platform/errors.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { notify } from '#rooms/notifications/server/index.ts';

// Who has it too is for that person alone, and gone once they were told: nothing is written in the log.

/** "Dit heb ik ook": no question; you hear when it is solved. Twice is once. */
export const meToo = verb('meToo', async (tx, problemId: string) => {
  await openProblem(tx, problemId);
  await tx
    .insertInto('known_problem_follower')
    .values({ problem_id: problemId, person_id: me(tx) })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'problem_id', 'person_id']).doNothing())
    .execute();
});

export const notMeToo = verb('notMeToo', async (tx, problemId: string) => {
  await openProblem(tx, problemId);
  await tx
    .deleteFrom('known_problem_follower')
    .where('problem_id', '=', problemId)
    .where('person_id', '=', me(tx))
    .execute();
});

const me = (tx: Tx): string => found(tx.actor.personId);

/** Held open until this transaction ends: whoever says so in time is told. */
async function openProblem(tx: Tx, id: string): Promise<void> {
  if (!isId(id)) throw new NotFound();
  const row = await tx
    .selectFrom('known_problem')
    .select('ended_at')
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst();
  if (found(row).ended_at) throw new Conflict('helpline_problem_ended_already');
}

/** Tells everybody who has it too that it is over, and forgets who they were. */
export const tellFollowers = (actor: Actor, problemId: string): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    const followers = await tx
      .deleteFrom('known_problem_follower')
      .where('problem_id', '=', problemId)
      .returning('person_id')
      .execute();
    for (const { person_id: personId } of followers)
      await notify(tx, { personId, kind: 'problem.solved', subjectId: problemId });
  });
