import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import type { Role } from '../roles.ts';

export type PersonListed = {
  id: string;
  firstName: string;
  lastName: string;
  /** Where they work; of more than one the appointment that began first. */
  unitId: string;
  unitName: string;
  roles: Role[];
  /** The authority they come from, when nobody here employs them there. */
  visitingFrom: string | null;
};

/**
 * Who works here today, for programs: in the order of their ids, so that nobody is missed or met twice while others
 * come, go and change their names. `after` is the id of the last one of the page before.
 */
export const peopleListed = verb(
  'peopleListed',
  async (tx, { limit, after }: { limit: number; after: string | null }): Promise<PersonListed[]> => {
    const { rows } = await sql<PersonListed>`
      select p.id, p.first_name as "firstName", p.last_name as "lastName",
             first.unit_id as "unitId", u.name as "unitName", first.visiting_from as "visitingFrom",
             array(select distinct r.kind from role r join appointment a on a.id = r.appointment_id
                    where a.person_id = p.id and ${runs(tx, 'a')} and ${runs(tx, 'r')} order by r.kind) as roles
        from person p
        cross join lateral (
          select a.unit_id, a.visiting_from from appointment a where a.person_id = p.id and ${runs(tx, 'a')}
           order by a.starts_on, a.id limit 1) as first
        join unit u on u.id = first.unit_id
       where ${after}::uuid is null or p.id > ${after}::uuid
       order by p.id
       limit ${limit}`.execute(tx);
    return rows;
  },
);

/** Whether an appointment or a role is one of today. */
const runs = ({ now }: Tx, row: 'a' | 'r') => sql`
  coalesce(${sql.ref(`${row}.starts_on`)} <= ${localDay(now)}, true)
  and coalesce(${sql.ref(`${row}.ends_on`)} >= ${localDay(now)}, true)`;
