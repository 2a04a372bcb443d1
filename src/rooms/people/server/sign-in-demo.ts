import { sql } from 'kysely';
import { NotFound, found } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import { inOrganisation, system, type Tx } from '#platform/server/scope.ts';
import { organisationOf, organisationsHere } from '#rooms/organisations/server/index.ts';
import type { Name } from '../name.ts';
import { roles, type Role } from '../roles.ts';
import { personAsActor } from './actor.ts';
import { identityOf } from './identity.ts';
import { tokenNow } from './sign-in-auth.ts';
import { signInWithLink, type SignedIn } from './sign-in-session.ts';

export type DemoPerson = Name & { personId: string; role: Role; unitName: string };
export type DemoHouse = { organisationId: string; slug: string; name: string; people: DemoPerson[] };

/** The demonstrations of this installation, each with one person for every role that somebody has: always the same ones. */
export async function demoHouses(): Promise<DemoHouse[]> {
  const houses: DemoHouse[] = [];
  for (const { id, demo } of await organisationsHere())
    if (demo) houses.push(await inOrganisation(system(id, 'people.demoHouses'), house));
  return houses;
}

async function house(tx: Tx): Promise<DemoHouse> {
  const { id, slug, name } = await organisationOf(tx);
  const today = sql`(${tx.now}::timestamptz at time zone 'Europe/Brussels')::date`;
  const { rows } = await sql<DemoPerson>`
    with here as (
      select p.id, p.first_name, p.last_name, a.number, u.name as unit_name, coalesce(r.kind, 'employee') as kind,
             count(r.kind) over (partition by p.id) as held
        from person p
        join appointment a on a.person_id = p.id
         and coalesce(a.starts_on, ${today}) <= ${today} and coalesce(a.ends_on, ${today}) >= ${today}
        join unit u on u.id = a.unit_id
        left join role r on r.appointment_id = a.id and r.starts_on <= ${today} and coalesce(r.ends_on, ${today}) >= ${today}
    )
    select distinct on (kind) id as "personId", kind as role, first_name as "firstName", last_name as "lastName",
           unit_name as "unitName"
      from here order by kind, held, number, id`.execute(tx);
  return { organisationId: id, slug, name, people: rows.toSorted((a, b) => place(a) - place(b)) };
}

const place = ({ role }: DemoPerson) => roles.indexOf(role);

/**
 * Signs in as somebody of a demonstration, without any proof. Anywhere else it is NotFound: identities of a
 * demonstration are never those of an organisation (see ensureIdentity), so this opens nothing else.
 */
export async function stepIn(
  given: { organisationId: string; personId: string },
  headers: Headers,
): Promise<SignedIn> {
  if (!isId(given.organisationId) || !isId(given.personId)) throw new NotFound();
  const identity = await inOrganisation(system(given.organisationId, 'people.stepIn'), async (tx) => {
    const organisation = await tx.selectFrom('organisation').select('demo').executeTakeFirst();
    if (!organisation?.demo || !(await personAsActor(tx, given.personId))) throw new NotFound();
    return identityOf(tx, given.personId);
  });
  return found(await signInWithLink(await tokenNow(found(identity).email), headers));
}
