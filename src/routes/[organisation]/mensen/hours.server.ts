import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#platform/actor.ts';
import { helperForm } from '#rooms/people/forms.ts';
import { fullName } from '#rooms/people/name.ts';
import { changeHelper, helperHere } from '#rooms/people/server/index.ts';
import { weekValues } from '#rooms/people/week-form.ts';
import { weekRows } from '#rooms/people/week.ts';
import { act } from '../act.ts';

/** How somebody helps, as the form that changes it shows it; for a colleague and for oneself. */
export async function helperFormFor(who: Actor, personId: string) {
  const { firstName, lastName, settings, unitHours, colleagues } = await helperHere(who, personId);
  return {
    name: fullName({ firstName, lastName }),
    week: weekValues(settings.hours),
    place: settings.place ?? '',
    substituteId: settings.substituteId ?? '',
    alsoElsewhere: settings.alsoElsewhere,
    unitWeek: weekRows(unitHours),
    colleagues: colleagues.map((one) => ({
      value: one.id,
      label: `${fullName(one)} (${one.unitName})`,
    })),
  };
}

export const changeHelperAction = (event: RequestEvent, { personId, to }: { personId: string; to: string }) =>
  act(event, helperForm, async (who, change) => {
    await changeHelper(who, personId, change);
    return { to, done: 'people_done_hours' };
  });
