import { inOrganisation, type Actor } from '#platform/server/scope.ts';
import { questionFrom, visibleQuestions } from './seeing.ts';
import { moveOn } from './steps.ts';
import type { StepEnding } from '../question.ts';

/** Every question whose moment has come moves on. Each in a transaction of its own; any number of workers may do it. */
export async function moveSilentQuestions(actor: Actor): Promise<void> {
  const due = await inOrganisation(actor, (tx) =>
    tx
      .selectFrom('question')
      .select('id')
      .where('waits_until', '<=', tx.now)
      .orderBy('waits_until')
      .limit(200)
      .execute(),
  );
  for (const { id } of due)
    await moveIf(actor, id, 'silent', ({ waitsUntil }, now) => waitsUntil !== null && waitsUntil <= now);
}

/** What somebody who is away (or whose role ended) had waiting moves on at once. */
export async function moveFromHolder(actor: Actor, personId: string): Promise<void> {
  const held = await inOrganisation(actor, (tx) =>
    tx
      .selectFrom('question')
      .select('id')
      .where('holder_id', '=', personId)
      .where('state', 'in', ['waiting', 'claimed'])
      .execute(),
  );
  for (const { id } of held) await moveIf(actor, id, 'away', ({ holderId }) => holderId === personId);
}

type Look = { waitsUntil: Date | null; holderId: string | null };

/** Looks again under the lock: another worker, or the helper, may have been first. */
function moveIf(actor: Actor, id: string, ending: StepEnding, still: (question: Look, now: Date) => boolean) {
  return inOrganisation(actor, async (tx) => {
    const row = await visibleQuestions(tx)
      .where('question.id', '=', id)
      .where('question.state', 'in', ['waiting', 'claimed'])
      .forUpdate('question')
      .skipLocked()
      .executeTakeFirst();
    if (!row) return;
    const question = questionFrom(row);
    if (still(question, tx.now)) await moveOn(tx, question, ending);
  });
}
