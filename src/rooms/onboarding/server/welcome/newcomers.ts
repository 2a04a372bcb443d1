import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { functionGroupOf, type FunctionGroup } from '#rooms/people/function-group.ts';
import type { HelperCard } from '#rooms/people/helper-shown.ts';
import { whoHelpsUnits } from '#rooms/people/server/index.ts';
import { coachesBeginning, type CoachBeginning } from './coaches.ts';
import { isDone } from './done.ts';

export type Newcomer = {
  personId: string;
  firstName: string;
  lastName: string;
  hasEmail: boolean;
  unitId: string;
  unitName: string;
  functionTitle: string | null;
  /** The group that somebody chose; else it is guessed from the title. */
  functionGroup: FunctionGroup | null;
  /** YYYY-MM-DD */
  firstDay: string;
  importId: string | null;
  /** When the list that brought them was read. */
  listedAt: Date | null;
  /** Null: not welcomed yet. */
  welcomeId: string | null;
  invitedAt: Date | null;
  /** Steps of their list, and how many of them are done. */
  steps: number;
  done: number;
};

export type NewcomersHere = {
  newcomers: Newcomer[];
  coaches: CoachBeginning[];
  helps: ReadonlyMap<string, HelperCard>;
  now: Date;
};

/** So long after the first day, or after we heard of somebody, they are still new; their list lives longer than that. */
export const newDays = 30;
/** Whoever is said to have begun longer ago was merely missing before. */
const longestDays = 365;

/** Who is new and not welcomed yet, who was and is not ready yet, and who begins as a coach. */
export const newcomersHere = verb('newcomersHere', async (tx): Promise<NewcomersHere> => {
  const newcomers = await newcomersOf(tx);
  return {
    newcomers,
    coaches: await coachesBeginning(tx),
    helps: await whoHelpsUnits(
      tx,
      newcomers.map(({ unitId }) => unitId),
    ),
    now: tx.now,
  };
});

/**
 * By the first day of a first own appointment: who only visits from elsewhere is nobody's newcomer, and who comes back
 * was here before. The first list that an organisation takes over makes nobody new: it brings whoever works there
 * already. For the same reason nobody is new who began before the organisation itself did here. A list without first
 * days says when somebody came; of somebody who was added by hand without one it is not known. `only`: these
 * people, new or not, welcomed or not.
 */
export async function newcomersOf(tx: Tx, only: readonly string[] | null = null): Promise<Newcomer[]> {
  const named = only && [...only];
  const today = localDay(tx.now);
  const { rows } = await sql<Newcomer>`
    with own as (
      select a.person_id, min(a.starts_on) as first_day from appointment a
       where a.visiting_from is null and (${named}::uuid[] is null or a.person_id = any(${named}))
       group by a.person_id having bool_or(a.ends_on is null or a.ends_on >= ${today})),
    came as (
      select p.id, p.import_id, ${onDay('p.created_at')} as came_on,
             coalesce(own.first_day, case when p.import_id is not null then ${onDay('p.created_at')} end) as first_day,
             p.import_id is distinct from (
               select id from staff_import where state = 'applied' order by made_at, id limit 1)
               or p.import_id is null as is_later
        from own join person p on p.id = own.person_id),
    new as (
      select id from came
       where is_later and first_day > ${today}::date - ${longestDays}::int
         and greatest(first_day, came_on) > ${today}::date - ${newDays}::int
         and first_day > (select ${onDay('created_at')} from organisation))
    select p.id as "personId", p.first_name as "firstName", p.last_name as "lastName",
           p.email is not null as "hasEmail", u.id as "unitId", u.name as "unitName",
           a.function_title as "functionTitle", a.function_group as "functionGroup",
           coalesce(w.begins_on, came.first_day, ${today}::date) as "firstDay",
           came.import_id as "importId", i.made_at as "listedAt",
           w.id as "welcomeId", w.invited_at as "invitedAt",
           coalesce(s.steps, 0) as steps, coalesce(s.done, 0) as done
      from came
      join person p on p.id = came.id
      join lateral (
        select unit_id, function_title, function_group from appointment
         where person_id = p.id and visiting_from is null and (ends_on is null or ends_on >= ${today})
         order by starts_on nulls first, id limit 1) a on true
      join unit u on u.id = a.unit_id
      left join staff_import i on i.id = came.import_id
      left join welcome w on w.person_id = p.id and w.kind = 'newcomer'
      left join lateral (
        select count(*)::int as steps, count(*) filter (where ${isDone})::int as done
          from welcome_step s where s.welcome_id = w.id) s on true
     where ${named}::uuid[] is not null
        or (w.id is not null and w.finished_at is null)
        or (w.id is null and p.id in (select id from new))
     order by "firstDay", p.last_name collate "nl-BE-x-icu", p.first_name collate "nl-BE-x-icu", p.id`.execute(
    tx,
  );
  return rows;
}

/** Which list is theirs. */
export const audienceOf = ({ functionGroup, functionTitle }: Newcomer): FunctionGroup =>
  functionGroup ?? functionGroupOf(functionTitle);

const onDay = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/Brussels')::date`;
