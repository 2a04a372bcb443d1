import { awayTodayForm, personForm } from '#rooms/people/forms.ts';
import { coachesToday, endAbsence, markAwayToday } from '#rooms/people/server/index.ts';
import { shownCoachesToday } from '#rooms/people/today.ts';
import { act } from '../../act.ts';

const longestQuery = 100;

/** Without JavaScript a search is an address, with what was ticked already. */
export const load = async ({ locals: { who }, url: { searchParams } }) => ({
  ...shownCoachesToday(await coachesToday(who)),
  q: searchParams.get('q')?.replaceAll('\u0000', '').slice(0, longestQuery) ?? '',
  ticked: searchParams.getAll('personIds'),
});

const here = (organisation: string) => `/${organisation}/wie-helpt-waar/vandaag`;

export const actions = {
  markAwayToday: (event) =>
    act(event, awayTodayForm, async (who, { personIds }) => {
      await markAwayToday(who, personIds);
      return { to: here(event.params.organisation), done: 'people_done_away_today' };
    }),
  endAbsence: (event) =>
    act(event, personForm, async (who, { personId }) => {
      await endAbsence(who, personId);
      return { to: here(event.params.organisation), done: 'people_done_back' };
    }),
};
