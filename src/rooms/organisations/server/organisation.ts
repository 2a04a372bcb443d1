import { newId } from '#platform/ids.ts';
import { defaultWeekHours, parseWeekHours, type WeekHours } from '#platform/hours.ts';
import { found, Invalid } from '#platform/errors.ts';
import { inOrganisation, system, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { isSlug } from '../slugs.ts';
import { bindAddress, resolve } from './addresses.ts';

export type OrganisationHere = {
  id: string;
  slug: string;
  name: string;
  demo: boolean;
  ictPhone: string | null;
  defaultHours: WeekHours;
};

/**
 * Makes an organisation, empty. Used by commands only: no page and no role may do this yet.
 * Throws Invalid when the slug cannot be used or is taken.
 */
export async function addOrganisation(given: { slug: string; name: string; demo: boolean }): Promise<string> {
  if (!isSlug(given.slug)) throw new Invalid({ slug: 'organisations_slug_unusable' });
  if ((await resolve('slug', given.slug)).length) throw new Invalid({ slug: 'organisations_slug_taken' });
  const id = newId();
  await inOrganisation(system(id, 'organisations.add'), async (tx) => {
    const row = { id, slug: given.slug, name: given.name, demo: given.demo };
    await tx
      .insertInto('organisation')
      .values({ ...row, default_hours: JSON.stringify(defaultWeekHours) })
      .execute();
    await bindAddress(tx, { kind: 'slug', lookup: given.slug, subjectId: id });
  });
  return id;
}

/** The organisation one is in. */
export async function organisationOf(tx: Tx): Promise<OrganisationHere> {
  const row = found(await tx.selectFrom('organisation').selectAll().executeTakeFirst());
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    demo: row.demo,
    ictPhone: row.ict_phone,
    defaultHours: parseWeekHours(row.default_hours),
  };
}

export const organisationHere = verb('organisationHere', organisationOf);

/** Name and the number of ICT that stands on the start page for what cannot wait. */
export const changeOrganisation = verb(
  'changeOrganisation',
  async (tx, change: { name: string; ictPhone: string | null }) => {
    await tx.updateTable('organisation').set({ name: change.name, ict_phone: change.ictPhone }).execute();
  },
);

/** The slug of today, for whoever came along an old one and works there. */
export const newAddressOf = (organisationId: string): Promise<string> =>
  inOrganisation(
    system(organisationId, 'organisations.newAddress'),
    async (tx) => (await organisationOf(tx)).slug,
  );
