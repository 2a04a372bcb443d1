import { byAuthority } from '#rooms/networks/shown.ts';
import { networkCoaches } from '#rooms/networks/server/index.ts';
import { isTheme, themeLabel, themes } from '#rooms/organisations/themes.ts';
import { textHas } from '#rooms/people/card.ts';

const longestQuery = 100;

export const load = async ({ locals: { who }, url }) => {
  const { networks, coaches } = await networkCoaches(who);
  const theme = url.searchParams.get('thema');
  const chosen = {
    q: (url.searchParams.get('q') ?? '').trim().slice(0, longestQuery),
    network: url.searchParams.get('verband') ?? '',
    theme: isTheme(theme) ? theme : null,
  };
  const found = coaches.filter(
    (coach) =>
      (chosen.q === '' || textHas(`${coach.name} ${coach.authority}`, chosen.q)) &&
      (chosen.network === '' || coach.networkId === chosen.network) &&
      (chosen.theme === null || coach.themes.includes(chosen.theme)),
  );
  return {
    ...chosen,
    isFiltered: chosen.q !== '' || chosen.network !== '' || chosen.theme !== null,
    groups: byAuthority(found, networks.length > 1),
    count: found.length,
    isEmpty: coaches.length === 0,
    networks: networks.map(({ id, name }) => ({ value: id, label: name })),
    themes: themes.map((value) => ({ value, label: themeLabel(value) })),
    maySay: who.may('shareCard'),
    mayKeep: who.may('networksHere'),
  };
};
