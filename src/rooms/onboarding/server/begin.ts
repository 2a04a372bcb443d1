import { m } from '#messages';
import { Invalid } from '#platform/errors.ts';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { addOrganisation, organisationOf, resolve } from '#rooms/organisations/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { snapshotOf, startOrganisation } from '#rooms/people/server/index.ts';

export type Beginning = { slug: string; name: string; demo: boolean; email: string | null };

/**
 * Makes an organisation with its first administrator. One of that slug in which nobody works was interrupted here,
 * and is finished. Throws Invalid: the slug cannot be used or is taken.
 */
export async function beginOrganisation({ email, ...given }: Beginning) {
  const organisationId = (await interrupted(given)) ?? (await addOrganisation(given));
  const admin = administrator(email);
  const personId = await inOrganisation(system(organisationId, 'onboarding.beginOrganisation'), (tx) =>
    startOrganisation(tx, { employer: given.name, unit: m.organisation_first_unit(), ...admin }),
  );
  return { organisationId, personId, personName: fullName(admin) };
}

async function interrupted({ slug, name, demo }: Omit<Beginning, 'email'>): Promise<string | null> {
  const id = (await resolve('slug', slug))[0]?.organisationId;
  if (!id) return null;
  const isOurs = await inOrganisation(system(id, 'onboarding.beginOrganisation'), async (tx) => {
    const here = await organisationOf(tx);
    const somebody = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst();
    return !somebody && here.name === name && here.demo === demo;
  });
  if (!isOurs) throw new Invalid({ slug: 'organisations_slug_taken' });
  return id;
}

/** Nobody said what the administrator is called: an address often does, 'an.huyghe@…' is An Huyghe. */
function administrator(email: string | null) {
  if (email === null) return { email, firstName: m.organisation_first_admin(), lastName: '' };
  const [first = '', ...rest] = email.split('@')[0]!.split(/[._]/).filter(Boolean).map(capital);
  return { email, firstName: first || m.organisation_first_admin(), lastName: rest.join(' ') };
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** An administrator of the organisation with this slug, for whoever lost the way in; null when there is no such organisation. */
export async function administratorOf(
  slug: string,
): Promise<{ organisationId: string; personId: string } | null> {
  const organisationId = (await resolve('slug', slug))[0]?.organisationId;
  if (!organisationId) return null;
  const { helpers } = await inOrganisation(system(organisationId, 'onboarding.administratorOf'), snapshotOf);
  const personId = helpers.find(({ isAdmin }) => isAdmin)?.personId;
  return personId ? { organisationId, personId } : null;
}
