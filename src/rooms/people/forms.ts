import * as v from 'valibot';
import { dayOf } from '#platform/days.ts';
import type { WeekHours } from '#platform/hours.ts';
import { themes } from '#rooms/organisations/themes.ts';
import { roles } from './roles.ts';
import { readWeek, weekEntries, type WeekValues } from './week-form.ts';

// Messages are keys of messages/nl.json.

/** A role to give. Only a coach's and a manager's is for a unit, only an expert's themes; which roles one may give the verb knows. */
export const roleForm = v.object({
  kind: v.picklist(
    roles.filter((kind) => kind !== 'employee'),
    'people_role_missing',
  ),
  unitId: v.optional(v.string()),
  themes: v.optional(v.array(v.picklist(themes)), []),
});

export const endRoleForm = v.object({ roleId: v.string() });

function isDay(text: string): boolean {
  try {
    return dayOf(text).name === text;
  } catch {
    return false;
  }
}

const day = v.pipe(v.string(), v.trim(), v.check(isDay, 'people_day_unusable'));

/** `from`: the beginning of the first day away; `until`: the end of the last, absent when nobody knows yet. */
const awayEntries = {
  from: v.optional(
    v.pipe(
      day,
      v.transform((name) => new Date(dayOf(name).from)),
    ),
  ),
  until: v.optional(
    v.pipe(
      day,
      v.transform((name) => new Date(dayOf(name).until)),
    ),
  ),
  substituteId: v.optional(v.string()),
};

export const awayForm = v.object(awayEntries);
export const changeAwayForm = v.object({ ...awayEntries, id: v.string() });
/** Those who are not there today. */
export const awayTodayForm = v.object({ personIds: v.optional(v.array(v.string()), []) });
export const cancelAwayForm = v.object({ id: v.string() });

export const personForm = v.object({ personId: v.string() });

/** For how many minutes somebody is left alone. */
export const pauseForm = v.object({
  minutes: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/, 'people_pause_unusable'), v.transform(Number)),
    '60',
  ),
});

const plainText = v.transform((text: string) => text.replace(/\p{Cc}+/gu, ' '));
const place = v.optional(v.pipe(v.string(), plainText, v.trim(), v.maxLength(120, 'ui_too_long')), '');

type WeekForm<Value> = Pick<v.RawTransformContext<Value>, 'dataset' | 'addIssue'>;

/**
 * The week that stands in a form, null when nothing is filled in; undefined when something is wrong with it, which is
 * then said of each field. `needed`: the field at which an empty week is wrong too.
 */
function weekIn<Value extends WeekValues>(
  { dataset: { value }, addIssue }: WeekForm<Value>,
  needed?: keyof Value & string,
): WeekHours | null | undefined {
  const { hours, problems } = readWeek(value);
  const isMissing = needed !== undefined && hours === null && problems.length === 0;
  const missing = isMissing ? [{ field: needed, key: 'units_week_missing' }] : [];
  for (const { field, key } of [...problems, ...missing])
    addIssue({
      message: key,
      path: [{ type: 'object', origin: 'value', input: value, key: field, value: value[field] }],
    });
  return problems.length > 0 || isMissing ? undefined : hours;
}

/** How somebody helps. A week in which nothing is filled in means the hours of the unit. */
export const helperForm = v.pipe(
  v.object({
    ...weekEntries,
    place,
    substituteId: v.optional(v.string(), ''),
    alsoElsewhere: v.optional(v.boolean(), false),
  }),
  v.rawTransform((form) => {
    const { value } = form.dataset;
    const hours = weekIn(form);
    if (hours === undefined) return form.NEVER;
    return {
      hours,
      place: value.place || null,
      substituteId: value.substituteId || null,
      alsoElsewhere: value.alsoElsewhere,
    };
  }),
);

/** The hours of the whole organisation: at least one day. */
export const weekForm = v.pipe(
  v.object(weekEntries),
  v.rawTransform((form) => {
    const hours = weekIn(form, 'day1-1-from');
    return hours ? { hours } : form.NEVER;
  }),
);

/** Which hours hold for a unit: those of what it stands under (null), or its own. */
export const unitHoursForm = v.pipe(
  v.object({ ...weekEntries, which: v.picklist(['inherit', 'own'], 'units_choose_hours') }),
  v.rawTransform((form) => {
    if (form.dataset.value.which === 'inherit') return { hours: null };
    const hours = weekIn(form, 'which');
    return hours ? { hours } : form.NEVER;
  }),
);

/** Coaches for several units at once: each choice is 'unit:person', an empty one is a unit that waits. */
export const coachesForm = v.object({
  coach: v.pipe(
    v.array(v.string()),
    v.transform((choices) => choices.filter((choice) => choice !== '')),
    v.mapItems((choice) => {
      const [unitId = '', personId = ''] = choice.split(':');
      return { unitId, personId };
    }),
  ),
});
