import { helperRow, ownRow } from '#rooms/helpline/shown.ts';
import { myQuestions, questionsForMe, questionsInShort } from '#rooms/helpline/server/index.ts';
import { themeLabel, isTheme } from '#rooms/organisations/themes.ts';
import { formatDay } from '#platform/dates.ts';

export const load = async ({ locals: { who }, url }) => {
  const own = await myQuestions(who, { limit: 60 });
  const helping = await questionsForMe(who);
  const coaches = who.roles.some((role) => role.kind === 'coach');
  const helps =
    coaches ||
    who.roles.some((role) => ['expert', 'ict'].includes(role.kind)) ||
    helping.mine.length + helping.done.length > 0;
  const short = who.may('questionsInShort') ? await questionsInShort(who) : null;
  return {
    chosen: url.searchParams.get('lijst') ?? (helps ? 'voor-mij' : 'mijn'),
    coaches,
    helps,
    lists: {
      'voor-mij': helping.mine.map((row) => helperRow(row, helping.now)),
      dienst: helping.ofUnit.map((row) => helperRow(row, helping.now)),
      klaar: helping.done.map((row) => helperRow(row, helping.now)),
      mijn: own.rows.map((row) => ownRow(row, own.now)),
    },
    short: short?.map((row) => ({
      unitName: row.unitName,
      theme: isTheme(row.theme) ? themeLabel(row.theme) : '',
      state: row.state,
      askedOn: formatDay(row.askedOn),
    })),
  };
};
