import { newId } from '#platform/ids.ts';
import { giveRole, ensureIdentity, signInLink, signInWithLink } from '#rooms/people/server/index.ts';
import type { Role } from '#rooms/people/roles.ts';
import { people, type Job, type Name, type Town } from './town.ts';

export type Slug = 'veurne' | 'koksijde' | 'brugge';
export type Towns = Record<Slug, Town>;

/** Somebody who tries an address, as the rules need to know them. */
export type Visitor = {
  /** As a failure names them: 'ann of veurne'. */
  name: string;
  /** Where they work, and what as. Nowhere: signed out, or gone. */
  jobs: readonly Post[];
  /** What their browser sends; '' when it has nothing. */
  cookie: string;
};

export type Post = {
  town: Slug;
  personId: string;
  /** 'employee' and what else they are. */
  roles: readonly Role[];
  /** The units whose coach they are. */
  coachOf: readonly string[];
};

/** What this visitor is in a town, if they work there. */
export const postIn = (visitor: Visitor, town: Slug): Post | undefined =>
  visitor.jobs.find((post) => post.town === town);

/**
 * Everybody of the three towns, with Bram as a second coach beside Ann; Vera, who works in two; Wim, who left yesterday;
 * and whoever is nobody: signed out, or with a cookie of their own making.
 */
export async function makeVisitors(towns: Towns): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  for (const slug of Object.keys(towns) as Slug[])
    for (const name of Object.keys(people) as Name[]) visitors.push(await visitorOf(towns[slug], name));
  visitors.push(await vera(towns), await wim(towns.veurne));
  const forged = 'trekkracht.session_token=0123456789abcdefghijABCDEFGHIJKL.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D';
  return [
    ...visitors,
    { name: 'somebody signed out', jobs: [], cookie: '' },
    { name: 'somebody with a made-up cookie', jobs: [], cookie: forged },
  ];
}

async function visitorOf(town: Town, name: Name): Promise<Visitor> {
  const { unit, role }: Job = people[name];
  const kind = name === 'bram' ? 'coach' : role;
  const personId = town.personId(name);
  const unitId = town.unitId(unit);
  if (name === 'bram') await giveRole(town.system, { personId, kind: 'coach', unitId });
  const post: Post = {
    town: town.slug as Slug,
    personId,
    roles: kind ? ['employee', kind] : ['employee'],
    coachOf: kind === 'coach' ? [unitId] : [],
  };
  return { name: `${name} of ${town.slug}`, jobs: [post], cookie: await cookieFor(town, personId) };
}

/** One human with two jobs: a colleague like any other in Veurne, administrator in Koksijde. */
async function vera({ veurne, koksijde }: Towns): Promise<Visitor> {
  const email = 'vera@two-towns.example';
  const here = await addColleague(veurne, { firstName: 'Vera', email, unit: 'Burgerzaken' });
  const there = await addColleague(koksijde, { firstName: 'Vera', email, unit: 'ICT' });
  await giveRole(koksijde.system, { personId: there, kind: 'admin' });
  const jobs: Post[] = [
    { town: 'veurne', personId: here, roles: ['employee'], coachOf: [] },
    { town: 'koksijde', personId: there, roles: ['employee', 'admin'], coachOf: [] },
  ];
  return { name: 'vera of veurne and koksijde', jobs, cookie: await cookieFor(veurne, here) };
}

/** Still signed in, but their appointment ended: administrator until yesterday. */
async function wim(town: Town): Promise<Visitor> {
  const personId = await addColleague(town, { firstName: 'Wim', email: 'wim@left.example', unit: 'ICT' });
  await giveRole(town.system, { personId, kind: 'admin' });
  const cookie = await cookieFor(town, personId);
  await town.inside((tx) =>
    tx.updateTable('appointment').set({ ends_on: '2026-01-31' }).where('person_id', '=', personId).execute(),
  );
  return { name: 'wim who left veurne', jobs: [], cookie };
}

type Colleague = { firstName: string; email: string; unit: string };

const addColleague = (town: Town, { firstName, email, unit }: Colleague): Promise<string> =>
  town.inside(async (tx) => {
    const id = newId();
    const employer = await tx.selectFrom('employer').select('id').executeTakeFirstOrThrow();
    await tx.insertInto('person').values({ id, first_name: firstName, last_name: 'Maes', email }).execute();
    const place = { employer_id: employer.id, unit_id: town.unitId(unit), number: firstName };
    await tx
      .insertInto('appointment')
      .values({ id: newId(), person_id: id, ...place })
      .execute();
    await ensureIdentity(tx, id, email);
    return id;
  });

/** As somebody who used the link that the administrator gave them. */
export async function cookieFor(town: Town, personId: string): Promise<string> {
  const link = new URL(await signInLink(town.id, personId));
  const signedIn = await signInWithLink(link.searchParams.get('token') ?? '', new Headers());
  if (!signedIn) throw new Error('The link of somebody who works here was refused.');
  return signedIn.setCookies.map((line) => line.split(';')[0]).join('; ');
}
