import type { Job } from './jobs.ts';
import type { Actor, Tx } from './scope.ts';

/** A letter as it leaves: text first, the same said in HTML. */
export type Letter = { subject: string; text: string; html: string };

/** What a mail is made from: the row that says who should know what. */
export type Occasion = {
  id: string;
  personId: string;
  subjectId: string;
  particulars: Record<string, string>;
};

/** Work in one organisation, by name. */
export type Sweeps = Readonly<Record<string, (actor: Actor) => Promise<unknown>>>;

/**
 * Somebody who helped does so no longer or, with `gone`, is here no longer at all. What they kept goes to `keeperId`;
 * null: there is nobody to keep it.
 */
export type Left = { personId: string; gone: boolean; keeperId: string | null };

/** What a room hands in to the registry. */
export type HandedIn = {
  readonly jobs?: Readonly<Record<string, Job>>;
  /** Run about once a minute in each organisation, by any number of workers at once. */
  readonly sweeps?: Sweeps;
  /** Run when a worker starts and once a day, in each organisation, by any number of workers at once. */
  readonly daily?: Sweeps;
  /** By kind of notification. Null: it is no longer worth a letter. */
  readonly mails?: Readonly<Record<string, (tx: Tx, occasion: Occasion) => Promise<Letter | null>>>;
  /** What is somebody's own here passes on or goes. In the transaction of the leaving; the organisation's own hand. */
  readonly whenLeft?: (tx: Tx, left: Left) => Promise<void>;
  /** How much of each kind would pass on; a word of the code by what it is. */
  readonly keeps?: (tx: Tx, personId: string) => Promise<Record<string, number>>;
};
