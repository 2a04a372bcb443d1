import * as v from 'valibot';
import type { Actor } from '#platform/actor.ts';
import { formatDay } from '#platform/dates.ts';
import { readFields } from '#platform/forms.ts';
import { closingDayForm, removedDayForm } from '#rooms/organisations/forms.ts';
import { addClosingDay, closingDaysHere, removeClosingDay } from '#rooms/organisations/server/index.ts';
import { closingWouldBe } from '#rooms/people/server/index.ts';
import { act, sentences } from '../../act.ts';

export const load = async ({ locals: { who }, url }) => {
  const days = await closingDaysHere(who);
  return {
    days: days.map((one) => ({ ...one, label: formatDay(one.day) })),
    removed: removedIn(url, new Set(days.map((one) => one.day))),
    idea: url.searchParams.has('day') ? await ideaIn(url, who) : null,
  };
};

/** A day in the address, to look at before it is kept: what it changes, or what is wrong with it. */
async function ideaIn({ searchParams }: URL, who: Actor) {
  const read = readFields(searchParams, closingDayForm);
  if (!read.ok) return { values: read.values, problems: sentences(read.problems), preview: null };
  const { opens, ...closed } = await closingWouldBe(who, read.input.day);
  const label = formatDay(read.input.day);
  return {
    values: read.values,
    problems: {},
    preview: { ...closed, label, opens: opens && formatDay(opens) },
  };
}

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
