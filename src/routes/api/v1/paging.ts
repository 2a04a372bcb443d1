import { isId } from '#platform/ids.ts';
import { unusable } from '#platform/problem.ts';

// Where the next page begins, dressed so that nobody builds on it.

type Moment = { moment: Date; id: string };

const dress = (text: string): string => btoa(text).replaceAll('=', '');

function undress(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    return '';
  }
}

/** What is refused as a cursor, wherever that is found out. */
export const noCursor = 'is not a nextCursor of this list';

/** Of a list in the order of its ids. */
export const cursorOf = (id: string): string => dress(id);

/** Throws Problem (422) for what no page of such a list gave. */
export function idIn(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const id = undress(cursor);
  if (!isId(id)) throw unusable({ cursor: noCursor });
  return id;
}

/** Of a list in the order of moments: the last row may be out of sight when the next page is asked for. */
export const momentCursorOf = ({ moment, id }: Moment): string => dress(`${moment.getTime()}.${id}`);

/** Throws Problem (422) for what no page of such a list gave. */
export function momentIn(cursor: string | undefined): Moment | null {
  if (cursor === undefined) return null;
  const [, milliseconds, id] = undress(cursor).match(/^(\d{1,14})\.(.+)$/) ?? [];
  if (!milliseconds || !isId(id)) throw unusable({ cursor: noCursor });
  return { moment: new Date(Number(milliseconds)), id };
}

/** The answer of a list that was asked for `limit` rows: the last page may be empty. */
export const pageOf = <Row, Item>(
  rows: readonly Row[],
  { limit, item, cursor }: { limit: number; item: (row: Row) => Item; cursor: (last: Row) => string },
) => {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { items: rows.map(item), nextCursor: last === undefined ? null : cursor(last) };
};

type InIds = { order: 'ascending' | 'descending'; limit: number; after: string | null };

/** One page of what is read whole because it is short, in the order of ids. */
export function sliceById<Row extends { id: string }>(
  rows: readonly Row[],
  { order, limit, after }: InIds,
): Row[] {
  const way = order === 'ascending' ? 1 : -1;
  const compare = (one: string, other: string) => (one < other ? -way : one > other ? way : 0);
  return rows
    .toSorted((one, other) => compare(one.id, other.id))
    .filter(({ id }) => after === null || compare(id, after) > 0)
    .slice(0, limit);
}
