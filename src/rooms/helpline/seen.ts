import type { Theme } from '#rooms/organisations/themes.ts';
import type { Question, QuestionState, StepEnding, StepReason } from './question.ts';

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
  isMine: boolean;
  isNew: boolean;
};

export type Name = { firstName: string; lastName: string };
export type Message = {
  id: string;
  sender: 'asker' | 'helper';
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

export type Thread = {
  question: Question;
  unitName: string;
  /** Null when it is not for this actor to know. */
  asker: Name | null;
  holder: Name | null;
  next: Name | null;
  messages: Message[];
  steps: Step[];
  sharedAnswer: { id: string; title: string; body: string } | null;
  can: Record<
    | 'answer'
    | 'claim'
    | 'passOn'
    | 'closeAsAsker'
    | 'closeAsHelper'
    | 'tellIfAlone'
    | 'writeBack'
    | 'release',
    boolean
  >;
  /** The moment of which all this is true. */
  now: Date;
};
