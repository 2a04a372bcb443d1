import type { VerbName } from '#rooms/people/rights.ts';
import type { Role } from '#rooms/people/roles.ts';
import type { Reader } from './access-questions.ts';
import type { Kind, Subject } from './access-subjects.ts';
import type { Stage } from './access-stage.ts';
import type { Visitor } from './access-visitors.ts';

/** What may become of an attempt; what each is in HTTP stands in access-attempts.ts. */
export type Outcome =
  | 'opens'
  | 'leads on'
  | 'leads back'
  | 'done'
  | 'refused'
  | 'hidden'
  | 'taken'
  | 'sign in'
  | 'unusable'
  | 'no stream'
  | 'nothing';

export type Fields = Record<string, string | File>;

/** What an action is about, whether it is meant to be refused, and by whom it is sent. */
export type Sending = { subject?: Subject; trial: boolean; visitor: Visitor };

/** What is true of an address inside an organisation, for whoever works there. */
export type Rule = {
  /** Everything it asks of the rooms, whoever asks: a role needs the right to each. */
  verbs: readonly VerbName[];
  /** Of the roles that have the right, those that may use it so. */
  only?: readonly Role[];
  /** What it shows more, to whoever has the right. */
  also?: readonly VerbName[];
  /** What stands in the address, in its query or in what is sent. */
  about?: Kind;
  /** Behind the address; '[about]' is the id of what it is about. */
  query?: string;
  headers?: Record<string, string>;
  /** What becomes of it, once the right is there; else a page opens, and an action is done. */
  then?: (reader: Reader, subject: Subject) => Outcome;
  /** What becomes of it where there is no such thing; else nothing is found. */
  elsewhere?: Outcome;
  /** What an action or a method is sent. */
  send?: (stage: Stage, sending: Sending) => Promise<Fields | string> | Fields | string;
  /** The page is about colleagues, and names them as such. */
  namesPeople?: boolean;
  /** It lists units, also those in which nobody works. */
  namesUnits?: boolean;
  /** One of several pages of the same thing, which all begin with the same look at it. */
  isSide?: boolean;
};

export type Rules = Record<string, Rule | Rule[]>;

export const holdsAny =
  (...kinds: readonly string[]) =>
  ({ roles }: Reader): boolean =>
    roles.some((role) => kinds.includes(role));
