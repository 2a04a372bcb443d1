import { isId, newId } from '#platform/ids.ts';
import { allow, Conflict, found, Invalid, NotFound } from '#platform/errors.ts';
import { later } from '#platform/server/jobs.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { markSeen, unseenSubjects } from '#rooms/notifications/server/index.ts';
import { bindAddress } from '#rooms/organisations/server/index.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import { fileDocument, unfileDocument } from '#rooms/search/server/index.ts';
import { canPublishFrom, type EndedProblem, type NewProblem, type Problem } from '../problem.ts';
import { namesAsker } from './asker-name.ts';
import { seenQuestion } from './seeing.ts';

/** One line for everybody while something is broken. From a question: not under cover, and never its asker's name. */
export const publishProblem = verb('publishProblem', async (tx, { line, theme, questionId }: NewProblem) => {
  if (questionId) {
    allow(canPublishFrom(tx.actor, await seenQuestion(tx, questionId)));
    if (await namesAsker(tx, questionId, line)) throw new Invalid({ line: 'helpline_problem_has_name' });
  }
  const id = newId(tx.now.getTime());
  await tx
    .insertInto('known_problem')
    .values({
      id,
      question_id: questionId ?? null,
      theme,
      line,
      published_by: tx.actor.personId,
      published_at: tx.now,
    })
    .execute();
  await fileDocument(tx, { kind: 'problem', subjectId: id, title: line, body: '' });
  await bindAddress(tx, { kind: 'problem', lookup: id, subjectId: id });
  await record(tx, { event: 'problem.published', subject: { kind: 'problem', id } });
  return id;
});

/** It is over, and how. Whoever has it too hears of it from a job. Conflict when it was over already. */
export const endProblem = verb('endProblem', async (tx, id: string, { outcome }: EndedProblem) => {
  if (!isId(id)) throw new NotFound();
  const row = found(
    await tx
      .selectFrom('known_problem')
      .select(['ended_at', 'question_id'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst(),
  );
  if (row.ended_at) throw new Conflict('helpline_problem_ended_already');
  if (row.question_id && (await namesAsker(tx, row.question_id, outcome)))
    throw new Invalid({ outcome: 'helpline_problem_has_name' });
  await tx.updateTable('known_problem').set({ ended_at: tx.now, outcome }).where('id', '=', id).execute();
  await unfileDocument(tx, 'problem', id);
  await record(tx, { event: 'problem.ended', subject: { kind: 'problem', id } });
  await later(tx, 'helpline.tellFollowers', { problemId: id });
});

/** What is broken now, the newest first; and what the person waited for that is over, until they looked at it. */
export const problemsHere = verb('problemsHere', async (tx) => {
  const open = await openProblems(tx).execute();
  const unseen = [...(await unseenSubjects(tx))];
  const solved = unseen.length > 0 ? await solvedProblems(tx, unseen).execute() : [];
  return { open: open.map(problemFrom), solved: solved.map(problemFrom), now: tx.now };
});

export const openProblems = (tx: Tx) =>
  problems(tx).where('ended_at', 'is', null).orderBy('published_at', 'desc');

/** Of these subjects the problems that are over. */
export const solvedProblems = (tx: Tx, ids: readonly string[]) =>
  problems(tx)
    .where('id', '=', (eb) => eb.fn.any(eb.val([...ids])))
    .where('ended_at', 'is not', null);

/** One of them; what was new about it is seen now. */
export const problemHere = verb('problemHere', async (tx, id: string) => {
  if (!isId(id)) throw new NotFound();
  const row = found(await problems(tx).where('id', '=', id).executeTakeFirst());
  if (tx.actor.kind === 'person') await markSeen(tx, id);
  return { problem: problemFrom(row), now: tx.now };
});

/** A follower's row is read by that person alone, so nobody can be shown who, or how many. */
const problems = (tx: Tx) =>
  tx
    .selectFrom('known_problem')
    .select(['id', 'theme', 'line', 'published_at', 'ended_at', 'outcome'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('known_problem_follower as follower')
            .whereRef('follower.problem_id', '=', 'known_problem.id')
            .where('follower.person_id', '=', tx.actor.personId)
            .select('follower.problem_id'),
        )
        .as('is_followed'),
    );

type Row = Awaited<ReturnType<ReturnType<typeof problems>['execute']>>[number];

const problemFrom = (row: Row): Problem => ({
  id: row.id,
  theme: row.theme as Theme,
  line: row.line,
  publishedAt: row.published_at,
  endedAt: row.ended_at,
  outcome: row.outcome,
  isFollowed: Boolean(row.is_followed),
});
