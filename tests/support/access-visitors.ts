import { newId } from '#platform/ids.ts';
import { giveRole, ensureIdentity, signInLink, signInWithLink } from '#rooms/people/server/index.ts';
import type { Role } from '#rooms/people/roles.ts';
import { people, type Job, type Name, type Town } from './town.ts';

export type Slug = 'veurne' | 'koksijde' | 'brugge';
export type Towns = Record<Slug, Town>;
/** The slug that Brugge had before. */
export const formerBrugge = 'bryggia';

/** Somebody who tries an address, as the rules need to know them. */
export type Visitor = {
  /** As a failure names them: 'ann of veurne'. */
  name: string;
  /** Where they work, and what as. Nowhere: signed out, or gone. */
  jobs: readonly Post[];
  /** What their browser sends; '' when it has nothing. */
  cookie: string;
  isSignedIn: boolean;
};

export type Post = {
  town: Slug;
  personId: string;
  /** 'employee' and what else they are. */
  roles: readonly Role[];
  /** The units whose coach they are. */
  coachOf: readonly string[];
  /** The units whose manager they are. */
  managerOf: readonly string[];
};

/** With ACCESS_AS=mia,ann only these try: enough while a rule is being written, and quick. */
export const whoTry = (visitors: readonly Visitor[], only = process.env.ACCESS_AS): readonly Visitor[] =>
  only ? visitors.filter(({ name }) => only.split(',').includes(name.split(' ')[0]!)) : visitors;

/** What this visitor is in a town, if they work there. */
export const postIn = (visitor: Visitor, town: Slug): Post | undefined =>
  visitor.jobs.find((post) => post.town === town);

/**
 * Everybody of Veurne, with Bram as a second coach beside Ann, and coach of the library too; one of each role of the others; Vera, who works in two;
 * Wim, who left; and whoever is nobody: signed out, or with a session that they did not get from us.
 */
export async function makeVisitors(towns: Towns): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  for (const slug of Object.keys(towns) as Slug[])
    for (const name of slug === 'veurne' ? names : names.filter(isFirstOfRole))
      visitors.push(await visitorOf(towns[slug], name));
  visitors.push(await vera(towns), await wim(towns.veurne));
  const ada = visitors.find(({ name }) => name === 'ada of veurne')!;
  return [
    ...visitors,
    { name: 'somebody signed out', jobs: [], cookie: '', isSignedIn: false },
    {
      name: 'somebody with the session of ada, not signed',
      jobs: [],
      cookie: forged(ada),
      isSignedIn: false,
    },
  ];
}

/** What somebody could make who read the session in the database, but has not the key of the installation. */
const forged = ({ cookie }: Visitor): string => cookie.replace(/(=\w+)\.[^;]+/, `$1.${'A'.repeat(43)}%3D`);

const names = Object.keys(people) as Name[];
const roleOf = (name: Name): Role => (people[name] as Job).role ?? 'employee';
const isFirstOfRole = (name: Name) => names.find((other) => roleOf(other) === roleOf(name)) === name;

async function visitorOf(town: Town, name: Name): Promise<Visitor> {
  const kind = name === 'bram' ? 'coach' : roleOf(name);
  const personId = town.personId(name);
  const unitId = town.unitId(people[name].unit);
  const coached = name === 'bram' ? [unitId, town.unitId('Bibliotheek')] : [unitId];
  if (name === 'bram')
    for (const one of coached) await giveRole(town.system, { personId, kind: 'coach', unitId: one });
  const post: Post = {
    town: town.slug as Slug,
    personId,
    roles: kind === 'employee' ? ['employee'] : ['employee', kind],
    coachOf: kind === 'coach' ? coached : [],
    managerOf: kind === 'manager' ? [unitId] : [],
  };
  return { name: `${name} of ${town.slug}`, jobs: [post], ...(await signIn(town, personId)) };
}

/** One human with two jobs: a colleague like any other in Veurne, administrator in Koksijde. */
async function vera({ veurne, koksijde }: Towns): Promise<Visitor> {
  const email = 'vera@two-towns.example';
  const here = await addColleague(veurne, { firstName: 'Vera', email, unitId: veurne.unitId('Burgerzaken') });
  const there = await addColleague(koksijde, { firstName: 'Vera', email, unitId: koksijde.unitId('ICT') });
  await giveRole(koksijde.system, { personId: there, kind: 'admin' });
  const jobs: Post[] = [
    { town: 'veurne', personId: here, roles: ['employee'], coachOf: [], managerOf: [] },
    { town: 'koksijde', personId: there, roles: ['employee', 'admin'], coachOf: [], managerOf: [] },
  ];
  return { name: 'vera of veurne and koksijde', jobs, ...(await signIn(veurne, here)) };
}

/** Still signed in, but their appointment ended: administrator until yesterday. */
async function wim(town: Town): Promise<Visitor> {
  const personId = await addColleague(town, {
    firstName: 'Wim',
    email: 'wim@left.example',
    unitId: town.unitId('ICT'),
  });
  await giveRole(town.system, { personId, kind: 'admin' });
  const session = await signIn(town, personId);
  await town.inside((tx) =>
    tx.updateTable('appointment').set({ ends_on: '2026-01-31' }).where('person_id', '=', personId).execute(),
  );
  return { name: 'wim who left veurne', jobs: [], ...session };
}

type Colleague = { firstName: string; email: string; unitId: string };

export const addColleague = (town: Town, { firstName, email, unitId }: Colleague): Promise<string> =>
  town.inside(async (tx) => {
    const id = newId();
    const employer = await tx.selectFrom('employer').select('id').executeTakeFirstOrThrow();
    await tx.insertInto('person').values({ id, first_name: firstName, last_name: 'Maes', email }).execute();
    const place = { employer_id: employer.id, unit_id: unitId, number: firstName };
    await tx
      .insertInto('appointment')
      .values({ id: newId(), person_id: id, ...place })
      .execute();
    await ensureIdentity(tx, id, email);
    return id;
  });

/** As somebody who used the link that the administrator gave them. */
export async function signIn(town: Town, personId: string): Promise<Pick<Visitor, 'cookie' | 'isSignedIn'>> {
  const link = new URL(await signInLink(town.id, personId));
  const signedIn = await signInWithLink(link.searchParams.get('token') ?? '', new Headers());
  if (!signedIn) throw new Error('The link of somebody who works here was refused.');
  return { cookie: signedIn.setCookies.map((line) => line.split(';')[0]).join('; '), isSignedIn: true };
}
