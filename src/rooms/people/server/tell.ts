import type { Tx } from '#platform/server/scope.ts';

/** What somebody of this room should know; as the room of notifications takes it. */
export type News = {
  personId: string;
  kind: string;
  subjectId: string;
  particulars?: Record<string, string>;
  /** The letter says it all; there is no page on which it would be seen. */
  mailOnly?: boolean;
};

export type Teller = (tx: Tx, news: News) => Promise<void>;

let teller: Teller = async () => {};

/** Telling is the work of a higher room, which hands it in through the registry. */
export const supplyTeller = (given: Teller): void => {
  teller = given;
};

/** Tells somebody, in the same transaction. */
export const tell: Teller = (tx, news) => teller(tx, news);
