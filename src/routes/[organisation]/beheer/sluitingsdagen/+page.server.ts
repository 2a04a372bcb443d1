import * as v from 'valibot';
import { formatDay } from '#platform/dates.ts';
import { closingDayForm, removedDayForm } from '#rooms/organisations/forms.ts';
import { addClosingDay, closingDaysHere, removeClosingDay } from '#rooms/organisations/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, url }) => {
  const days = await closingDaysHere(who);
  return {
    days: days.map((one) => ({ ...one, label: formatDay(one.day) })),
    removed: removedIn(url, new Set(days.map((one) => one.day))),
  };
};

/** What was just removed stands in the address, so that it can be put back. */
function removedIn({ searchParams }: URL, standing: ReadonlySet<string>) {
  const removed = v.safeParse(closingDayForm, {
    day: searchParams.get('weg'),
    name: searchParams.get('heet'),
  });
  if (!removed.success || standing.has(removed.output.day)) return null;
  return { ...removed.output, label: formatDay(removed.output.day) };
}

type Event = { params: { organisation: string } };

const here = ({ params }: Event) => `/${params.organisation}/beheer/sluitingsdagen`;

export const actions = {
  addClosingDay: (event) =>
    act(event, closingDayForm, async (who, given) => {
      await addClosingDay(who, given);
      return { to: here(event), done: 'organisations_done_day' };
    }),
  removeClosingDay: (event) =>
    act(event, removedDayForm, async (who, { day }) => {
      const { name } = await removeClosingDay(who, day);
      return { to: `${here(event)}?${new URLSearchParams({ weg: day, heet: name })}` };
    }),
};
