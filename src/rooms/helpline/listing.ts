import { isId } from '#platform/ids.ts';
import type { QuestionRow } from './seen.ts';

export const listNames = ['for_me', 'unit', 'done', 'noted', 'mine'] as const;

/** voor mij · mijn dienst · klaar · die ik noteerde · mijn vragen */
export type ListName = (typeof listNames)[number];

/**
 * Where a page ended: the moment by which the list is ordered, and the id of the last row; where what cannot wait
 * stands first, whether that row was one of those.
 */
export type Cursor = { moment: Date; id: string; urgent?: boolean };

/** In what is open, what cannot wait stands first. */
export const urgentFirst = (list: ListName): boolean => list === 'for_me' || list === 'unit';

const momentOf = (list: ListName, row: QuestionRow): Date => {
  if (list === 'for_me') return row.waitsUntil ?? row.askedAt;
  return list === 'unit' ? row.askedAt : row.changedAt;
};

export const cursorOf = (list: ListName, row: QuestionRow): string =>
  `${urgentFirst(list) && row.isUrgent ? 'u' : ''}${momentOf(list, row).getTime()}.${row.id}`;

/** Null for whatever is no cursor: an address can be typed by hand. */
export function cursorFrom(text: string | null): Cursor | null {
  const [, urgent, milliseconds, id] = text?.match(/^(u?)(\d{1,14})\.(.+)$/) ?? [];
  return milliseconds && isId(id)
    ? { moment: new Date(Number(milliseconds)), id, urgent: urgent === 'u' }
    : null;
}
