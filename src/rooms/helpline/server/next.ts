import type { Tx } from '#platform/server/scope.ts';
import { canPassOn, type Question } from '../question.ts';
import { nextAt, triedIn } from '../routing.ts';
import type { Name } from '#rooms/people/name.ts';
import { askerBehind } from './cover.ts';
import { triedThisRound, worldAround } from './steps.ts';

/** What the page of the question read already; of the asker only who may. */
type Known = {
  asker: { id: string } | null;
  steps: readonly { personId: string; startedAt: Date }[];
};

type Next = {
  /** Who takes over at the moment that the asker is shown. */
  next: Name | null;
  /** To whom it goes when its helper passes it on now. */
  passesTo: Name | null;
};

/**
 * Who comes next, reckoned each time it is shown, by what the sweep goes by: an absence that was marked since counts.
 * Of a question that moves by itself; what is answered together with another goes where that one goes.
 */
export async function whoIsNext(tx: Tx, question: Question, { asker, steps }: Known): Promise<Next> {
  const { waitsUntil } = question;
  if (waitsUntil === null) return { next: null, passesTo: null };
  const lead = await leadOf(tx, question);
  // Under cover by the seal alone, as when it moves: who reads the row must not see another chain.
  const askerId = lead === question && !question.underCover ? asker?.id : null;
  const world = await worldAround(tx, lead, askerId ?? (await askerBehind(tx, lead)));
  const tried = lead === question ? triedIn(question, steps) : await triedThisRound(tx, lead);
  const named = (id: string | null): Name | null => {
    const helper = world.snapshot.helpers.find(({ personId }) => personId === id);
    return helper ? { firstName: helper.firstName, lastName: helper.lastName } : null;
  };
  return {
    next: named(nextAt(world, waitsUntil > tx.now ? waitsUntil : tx.now, tried)),
    passesTo: canPassOn(tx.actor, question) ? named(nextAt(world, tx.now, tried)) : null,
  };
}

async function leadOf(tx: Tx, question: Question): Promise<Question> {
  if (question.mergedInto === null) return question;
  const { id, unit_id, theme, round_started_at } = await tx
    .selectFrom('question')
    .select(['id', 'unit_id', 'theme', 'round_started_at'])
    .where('id', '=', question.mergedInto)
    .executeTakeFirstOrThrow();
  return {
    ...question,
    id,
    unitId: unit_id,
    theme: theme as Question['theme'],
    roundStartedAt: round_started_at,
  };
}
