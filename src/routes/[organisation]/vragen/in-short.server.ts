import type { Actor } from '#platform/actor.ts';
import { formatDay } from '#platform/dates.ts';
import { questionsInShort } from '#rooms/helpline/server/index.ts';
import { isTheme, themeLabel } from '#rooms/organisations/themes.ts';

const perPage = 20;

/** What is open, as the coordinator may know it, a page at a time; null for everybody else. */
export async function openInShort(who: Actor, params: URLSearchParams) {
  if (!who.may('questionsInShort')) return null;
  const after = params.get('open');
  const { rows, more } = await questionsInShort(who, { limit: perPage, after });
  return {
    rows: rows.map((row) => ({
      unitName: row.unitName,
      theme: isTheme(row.theme) ? themeLabel(row.theme) : '',
      state: row.state,
      askedOn: formatDay(row.askedOn),
    })),
    more: more && `?${from(params, more)}#open`,
    beginning: after === null ? null : `?${from(params, null)}#open`,
  };
}

function from(params: URLSearchParams, after: string | null): string {
  const next = new URLSearchParams(params);
  next.delete('open');
  if (after !== null) next.set('open', after);
  return next.toString();
}
