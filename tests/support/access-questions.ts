import type { Post } from './access-visitors.ts';

/** What the rule needs to know of a question; read from the tables, past the code. */
export type Question = {
  kind: 'question';
  /** 'closed', 'under cover': as a failure names it. */
  label: string;
  id: string;
  /** Words that stand in it and nowhere else. */
  words: string;
  state: 'waiting' | 'claimed' | 'answered' | 'closed';
  underCover: boolean;
  unitId: string;
  askerId: string;
  holderId: string;
  /** Everybody whose turn it was. */
  turnIds: readonly string[];
  /** Under cover: the one coach who knows the name. */
  namedToId: string | null;
};

/** Who reads: somebody in their post, a program acting for them, or a program by itself (then `personId` is ''). */
export type Reader = Omit<Post, 'roles'> & { roles: readonly string[]; byProgram?: boolean };

type Relation = 'asker' | 'holder' | 'coach' | 'had';

/**
 * What a reader is to a question, by product.md, section 1: the asker; the coach who has or had it; while it is open
 * and not under cover the coaches of its unit. Nobody else, whatever their role: then it is empty.
 */
export function relationsTo(question: Question, { personId, coachOf, byProgram }: Reader): Relation[] {
  const { state, underCover } = question;
  // What was asked under cover, a program never sees.
  if (underCover && byProgram) return [];
  if (personId === question.askerId) return ['asker'];
  const isOpenInUnit = state !== 'closed' && !underCover && coachOf.includes(question.unitId);
  const relations = {
    holder: personId === question.holderId,
    coach: isOpenInUnit,
    had: question.turnIds.includes(personId),
  };
  return (Object.keys(relations) as (keyof typeof relations)[]).filter((relation) => relations[relation]);
}

export const reads = (question: Question, reader: Reader): boolean =>
  relationsTo(question, reader).length > 0;

/** Under cover the name stays with the asker and the one coach they told. */
export const readsName = (question: Question, reader: Reader): boolean =>
  reads(question, reader) &&
  (!question.underCover || [question.askerId, question.namedToId].includes(reader.personId));

const open = ['waiting', 'claimed', 'answered'] as const;
const any = [...open, 'closed'] as const;

/** Who may do what, and in which states of the question. */
const acts = {
  claimQuestion: { holder: ['waiting'], coach: ['waiting'] },
  answerQuestion: { holder: open, coach: ['waiting'] },
  passOn: { holder: ['waiting', 'claimed'] },
  closeAsHelper: { holder: open },
  releaseAnswer: { holder: ['answered', 'closed'] },
  writeBack: { asker: any },
  closeAsAsker: { asker: open },
  // After the first tap, which closed it.
  tellIfAlone: { asker: ['closed'] },
} as const satisfies Record<string, Partial<Record<Relation, readonly Question['state'][]>>>;

export type Act = keyof typeof acts;

/** What becomes of an attempt; 'taken': a colleague was first, and is named, or it closed meanwhile, and that is said. */
export function outcomeOf(act: Act, question: Question, reader: Reader) {
  const relations = relationsTo(question, reader);
  if (relations.length === 0) return 'hidden';
  const isHelp = act === 'claimQuestion' || act === 'answerQuestion';
  const isOthers = !relations.includes('asker') && !relations.includes('holder');
  if (isHelp && isOthers && ['claimed', 'answered'].includes(question.state)) return 'taken';
  if (isHelp && !relations.includes('asker') && question.state === 'closed') return 'taken';
  if (act === 'releaseAnswer' && question.underCover) return 'refused';
  const states: Partial<Record<Relation, readonly Question['state'][]>> = acts[act];
  return relations.some((relation) => states[relation]?.includes(question.state)) ? 'done' : 'refused';
}
