import type { ListName } from '#rooms/helpline/listing.ts';
import { listsForMe, questionsListed } from '#rooms/helpline/server/index.ts';
import { helperRow, statusRow, ownRow } from '#rooms/helpline/shown.ts';
import { themeLabel, themes } from '#rooms/organisations/themes.ts';
import { openInShort } from './in-short.server.ts';
import { addresses, listsOf, wanted } from './lists.server.ts';

const perPage = 25;

export const load = async ({ locals: { who }, url }) => {
  const mine = await listsForMe(who);
  const hasRole = who.roles.some(({ kind }) => ['coach', 'expert', 'ict'].includes(kind));
  const lists = listsOf(mine, hasRole);
  const filter = wanted(url.searchParams, lists);
  const { rows, more, now } = await questionsListed(who, { ...filter, limit: perPage });
  const rowOf = { for_me: helperRow, unit: helperRow, done: helperRow, noted: statusRow, mine: ownRow }[
    filter.list
  ];
  return {
    chosen: filter.list,
    lists: lists.map((name) => ({ name, address: addresses[name], count: countOf(name, mine) })),
    rows: rows.map((row) => rowOf(row, now)),
    more: more && `?${addressWith(url.searchParams, more)}`,
    beginning: filter.after === null ? null : `?${addressWith(url.searchParams, null)}`,
    filter: { theme: filter.theme, search: filter.search },
    themes: themes.map((value) => ({ value, label: themeLabel(value) })),
    short: await openInShort(who, url.searchParams),
  };
};

type Counts = Awaited<ReturnType<typeof listsForMe>>;

/** What waits, and in one's own questions what is new: together what the menu says. */
function countOf(list: ListName, { forMe, unit, news }: Counts): number | undefined {
  if (list === 'for_me') return forMe;
  if (list === 'unit') return unit ?? undefined;
  return list === 'mine' && news > 0 ? news : undefined;
}

/** The same list from another place on. */
function addressWith(params: URLSearchParams, after: string | null): string {
  const next = new URLSearchParams(params);
  next.delete('na');
  if (after !== null) next.set('na', after);
  return next.toString();
}
