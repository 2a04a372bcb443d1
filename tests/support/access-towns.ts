import { newId } from '#platform/ids.ts';
import { bindAddress, changeOrganisation } from '#rooms/organisations/server/index.ts';
import type { Joined } from './access-joined.ts';
import { formerBrugge, type Slug, type Towns } from './access-visitors.ts';
import { joinNetwork, makeTown, type Name } from './town.ts';

export const phones = { veurne: '058 987 651', koksijde: '058 987 652', brugge: '050 987 653' };

/** Every name says where it is from: what crosses is seen. */
export async function makeTowns({ owner }: Joined): Promise<Towns> {
  const towns = {
    veurne: await makeTown('veurne'),
    koksijde: await makeTown('koksijde'),
    brugge: await makeTown('brugge'),
  };
  await joinNetwork(towns.veurne, towns.koksijde);
  await towns.brugge.inside((tx) =>
    bindAddress(tx, { kind: 'old_slug', lookup: formerBrugge, subjectId: towns.brugge.id }),
  );
  for (const [slug, town] of Object.entries(towns))
    await changeOrganisation(town.system, { name: slug, ictPhone: phones[slug as Slug] });
  await owner.query(
    `update person set first_name = first_name || slug from organisation o where o.id = organisation_id`,
  );
  return towns;
}

/** The first name, as it stands everywhere that somebody is named. */
export const nameIn = (slug: Slug, name: Name) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}${slug}`;

export const emptyUnit = 'Zwqunit';

export const addEmptyUnit = ({ veurne }: Towns): Promise<string> =>
  veurne.inside(async (tx) => {
    const id = newId();
    await tx.insertInto('unit').values({ id, name: emptyUnit }).execute();
    return id;
  });
