import type pg from 'pg';
import type { Town } from './town.ts';

/** A town to make things in, and its database past the wall. */
export type Workshop = {
  town: Town;
  owner: pg.Pool;
  /** A unit where nobody works any more: its name stands on no page but those about units, and about questions. */
  emptyUnitId: string;
};

/** In all that is written, so that whoever looks for it would find everything if nothing kept them from it. */
export const lure = 'perforator';

let made = 0;
export const newWords = (label: string): string => `zwq${label.replace(/\W/g, '')}${++made}zwq`;
