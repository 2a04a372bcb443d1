import type { Post } from './access-visitors.ts';

/** What the rule needs to know of a question; read from the tables, past the code. */
export type Question = {
  kind: 'question';
  /** 'closed', 'under cover': as a failure names it. */
  label: string;
  id: string;
  /** Words that stand in it and nowhere else. */
  words: string;
  /** Words of a note that helpers wrote in it. */
  noteWords: string | null;
  state: 'waiting' | 'claimed' | 'answered' | 'closed' | 'merged';
  taps: 'none' | 'first' | 'both';
  underCover: boolean;
  outsideUnit: boolean;
  isUrgent: boolean;
  unitId: string;
  askerId: string;
  holderId: string | null;
  /** Everybody whose turn it was. */
  turnIds: readonly string[];
  calledInIds: readonly string[];
  /** Whom the helper asked for advice, and who is not done yet. */
  adviserId: string | null;
  notedById: string | null;
  /** Whose turn it is, or was since, at the question that it is answered together with. */
  leadIds: readonly string[];
  /** Under cover: the one coach who knows the name. */
  namedToId: string | null;
  /** Who passed it on or gave it away, while the next has done nothing with it. */
  takeBackId: string | null;
  /** A message of the asker that may become a question of its own. */
  moreId: string | null;
  /** The merge or the split that it stands in. */
  tieId: string | null;
  /** Whom its helper may give it to, and its asker choose; whether that coach can be for this one. */
  giveToId: string;
  coach: { id: string; fits: boolean };
  /** One that might be answered together with it. */
  other?: Question;
};

/** Who reads: somebody in their post, a program acting for them, or a program by itself (then `personId` is ''). */
export type Reader = Omit<Post, 'roles'> & { roles: readonly string[]; byProgram?: boolean };

type Relation = 'asker' | 'holder' | 'coach' | 'had' | 'called' | 'together' | 'noted';

/**
 * What a reader is to a question, by product.md, section 1: the asker; the coach who has or had it; whom that coach
 * calls in; while it is open the coaches of its unit, and whoever noted it for the asker, but for what was asked under
 * cover or outside the own unit; and whoever has the question it is answered together with. Nobody else, whatever their role: then it is empty.
 */
export function relationsTo(question: Question, { personId, coachOf, byProgram }: Reader): Relation[] {
  const { state, underCover, outsideUnit } = question;
  // What was asked under cover, a program never sees.
  if (underCover && byProgram) return [];
  if (personId === question.askerId) return ['asker'];
  const isOpen = state !== 'closed' && state !== 'merged';
  const relations = {
    holder: personId === question.holderId,
    coach: isOpen && !underCover && !outsideUnit && coachOf.includes(question.unitId),
    had: question.turnIds.includes(personId),
    called: question.calledInIds.includes(personId),
    together: question.leadIds.includes(personId),
    noted: !underCover && !outsideUnit && personId === question.notedById,
  };
  return (Object.keys(relations) as (keyof typeof relations)[]).filter((relation) => relations[relation]);
}

export const reads = (question: Question, reader: Reader): boolean =>
  relationsTo(question, reader).length > 0;

/** Under cover the name stays with the asker and the one coach they told. */
export const readsName = (question: Question, reader: Reader): boolean =>
  reads(question, reader) &&
  (!question.underCover || [question.askerId, question.namedToId].includes(reader.personId));

/** Notes are among those who help: whoever has or had it, and whom they called in. Never the asker. */
export const readsNotes = (question: Question, reader: Reader): boolean =>
  relationsTo(question, reader).some((relation) => relation === 'had' || relation === 'called');

type Phase = 'waiting' | 'claimed' | 'answered' | 'merged' | 'closed by helper' | 'closed' | 'told';

/** The state, and once it is closed how much the asker said of how it went. */
const phaseOf = ({ state, taps }: Question): Phase =>
  state !== 'closed' ? state : ({ none: 'closed by helper', first: 'closed', both: 'told' } as const)[taps];

const open = ['waiting', 'claimed', 'answered'] as const;
const over = ['closed by helper', 'closed', 'told'] as const;
const alone = [...open, ...over] as const;
const any = [...alone, 'merged'] as const;

/** Who may do what, and in which phases of the question. */
const acts = {
  claimQuestion: { holder: ['waiting'], coach: ['waiting'] },
  answerQuestion: { holder: open, coach: ['waiting'], called: open },
  changeTheme: { holder: open, coach: ['waiting'], called: open },
  sayComing: { holder: open, coach: ['waiting'], called: open },
  passOn: { holder: ['waiting', 'claimed'] },
  giveQuestion: { holder: ['waiting', 'claimed'] },
  callIn: { holder: open },
  stepBack: { called: any },
  writeNote: { had: alone, called: alone },
  remindMe: { had: open, called: open },
  cancelReminder: { asker: any, holder: any, coach: any, had: any, called: any, together: any, noted: any },
  closeAsHelper: { holder: open },
  undoClose: { holder: ['closed by helper'] },
  releaseAnswer: { holder: ['answered', ...over] },
  publishFrom: { had: any, called: any },
  comeBack: { holder: any, called: any },
  splitQuestion: { holder: alone, coach: ['waiting'] },
  // To be answered together with others: the one that leads, and one that goes along.
  lead: { holder: ['waiting', 'claimed'], coach: ['waiting'] },
  goAlong: { holder: open, coach: ['waiting'] },
  writeBack: { asker: any },
  chooseCoach: { asker: ['waiting'] },
  closeAsAsker: { asker: [...open, 'merged', 'closed by helper'] },
  // After the first tap, which closed it.
  tellIfAlone: { asker: ['closed'] },
} as const satisfies Record<string, Partial<Record<Relation, readonly Phase[]>>>;

export type Act = keyof typeof acts;

const help: readonly Act[] = ['claimQuestion', 'answerQuestion', 'sayComing', 'changeTheme'];
/** What was said to one coach never becomes anything for others, nor a question for which the name is needed. */
const neverUnderCover: readonly Act[] = [
  ...(['releaseAnswer', 'publishFrom', 'comeBack', 'splitQuestion', 'lead', 'goAlong'] as const),
];
/** Calling a person, or picking one from a list where the own unit is left out. */
const needName: readonly Act[] = ['sayComing', 'giveQuestion'];
const together: readonly Act[] = ['lead', 'goAlong'];

/** What becomes of an attempt; 'taken': a colleague was first, and is named, or it closed meanwhile, and that is said. */
export function outcomeOf(act: Act, question: Question, reader: Reader) {
  const relations = relationsTo(question, reader);
  if (relations.length === 0) return 'hidden';
  const isAsker = relations.includes('asker');
  const isIn = isAsker || relations.includes('holder') || relations.includes('called');
  if (help.includes(act) && !isIn && ['claimed', 'answered'].includes(question.state)) return 'taken';
  if (help.includes(act) && !isAsker && question.state === 'closed') return 'taken';
  if (neverUnderCover.includes(act) && question.underCover) return 'refused';
  if (needName.includes(act) && !readsName(question, reader)) return 'refused';
  if (together.includes(act) && (question.outsideUnit || question.isUrgent)) return 'refused';
  // What cannot wait is not taken back before somebody looked at it.
  if (act === 'closeAsAsker' && question.isUrgent && ['waiting', 'claimed'].includes(question.state))
    return 'refused';
  const phases: Partial<Record<Relation, readonly Phase[]>> = acts[act];
  return relations.some((relation) => phases[relation]?.includes(phaseOf(question))) ? 'done' : 'refused';
}

/** Undoing "geef door" is for who did it, as long as the next did nothing. */
export const takingBack = (question: Question, reader: Reader) => {
  if (!reads(question, reader)) return 'hidden';
  return question.takeBackId === reader.personId ? 'done' : 'refused';
};

/** Of whom was asked for advice and is not done, by the holder while it is open. */
export const withdrawing = (question: Question, reader: Reader) => {
  const outcome = outcomeOf('callIn', question, reader);
  return outcome === 'done' && !question.adviserId ? 'hidden' : outcome;
};

/** Both must be readable; whoever may go on with both may have them answered as one. */
export function merging(into: Question, reader: Reader) {
  const from = into.other ?? into;
  if (!reads(into, reader) || !reads(from, reader)) return 'hidden';
  if ([into, from].some(({ state }) => state === 'closed' || state === 'merged')) return 'taken';
  const may = outcomeOf('lead', into, reader) === 'done' && outcomeOf('goAlong', from, reader) === 'done';
  return may && into.id !== from.id ? 'done' : 'refused';
}

/** Of the pair that it stands in; any other question has nothing to undo. */
export function untying(question: Question, reader: Reader) {
  const { tieId, other } = question;
  if (!tieId || !other || !reads(question, reader) || !reads(other, reader)) return 'hidden';
  const isTheirs = [question, other].some(({ holderId }) => holderId === reader.personId);
  return isTheirs && !relationsTo(question, reader).includes('asker') ? 'done' : 'refused';
}
