import { publishProblem } from '#rooms/helpline/server/index.ts';
import { problemForm } from '#rooms/helpline/problem.ts';
import { themeLabel, themes } from '#rooms/organisations/themes.ts';
import { allow } from '#platform/errors.ts';
import { act } from '../../act.ts';

export const load = ({ locals: { who }, url }) => {
  allow(who.may('publishProblem'));
  return {
    questionId: url.searchParams.get('vraag'),
    theme: url.searchParams.get('thema'),
    themes: themes.map((theme) => ({ value: theme, label: themeLabel(theme) })),
  };
};

export const actions = {
  publishProblem: (event) =>
    act(event, problemForm, async (who, problem) => ({
      to: `/${event.params.organisation}/bekende-problemen/${await publishProblem(who, problem)}`,
      done: 'helpline_done_problem',
    })),
};
