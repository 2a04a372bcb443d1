import { sql } from 'kysely';
import { dayOf, localDay } from '#platform/days.ts';
import { parseWeekHours } from '#platform/hours.ts';
import type { Tx } from '#platform/server/scope.ts';
import type { Helper } from '../candidates.ts';

/** Somebody who helps, as the database has them; days are local, 'YYYY-MM-DD'. */
export type HelperRow = {
  id: string;
  first_name: string;
  last_name: string;
  home_unit_id: string;
  /** The last day of all appointments that run or follow; null when one is open-ended. */
  last_day: string | null;
  roles: {
    kind: string;
    unit_id: string | null;
    themes: string[];
    first_day: string;
    last_day: string | null;
  }[];
  hours: unknown;
  substitute_id: string | null;
  open_limit: number | null;
  also_elsewhere: boolean | null;
  paused_until: Date | null;
  away: { from: string; until: string | null; substituteId: string | null }[];
  not_found: { unit_id: string; until: string }[];
  place: string | null;
  phone: string | null;
};

/**
 * Whoever holds a role that helps, or stands in for one who does, while an appointment runs; with `daysAhead` also roles
 * and appointments that begin within so many days. The same all day long, until the roster changes: what ended earlier
 * today is among it; see asOf().
 */
export async function helperRows(tx: Tx, daysAhead = 0): Promise<HelperRow[]> {
  const day = localDay(tx.now);
  const midnight = new Date(dayOf(day).from);
  const { rows } = await sql<HelperRow>`
    with today as (select ${day}::date as day),
    horizon as (select day + ${daysAhead}::integer as last from today),
    held as (
      select a.person_id, jsonb_agg(jsonb_build_object('kind', role.kind, 'unit_id', role.unit_id, 'themes', role.themes,
                                                   'first_day', greatest(role.starts_on, a.starts_on),
                                                   'last_day', least(role.ends_on, a.ends_on))
                               order by role.starts_on, role.id) as roles
        from role join appointment a on a.id = role.appointment_id, today, horizon
       where role.kind in ('coach', 'expert', 'ict', 'coordinator', 'admin')
         and role.starts_on <= last and (role.ends_on is null or role.ends_on >= day)
         and (a.starts_on is null or a.starts_on <= last) and (a.ends_on is null or a.ends_on >= day)
       group by a.person_id),
    absent as (
      select person_id, jsonb_agg(jsonb_build_object('from', starts_at, 'until', ends_at, 'substituteId', substitute_id)) as away
        from absence where ends_at is null or ends_at > ${midnight} group by person_id),
    looked_for as (
      select person_id, jsonb_agg(jsonb_build_object('unit_id', unit_id, 'until', until)) as not_found
        from not_found where until > ${midnight} group by person_id),
    who as (
      select person_id from held
       union select substitute_id from helper where substitute_id is not null
       union select substitute_id from absence
              where substitute_id is not null and (ends_at is null or ends_at > ${midnight}))
    select p.id, p.first_name, p.last_name, works.unit_id as home_unit_id, works.last_day,
           coalesce(held.roles, '[]') as roles, h.hours, h.substitute_id, h.open_limit, h.also_elsewhere, h.paused_until,
           coalesce(absent.away, '[]') as away, coalesce(looked_for.not_found, '[]') as not_found,
           h.place, p.phone
      from who join person p on p.id = who.person_id
      join lateral (
        select (array_agg(a.unit_id order by a.starts_on, a.id)
                  filter (where a.starts_on is null or a.starts_on <= last))[1] as unit_id,
               nullif(max(coalesce(a.ends_on, 'infinity')), 'infinity') as last_day
          from appointment a, today, horizon
         where a.person_id = p.id and (a.ends_on is null or a.ends_on >= day)) works on works.unit_id is not null
      left join held on held.person_id = p.id
      left join helper h on h.person_id = p.id
      left join absent on absent.person_id = p.id
      left join looked_for on looked_for.person_id = p.id`.execute(tx);
  return rows;
}

/** As candidates() knows them, but for what they have open; see asOf(). */
export function helperFrom(row: HelperRow): Helper {
  const has = (kind: string) => row.roles.some((role) => role.kind === kind);
  return {
    personId: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    ...coaching(row),
    notFoundIn: Object.fromEntries(row.not_found.map((one) => [one.unit_id, new Date(one.until)])),
    until: row.last_day === null ? null : endOf(row.last_day),
    themes: row.roles.flatMap((role) => role.themes),
    isExpert: has('expert'),
    isIct: has('ict'),
    isCoordinator: has('coordinator'),
    isAdmin: has('admin'),
    alsoElsewhere: row.also_elsewhere ?? false,
    hours: row.hours === null ? null : parseWeekHours(row.hours),
    homeUnitId: row.home_unit_id,
    substituteId: row.substitute_id,
    away: row.away.map((one) => ({
      from: new Date(one.from),
      until: one.until === null ? null : new Date(one.until),
      substituteId: one.substituteId,
    })),
    pausedUntil: row.paused_until,
    openLoad: 0,
    place: row.place,
    phone: row.phone,
    openLimit: row.open_limit ?? 8,
  };
}

/** The first moment after that day. */
export const endOf = (day: string) => new Date(dayOf(day).until);

/** Two roles for one unit count until the last of them. */
function coaching({ roles }: HelperRow): Pick<Helper, 'coachOf' | 'coachUntil'> {
  const lastDays = new Map<string, string | null>();
  for (const { kind, unit_id: unitId, last_day: lastDay } of roles) {
    if (kind !== 'coach' || !unitId) continue;
    const known = lastDays.get(unitId);
    lastDays.set(
      unitId,
      known === undefined ? lastDay : known && lastDay && (known > lastDay ? known : lastDay),
    );
  }
  const ending = [...lastDays].flatMap(([id, day]) => (day ? [[id, endOf(day)] as const] : []));
  return { coachOf: [...lastDays.keys()], coachUntil: Object.fromEntries(ending) };
}
