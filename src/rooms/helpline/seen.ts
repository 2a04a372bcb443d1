import type { Theme } from '#rooms/organisations/themes.ts';
import type { Name } from '#rooms/people/name.ts';
import type { MessageKind, Question, QuestionState, StepEnding, StepReason } from './question.ts';
import type { Ties } from './ties.ts';

/** A question as a list shows it. */
export type QuestionRow = {
  id: string;
  title: string;
  state: QuestionState;
  theme: Theme | null;
  unitName: string;
  askedAt: Date;
  changedAt: Date;
  waitsUntil: Date | null;
  holderName: string | null;
  /** Null for whoever may not read it: under cover. */
  askerName: string | null;
  /** The helper who wrote it down for the asker. */
  noterName: string | null;
  isUrgent: boolean;
  isMine: boolean;
  isNew: boolean;
};

export type Message = {
  id: string;
  sender: 'asker' | 'helper';
  kind: MessageKind;
  author: Name | null;
  body: string;
  writtenAt: Date;
};
export type Step = {
  personId: string;
  name: Name;
  reason: StepReason;
  /** Name of the unit or person that the reason speaks of. */
  about: string | null;
  startedAt: Date;
  /** When the helper is there, if that is later. */
  presentFrom: Date;
  ending: StepEnding | null;
};

/** What helpers said to the asker in words, to share it with others. */
export const answersIn = ({ messages }: Pick<Thread, 'messages'>): string[] =>
  messages.filter(({ sender, kind }) => sender === 'helper' && kind === 'text').map(({ body }) => body);

export type Thread = {
  question: Question;
  unitName: string;
  /** Null when it is not for this actor to know. */
  asker: Name | null;
  /** Whether mail reaches the asker, as far as the one who looks may know. */
  readsMail: boolean;
  /** The telephone number of the one who looks, if it is they who asked. */
  ownPhone: string | null;
  /** The telephone number of the helper who last said "ik bel". */
  callsFrom: string | null;
  holder: Name | null;
  /** Who takes over at the moment that is shown, and to whom its helper would pass it on now; as things look now. */
  next: Name | null;
  passesTo: Name | null;
  /** Under cover: the one coach who sees the name. */
  seesName: Name | null;
  /** The helper who wrote it down for the asker. */
  noter: Name | null;
  messages: Message[];
  steps: Step[];
  sharedAnswer: { id: string; title: string; body: string } | null;
  /** The questions it is answered together with, or was split off from. */
  ties: Ties;
  can: Record<
    | 'answer'
    | 'claim'
    | 'passOn'
    | 'closeAsAsker'
    | 'closeAsHelper'
    | 'tellIfAlone'
    | 'writeBack'
    | 'chooseCoach'
    | 'release'
    | 'sayComing'
    | 'writeNote'
    | 'callIn'
    | 'give'
    | 'takeBack'
    | 'beReminded'
    | 'undoClose'
    | 'lead'
    | 'split'
    | 'comeBack',
    boolean
  >;
  /** The moment of which all this is true. */
  now: Date;
};

/** Whom to call for what cannot wait. `ict`: who hears of it at once, number or not. */
export type UrgentContacts = { ictPhone: string | null; dpoPhone: string | null; ict: Name[] };
