import { sql } from 'kysely';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { markSeen } from '#rooms/notifications/server/index.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import {
  canAnswer,
  canClaim,
  canCloseAsAsker,
  canCloseAsHelper,
  canPassOn,
  canRelease,
  canTellIfAlone,
  canWriteBack,
  type Question,
  type StepEnding,
  type StepReason,
} from '../question.ts';
import type { Thread } from '../seen.ts';
import { seenQuestion } from './seeing.ts';

/** A question with all that was said, for whoever may read it; what was new about it is seen now. */
export const questionThread = verb('questionThread', async (tx, id: string): Promise<Thread> => {
  const question = await seenQuestion(tx, id);
  if (tx.actor.kind === 'person') await markSeen(tx, id);
  const around = await surroundings(tx, id, question.unitId);
  const messages = await messagesOf(tx, id);
  const steps = await stepsOf(tx, id);
  const names = await namesOf(tx, idsIn(question, messages, steps, around.askerId));
  const nameOf = (personId: string | null) => (personId ? (names.get(personId) ?? null) : null);
  return {
    question,
    unitName: around.unitName,
    asker: nameOf(around.askerId),
    holder: nameOf(question.holderId),
    next: nameOf(question.nextId),
    messages: messages.map(({ authorId, ...message }) => ({ ...message, author: nameOf(authorId) })),
    steps: steps.map((step) => ({
      ...step,
      name: nameOf(step.personId) ?? { firstName: '', lastName: '' },
      about: nameOf(personOf(step.reason))?.firstName ?? step.aboutUnit,
    })),
    sharedAnswer: around.sharedAnswer,
    can: possibilities(tx, question),
    now: tx.now,
  };
});

const possibilities = ({ actor }: Tx, question: Question): Thread['can'] => ({
  answer: canAnswer(actor, question),
  claim: canClaim(actor, question),
  passOn: canPassOn(actor, question),
  closeAsAsker: canCloseAsAsker(actor, question),
  closeAsHelper: canCloseAsHelper(actor, question),
  tellIfAlone: canTellIfAlone(actor, question),
  writeBack: canWriteBack(actor, question),
  release: canRelease(actor, question),
});

async function surroundings(tx: Tx, id: string, unitId: string) {
  const row = await tx
    .selectFrom('unit')
    .leftJoin('question_asker', (join) => join.on('question_asker.question_id', '=', id))
    .leftJoin('shared_answer', (join) => join.on('shared_answer.question_id', '=', id))
    .where('unit.id', '=', unitId)
    .select(['unit.name', 'question_asker.person_id'])
    .select(['shared_answer.id as answer_id', 'shared_answer.title', 'shared_answer.body'])
    .executeTakeFirstOrThrow();
  const sharedAnswer = row.answer_id ? { id: row.answer_id, title: row.title!, body: row.body! } : null;
  return { unitName: row.name, askerId: row.person_id, sharedAnswer };
}

async function messagesOf(tx: Tx, id: string) {
  const rows = await tx
    .selectFrom('question_message')
    .select(['id', 'sender', 'author_id as authorId', 'body', 'written_at as writtenAt'])
    .where('question_id', '=', id)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, sender: row.sender as 'asker' | 'helper' }));
}

async function stepsOf(tx: Tx, id: string) {
  const rows = await tx
    .selectFrom('question_step as step')
    .leftJoin('unit', (join) => join.on('unit.id', '=', sql<string>`(step.reason ->> 'unitId')::uuid`))
    .where('step.question_id', '=', id)
    .select([
      'step.person_id as personId',
      'step.reason',
      'step.started_at as startedAt',
      'step.ending',
      'step.present_from as presentFrom',
    ])
    .select('unit.name as aboutUnit')
    .orderBy('step.started_at')
    .orderBy('step.id')
    .execute();
  return rows.map((row) => ({
    ...row,
    reason: row.reason as unknown as StepReason,
    ending: row.ending as StepEnding | null,
  }));
}

/** The person whom a reason speaks of. */
const personOf = (reason: StepReason): string | null => {
  if (reason.kind === 'substitute') return reason.forId;
  return reason.kind === 'given' ? reason.byId : null;
};

type Dated = { authorId: string | null }[];
type Stepped = { personId: string; reason: StepReason }[];

const idsIn = (question: Question, messages: Dated, steps: Stepped, askerId: string | null): string[] =>
  [
    askerId,
    question.holderId,
    question.nextId,
    ...messages.map((message) => message.authorId),
    ...steps.flatMap((step) => [step.personId, personOf(step.reason)]),
  ].filter((one): one is string => one !== null);
