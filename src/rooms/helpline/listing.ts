import { isId } from '#platform/ids.ts';
import type { QuestionRow } from './seen.ts';

export const listNames = ['for_me', 'unit', 'done', 'mine'] as const;

/** voor mij · mijn dienst · klaar · mijn vragen */
export type ListName = (typeof listNames)[number];

/** Where a page ended: the moment by which the list is ordered, and the id of the last row. */
export type Cursor = { moment: Date; id: string };

const momentOf = (list: ListName, row: QuestionRow): Date => {
  if (list === 'for_me') return row.waitsUntil ?? row.askedAt;
  return list === 'unit' ? row.askedAt : row.changedAt;
};

export const cursorOf = (list: ListName, row: QuestionRow): string =>
  `${momentOf(list, row).getTime()}.${row.id}`;

/** Null for whatever is no cursor: an address can be typed by hand. */
export function cursorFrom(text: string | null): Cursor | null {
  const [, milliseconds, id] = text?.match(/^(\d{1,14})\.(.+)$/) ?? [];
  return milliseconds && isId(id) ? { moment: new Date(Number(milliseconds)), id } : null;
}
