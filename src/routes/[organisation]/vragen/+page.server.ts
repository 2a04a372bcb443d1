import { formatDay } from '#platform/dates.ts';
import { listsForMe, questionsInShort, questionsListed } from '#rooms/helpline/server/index.ts';
import { helperRow, ownRow } from '#rooms/helpline/shown.ts';
import { isTheme, themeLabel, themes } from '#rooms/organisations/themes.ts';
import { addresses, listsOf, wanted } from './lists.server.ts';

const perPage = 25;

export const load = async ({ locals: { who }, url }) => {
  const mine = await listsForMe(who);
  const hasRole = who.roles.some(({ kind }) => ['coach', 'expert', 'ict'].includes(kind));
  const lists = listsOf(mine, hasRole);
  const filter = wanted(url.searchParams, lists);
  const { rows, more, now } = await questionsListed(who, { ...filter, limit: perPage });
  const short = who.may('questionsInShort') ? (await questionsInShort(who)).rows : null;
  const counts = { for_me: mine.forMe, unit: mine.unit ?? undefined, done: undefined, mine: undefined };
  return {
    chosen: filter.list,
    lists: lists.map((name) => ({ name, address: addresses[name], count: counts[name] })),
    rows: rows.map((row) => (filter.list === 'mine' ? ownRow(row, now) : helperRow(row, now))),
    more: more && `?${addressWith(url.searchParams, more)}`,
    beginning: filter.after === null ? null : `?${addressWith(url.searchParams, null)}`,
    filter: { theme: filter.theme, search: filter.search },
    themes: themes.map((value) => ({ value, label: themeLabel(value) })),
    short: short?.map((row) => ({
      unitName: row.unitName,
      theme: isTheme(row.theme) ? themeLabel(row.theme) : '',
      state: row.state,
      askedOn: formatDay(row.askedOn),
    })),
  };
};

/** The same list from another place on. */
function addressWith(params: URLSearchParams, after: string | null): string {
  const next = new URLSearchParams(params);
  next.delete('na');
  if (after !== null) next.set('na', after);
  return next.toString();
}
