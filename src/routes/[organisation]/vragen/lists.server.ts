import type { ListName } from '#rooms/helpline/listing.ts';
import type { listsForMe } from '#rooms/helpline/server/index.ts';
import { isTheme, type Theme } from '#rooms/organisations/themes.ts';

/** The lists as their addresses call them. */
export const addresses = {
  for_me: 'voor-mij',
  unit: 'dienst',
  done: 'klaar',
  noted: 'genoteerd',
  mine: 'mijn',
} as const satisfies Record<ListName, string>;

type Lists = Awaited<ReturnType<typeof listsForMe>>;

/** Which lists this person has: everybody asks, whoever helps has two more, a coach also the unit's, a noter theirs. */
export function listsOf({ forMe, unit, helped, noted }: Lists, hasRole: boolean): ListName[] {
  const helps = hasRole || helped || forMe > 0;
  return [
    ...(helps ? (['for_me'] as const) : []),
    ...(unit === null ? [] : (['unit'] as const)),
    ...(helps ? (['done'] as const) : []),
    ...(noted ? (['noted'] as const) : []),
    'mine',
  ];
}

const longestSearch = 300;

/** What the address of a list says; anything else is as if it were not there. */
export function wanted(params: URLSearchParams, lists: readonly ListName[]) {
  const theme = params.get('thema');
  return {
    list: lists.find((list) => addresses[list] === params.get('lijst')) ?? lists[0] ?? 'mine',
    theme: isTheme(theme) ? (theme satisfies Theme) : null,
    search: (params.get('zoek') ?? '').trim().slice(0, longestSearch),
    after: params.get('na'),
  };
}
