import type { DemoQuestion } from '#demo/question.ts';
import { found } from '#platform/errors.ts';
import { enterAt, type Tx } from '#platform/server/scope.ts';
import {
  answerQuestion,
  askQuestion,
  claimQuestion,
  closeAsAsker,
  mergeQuestions,
  questionThread,
  releaseAnswer,
  tellIfAlone,
  writeBack,
} from '#rooms/helpline/server/index.ts';
import { chainFor } from '#rooms/people/chain.ts';
import { personAsActor, snapshotOf } from '#rooms/people/server/index.ts';
import { minutesAfter } from '../moments.ts';

/** Does something as this person, with the roles of that moment. */
export const asPerson = <Result>(
  tx: Tx,
  { personId, moment }: { personId: string; moment: Date },
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> =>
  enterAt(tx, { actor: tx.actor, moment }, async (past) => {
    const { actor } = found(await personAsActor(past, personId));
    return enterAt(past, { actor, moment }, work);
  });

/** `coachId`: asked under cover, of this coach. */
type Asking = { askerId: string; askedAt: Date; alone: boolean; coachId?: string };

/** Plays one question from its asking to where it stands now; who answers is whoever has it by then. Returns its id. */
export async function playQuestion(
  tx: Tx,
  question: DemoQuestion,
  { askerId, askedAt, alone, coachId }: Asking,
): Promise<string> {
  const { body, theme, thread, state } = question;
  const ask = (moment: Date, work: (tx: Tx) => Promise<unknown>) =>
    asPerson(tx, { personId: askerId, moment }, work);
  const help = async (moment: Date, work: (tx: Tx) => Promise<unknown>) =>
    asPerson(tx, { personId: await holderOf(tx, id), moment }, work);
  const id = await asPerson(tx, { personId: askerId, moment: askedAt }, (past) =>
    askQuestion(past, { body, theme, key: '', ...(coachId ? { way: 'cover', coachId } : {}) }),
  );
  for (const message of thread) {
    const moment = minutesAfter(askedAt, message.afterMinutes);
    if (message.from === 'helper')
      await help(moment, (past) => answerQuestion(past, id, { body: message.body, theme: null }));
    else await ask(moment, (past) => writeBack(past, id, { body: message.body, stuck: state === 'claimed' }));
  }
  const later = (minutes: number) => minutesAfter(askedAt, (thread.at(-1)?.afterMinutes ?? 0) + minutes);
  if (state === 'claimed') {
    const moment = await thereFrom(tx, id, later(4));
    if (moment <= tx.now) await help(moment, (past) => claimQuestion(past, id));
  }
  if (state !== 'closed') return id;
  await ask(later(1), (past) => closeAsAsker(past, id, { helped: true }));
  await ask(later(1), (past) => tellIfAlone(past, id, { alone }));
  const shared = question.sharedAnswer;
  if (shared) await help(later(6), (past) => releaseAnswer(past, id, shared));
  return id;
}

/** The one who has `intoId` answers both as one. */
export const playMerge = async (tx: Tx, { fromId, intoId, moment }: Merging): Promise<string> =>
  asPerson(tx, { personId: await holderOf(tx, intoId), moment }, (past) =>
    mergeQuestions(past, { fromId, intoId }),
  );

type Merging = { fromId: string; intoId: string; moment: Date };

/** How long a thread goes on, with what is done after its last message. */
export const lastsMinutes = ({ thread }: DemoQuestion): number => (thread.at(-1)?.afterMinutes ?? 0) + 8;

/** From when whoever has it can say "ik help nu". In a weekend that may be still to come: then it goes on waiting. */
async function thereFrom(tx: Tx, id: string, moment: Date): Promise<Date> {
  const { unitId, theme, holderId } = (await questionThread(tx, id)).question;
  const snapshot = await enterAt(tx, { actor: tx.actor, moment }, snapshotOf);
  const chain = chainFor(snapshot, unitId, { theme, moment, askerId: null });
  return found(chain.find(({ personId }) => personId === holderId)).from;
}

const holderOf = async (tx: Tx, id: string): Promise<string> =>
  found((await questionThread(tx, id)).question.holderId);
