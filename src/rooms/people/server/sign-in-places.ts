import { inOrganisation, system } from '#platform/server/scope.ts';
import { organisationOf, resolve } from '#rooms/organisations/server/index.ts';
import { personAsActor } from './actor.ts';

export type Workplace = {
  organisationId: string;
  personId: string;
  slug: string;
  name: string;
  unitName: string;
};

/** Where this human works today, by name: for choosing whom to work for now. */
export async function workplacesOf(identityId: string): Promise<Workplace[]> {
  const places: Workplace[] = [];
  for (const { organisationId, subjectId: personId } of await resolve('identity', identityId)) {
    const place = await inOrganisation(system(organisationId, 'people.workplaces'), async (tx) => {
      const here = await personAsActor(tx, personId);
      if (!here) return null;
      const { slug, name } = await organisationOf(tx);
      return { organisationId, personId, slug, name, unitName: here.unitName };
    });
    if (place) places.push(place);
  }
  return places.toSorted((a, b) => a.name.localeCompare(b.name, 'nl-BE'));
}
