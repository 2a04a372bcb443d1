import { isInNetwork } from '#rooms/networks/server/index.ts';
import { isTheme, themeLabel, themes } from '#rooms/organisations/themes.ts';
import { isNamed } from '#rooms/people/card.ts';
import { shownCoach } from '#rooms/people/card-shown.ts';
import { helpersHere, type CoachRow } from '#rooms/people/server/index.ts';

const longestQuery = 100;

export const load = async ({ locals: { who }, url }) => {
  const { helpers, now } = await helpersHere(who);
  const theme = url.searchParams.get('thema');
  const chosen = {
    q: (url.searchParams.get('q') ?? '').trim().slice(0, longestQuery),
    unitId: url.searchParams.get('dienst') ?? '',
    theme: isTheme(theme) ? theme : null,
  };
  const found = helpers.filter(
    (helper) =>
      (chosen.q === '' || isNamed(helper, chosen.q)) &&
      (chosen.unitId === '' || helper.units.some(({ id }) => id === chosen.unitId)) &&
      (chosen.theme === null || helper.themes.includes(chosen.theme)),
  );
  return {
    ...chosen,
    isFiltered: chosen.q !== '' || chosen.unitId !== '' || chosen.theme !== null,
    coaches: found.filter(({ isCoach }) => isCoach).map((helper) => shownCoach(helper, now)),
    experts: found.filter(({ isCoach }) => !isCoach).map((helper) => shownCoach(helper, now)),
    units: unitOptions(helpers),
    themes: themes.map((value) => ({ value, label: themeLabel(value) })),
    arranges: who.may('giveRole'),
    elsewhere: who.may('isInNetwork') && (await isInNetwork(who)),
  };
};

const byLabel = new Intl.Collator('nl-BE');

/** The units that somebody helps, to choose from. */
const unitOptions = (helpers: readonly CoachRow[]) =>
  [...new Map(helpers.flatMap(({ units }) => units.map(({ id, name }) => [id, name] as const)))]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => byLabel.compare(a.label, b.label));
