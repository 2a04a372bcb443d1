import { sql } from 'kysely';
import { parseWeekHours } from '#platform/hours.ts';
import { closedDays } from '#platform/server/holidays.ts';
import type { Tx } from '#platform/server/scope.ts';
import { closingDaysOf, organisationOf, unitsOf } from '#rooms/organisations/server/index.ts';
import type { Helper, Snapshot } from '../candidates.ts';
import { openLoads } from './load.ts';

const lookAheadDays = 90;

type HelperRow = {
  id: string;
  first_name: string;
  last_name: string;
  home_unit_id: string;
  roles: { kind: string; unit_id: string | null; themes: string[] }[];
  hours: unknown;
  substitute_id: string | null;
  open_limit: number | null;
  also_elsewhere: boolean | null;
  paused_until: Date | null;
  away: { from: string; until: string | null; substituteId: string | null }[];
};

/** Everything that candidates() reads, as it is now: units, who may help, when they are there, what they have open. */
export async function snapshotOf(tx: Tx): Promise<Snapshot> {
  const organisation = await organisationOf(tx);
  const units = await unitsOf(tx);
  const loads = await openLoads(tx);
  const closed = closedDays(tx.now, lookAheadDays, await closingDaysOf(tx));
  const rows = await helperRows(tx);
  return {
    units: new Map(units.map((unit) => [unit.id, unit])),
    helpers: rows.map((row) => helperFrom(row, loads.get(row.id) ?? 0)),
    defaultHours: organisation.defaultHours,
    closed,
  };
}

/** Whoever holds a role that helps, or stands in for one who does, while an appointment runs. */
async function helperRows(tx: Tx): Promise<HelperRow[]> {
  const { rows } = await sql<HelperRow>`
    with today as (select (${tx.now}::timestamptz at time zone 'Europe/Brussels')::date as day),
    running as (
      select a.person_id, a.id, a.unit_id, a.starts_on from appointment a, today
       where (a.starts_on is null or a.starts_on <= day) and (a.ends_on is null or a.ends_on >= day)),
    held as (
      select r.person_id, jsonb_agg(jsonb_build_object('kind', role.kind, 'unit_id', role.unit_id, 'themes', role.themes)
                               order by role.starts_on, role.id) as roles
        from running r join role on role.appointment_id = r.id, today
       where role.kind in ('coach', 'expert', 'ict', 'coordinator', 'admin')
         and role.starts_on <= day and (role.ends_on is null or role.ends_on >= day)
       group by r.person_id),
    absent as (
      select person_id, substitute_id,
             jsonb_build_object('from', starts_at, 'until', ends_at, 'substituteId', substitute_id) as one
        from absence where ends_at is null or ends_at > ${tx.now}),
    standing_in as (
      select substitute_id as person_id from helper where substitute_id is not null
       union select substitute_id from absent where substitute_id is not null)
    select p.id, p.first_name, p.last_name,
           (select unit_id from running where person_id = p.id order by starts_on, id limit 1) as home_unit_id,
           coalesce(held.roles, '[]') as roles, h.hours, h.substitute_id, h.open_limit, h.also_elsewhere, h.paused_until,
           coalesce((select jsonb_agg(one) from absent where person_id = p.id), '[]') as away
      from person p left join held on held.person_id = p.id left join helper h on h.person_id = p.id
     where exists (select from running where person_id = p.id)
       and (held.person_id is not null or p.id in (select person_id from standing_in))`.execute(tx);
  return rows;
}

function helperFrom(row: HelperRow, openLoad: number): Helper {
  const has = (kind: string) => row.roles.some((role) => role.kind === kind);
  return {
    personId: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    coachOf: row.roles.flatMap((role) => (role.kind === 'coach' && role.unit_id ? [role.unit_id] : [])),
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
    openLoad,
    openLimit: row.open_limit ?? 8,
  };
}
