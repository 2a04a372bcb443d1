import { formatMoment } from '#platform/dates.ts';
import { problemsHere } from '#rooms/helpline/server/index.ts';
import { themeLabel } from '#rooms/organisations/themes.ts';

export const load = async ({ locals: { who } }) => {
  const { open, now } = await problemsHere(who);
  return {
    mayPublish: who.may('publishProblem'),
    problems: open.map(({ id, line, theme, publishedAt, isFollowed }) => ({
      id,
      line,
      isFollowed,
      meta: `${themeLabel(theme)} · ${formatMoment(publishedAt, now)}`,
    })),
  };
};
