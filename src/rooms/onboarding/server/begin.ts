import type * as v from 'valibot';
import { m } from '#messages';
import { Conflict } from '#platform/errors.ts';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { identifiersFrom, type Identifier } from '#rooms/organisations/identifiers.ts';
import { addOrganisation, authorityNamed, resolve } from '#rooms/organisations/server/index.ts';
import { slugFrom } from '#rooms/organisations/slugs.ts';
import { fullName, type Name } from '#rooms/people/name.ts';
import { signInNow, snapshotOf, startOrganisation, type SignedIn } from '#rooms/people/server/index.ts';
import type { beginForm } from '../forms.ts';
import { setUpSteps } from '../set-up.ts';
import { alone } from './alone.ts';
import { endSetUpCode, isPass } from './set-up-code.ts';

export type Beginning = {
  slug: string;
  name: string;
  demo: boolean;
  admin: Name & { email: string | null };
  /** The administrator is the coordinator too. */
  coordinates?: boolean;
  identifiers?: readonly Identifier[];
};

export type Begun = { organisationId: string; personId: string; personName: string };

/**
 * Makes an organisation with its first administrator and the steps that wait for them: whole, or not at all.
 * Throws Invalid: the slug cannot be used or is taken.
 */
export async function beginOrganisation({ admin, slug, name, demo, ...given }: Beginning): Promise<Begun> {
  let personId = '';
  const organisationId = await addOrganisation({ slug, name, demo }, async (tx) => {
    const unit = m.organisation_first_unit();
    personId = await startOrganisation(tx, { employer: name, unit, ...admin, ...given });
    await tx
      .insertInto('set_up_step')
      .values(setUpSteps.map((step) => ({ step })))
      .execute();
    await endSetUpCode(tx);
  });
  return { organisationId, personId, personName: fullName(admin) };
}

/** What the form of the set-up asks. Without a slug one is made of the name. */
export type Asked = v.InferOutput<typeof beginForm>;

/**
 * The same for whoever holds a pass (openSetUp), while there is no organisation; signs them in as its administrator.
 * Throws Conflict when somebody was first or the pass is no longer good, Invalid as beginOrganisation.
 */
export async function beginWithPass(
  pass: string,
  { asked, headers }: { asked: Asked; headers: Headers },
): Promise<SignedIn & { slug: string }> {
  await passIsGood(pass);
  const { name, firstName, lastName, email, coordinates } = asked;
  const slug = asked.slug ?? slugFrom(name);
  const nis = asked.nis ?? (await authorityNamed(name))?.nis;
  const begun = await alone(async () => {
    await passIsGood(pass);
    const identifiers = identifiersFrom({ ...asked, nis });
    const admin = { firstName, lastName, email };
    return beginOrganisation({ slug, name, demo: false, admin, coordinates, identifiers });
  });
  return { ...(await signInNow(begun.organisationId, begun.personId, headers)), slug };
}

/** Asked before anybody waits for a turn too: who waits has a connection in hand, and a stranger may not take them all. */
async function passIsGood(pass: string): Promise<void> {
  if (!(await isPass(pass))) throw new Conflict('onboarding_closed');
}

/** Nobody said what the administrator is called: an address often does, 'an.huyghe@…' is An Huyghe. */
export function administratorAt(email: string | null): Beginning['admin'] {
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
