import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { markSeen } from '#rooms/notifications/server/index.ts';
import type { Name } from '#rooms/people/name.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import {
  canAnswer,
  canBeReminded,
  canCallIn,
  canChooseCoach,
  canClaim,
  canCloseAsAsker,
  canCloseAsHelper,
  canGive,
  canPassOn,
  canReadNotes,
  canRelease,
  canSayComing,
  canTakeBack,
  canTellIfAlone,
  canUndoClose,
  canWriteBack,
  canWriteNote,
  type Question,
} from '../question.ts';
import { canComeBack } from '../follow-up.ts';
import { canLead } from '../merging.ts';
import type { Message, Step, Thread } from '../seen.ts';
import { canSplit } from '../splitting.ts';
import { whoIsNext } from './next.ts';
import { threadRow } from './thread-row.ts';
import { tiesOf } from './ties.ts';
import { asOne } from './together.ts';
import { unseenHere } from './waiting.ts';

/** A question with all that was said, for whoever may read it; what was new about it is seen now. */
export const questionThread = verb('questionThread', async (tx, id: string): Promise<Thread> => {
  const { question: own, ...row } = await threadRow(tx, id);
  const question = await asOne(tx, own);
  if (tx.actor.kind === 'person' && (await unseenHere(tx)).has(id)) await markSeen(tx, id);
  const holder = question === own ? row.holder : await holderOf(tx, question);
  // Notes are left out here, for every page, mail and program at once.
  const messages = row.messages.filter(({ kind }) => kind !== 'note' || canReadNotes(tx.actor, own));
  return {
    question,
    unitName: row.unitName,
    asker: nameIn(row.asker),
    readsMail: Boolean(row.asker?.readsMail ?? true),
    ownPhone: question.isMine ? (row.asker?.phone ?? null) : null,
    callsFrom: row.messages.findLast(({ kind }) => kind === 'call')?.phone ?? null,
    holder,
    ...(await whoIsNext(tx, question, row)),
    seesName: row.seesName,
    noter: row.noter,
    messages: messages.map(({ id: messageId, sender, kind, body, writtenAt, author }) => ({
      ...{ id: messageId, sender, kind, author, body, writtenAt },
    })),
    steps: row.steps,
    sharedAnswer: row.sharedAnswer,
    ties: await tiesOf(tx, own, row.ties),
    can: possibilities(tx, { question: own, messages, steps: row.steps, knowsAsker: row.asker !== null }),
    now: tx.now,
  };
});

const nameIn = (person: Name | null): Name | null =>
  person && { firstName: person.firstName, lastName: person.lastName };

/** Whoever has what it is answered together with. */
const holderOf = async (tx: Tx, { holderId }: Question): Promise<Name | null> =>
  holderId ? ((await namesOf(tx, [holderId])).get(holderId) ?? null) : null;

type Known = {
  question: Question;
  messages: readonly (Pick<Message, 'writtenAt'> & { authorId: string | null })[];
  steps: readonly Pick<Step, 'personId' | 'ending' | 'startedAt'>[];
  knowsAsker: boolean;
};

const possibilities = ({ actor, now }: Tx, { question, knowsAsker, ...known }: Known): Thread['can'] => ({
  answer: canAnswer(actor, question),
  claim: canClaim(actor, question),
  passOn: canPassOn(actor, question),
  closeAsAsker: canCloseAsAsker(actor, question),
  closeAsHelper: canCloseAsHelper(actor, question),
  tellIfAlone: canTellIfAlone(actor, question),
  writeBack: canWriteBack(actor, question),
  chooseCoach: canChooseCoach(actor, question),
  release: canRelease(actor, question),
  sayComing: canSayComing(actor, question, knowsAsker),
  writeNote: canWriteNote(actor, question),
  callIn: canCallIn(actor, question),
  give: canGive(actor, question, knowsAsker),
  takeBack: canTakeBack(actor, question, { turns: known.steps, reacted: hasReacted(known) }),
  beReminded: canBeReminded(actor, question),
  undoClose: canUndoClose(actor, question, now),
  lead: canLead(actor, question),
  split: canSplit(actor, question),
  comeBack: canComeBack(actor, question, knowsAsker),
});

/** Whether the one whose turn it is said or noted something in it. */
export const hasReacted = ({ messages, steps }: Pick<Known, 'messages' | 'steps'>): boolean => {
  const turn = steps.at(-1);
  return messages.some(
    ({ authorId, writtenAt }) => turn?.personId === authorId && writtenAt >= turn.startedAt,
  );
};
