import { newId } from '#platform/ids.ts';
import { found } from '#platform/errors.ts';
import { inOrganisation, system, type Actor, type Tx } from '#platform/server/scope.ts';
import { addHost, addMember, addNetwork, beMember, tieMember } from '#rooms/networks/server/index.ts';
import { addOrganisation } from '#rooms/organisations/server/index.ts';
import { changeHelper, ensureIdentity, giveRole, personAsActor } from '#rooms/people/server/index.ts';
import type { Role } from '#rooms/people/roles.ts';

/** Who works in each town of the test worlds: everywhere the same names, numbers and jobs. */
export const people = {
  mia: { unit: 'Burgerzaken' },
  karel: { unit: 'Burgerzaken' },
  ann: { unit: 'Burgerzaken', role: 'coach' },
  bram: { unit: 'Burgerzaken' },
  lies: { unit: 'Bibliotheek', role: 'coach' },
  omer: { unit: 'Bibliotheek' },
  ernst: { unit: 'Archief', role: 'expert', themes: ['outlook'] },
  tom: { unit: 'ICT', role: 'ict' },
  cora: { unit: 'Personeel', role: 'coordinator' },
  hans: { unit: 'Personeel', role: 'hr' },
  mara: { unit: 'Burgerzaken', role: 'manager' },
  dirk: { unit: 'Directie', role: 'director' },
  dora: { unit: 'Directie', role: 'dpo' },
  trees: { unit: 'Archief', role: 'trekker' },
  arno: { unit: 'Archief', role: 'archivist' },
  nele: { unit: 'Personeel', role: 'network_coordinator' },
  luc: { unit: 'Personeel', role: 'trainer' },
  ada: { unit: 'ICT', role: 'admin' },
} satisfies Record<string, Job>;

export type Job = { unit: string; role?: Role; themes?: string[] };

export type Name = keyof typeof people;

/** One organisation of the world. `as('mia')` is Mia with the roles she holds at that moment. */
export type Town = {
  id: string;
  slug: string;
  personId: (name: Name) => string;
  unitId: (name: string) => string;
  as: (name: Name) => Promise<Actor>;
  system: Actor;
  inside: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;
};

/**
 * Makes one, with everybody in it, in the database of the settings. The registry must be there: what a room wants to
 * know of a higher one is handed in.
 */
export async function makeTown(slug: string): Promise<Town> {
  const id = await addOrganisation({ slug, name: slug, demo: false });
  const actor = system(id, 'test');
  const { personIds, unitIds } = await inOrganisation(actor, populate);
  const personId = (name: Name) => found(personIds.get(name));
  return {
    id,
    slug,
    personId,
    unitId: (name) => found(unitIds.get(name)),
    as: (name) => inOrganisation(actor, async (tx) => found(await personAsActor(tx, personId(name))).actor),
    system: actor,
    inside: (work) => inOrganisation(actor, work),
  };
}

async function populate(tx: Tx) {
  const employerId = newId();
  await tx.insertInto('employer').values({ id: employerId, name: 'Stad' }).execute();
  const unitIds = new Map<string, string>();
  for (const { unit } of Object.values(people)) {
    if (unitIds.has(unit)) continue;
    unitIds.set(unit, newId());
    await tx
      .insertInto('unit')
      .values({ id: found(unitIds.get(unit)), name: unit })
      .execute();
  }
  const personIds = new Map<string, string>();
  for (const [index, name] of Object.keys(people).entries())
    personIds.set(
      name,
      await hire(tx, { name: name as Name, number: String(index + 1), employerId, unitIds }),
    );
  await changeHelper(tx, found(personIds.get('ann')), {
    hours: null,
    substituteId: found(personIds.get('bram')),
    alsoElsewhere: false,
    place: 'loket 3',
  });
  return { personIds, unitIds };
}

type Hired = { name: Name; number: string; employerId: string; unitIds: Map<string, string> };

async function hire(tx: Tx, { name, number, employerId, unitIds }: Hired): Promise<string> {
  const person: { unit: string; role?: Role; themes?: string[] } = people[name];
  const [personId, unitId] = [newId(), found(unitIds.get(person.unit))];
  const firstName = name.slice(0, 1).toUpperCase() + name.slice(1);
  // The same address in each organisation would make them one human; the wall is what is tested here.
  const email = `${name}@${tx.actor.organisationId.slice(-12)}.example`;
  await tx
    .insertInto('person')
    .values({ id: personId, first_name: firstName, last_name: 'Maes', email })
    .execute();
  await tx
    .insertInto('appointment')
    .values({ id: newId(), person_id: personId, employer_id: employerId, number, unit_id: unitId })
    .execute();
  await ensureIdentity(tx, personId, email);
  if (person.role) await giveRole(tx, { personId, kind: person.role, unitId, themes: person.themes });
  return personId;
}

/** A network of two: kept by one, of which the other is a member too. Returns the ids of network and memberships. */
export async function joinNetwork(host: Town, member: Town) {
  const network = { name: 'E-WIN', startsOn: '2026-01-01' };
  const kept = { type: 'gemeente', nis: null, startsOn: network.startsOn };
  const ids = await host.inside(async (tx) => {
    const networkId = await addNetwork(tx, network.name);
    const hostId = await addHost(tx, { id: networkId, name: network.name }, kept);
    const memberId = await addMember(tx, networkId, { ...kept, name: member.slug });
    await tieMember(tx, memberId, member.id);
    return { networkId, hostId, memberId };
  });
  await member.inside((tx) =>
    beMember(tx, {
      ...{ memberId: ids.memberId, networkId: ids.networkId, networkName: network.name },
      ...{ hostId: host.id, hostName: host.slug, startsOn: network.startsOn },
    }),
  );
  return ids;
}
