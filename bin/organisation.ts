import { parseArgs } from 'node:util';
import { Invalid } from '#platform/errors.ts';
import { isSlug } from '#rooms/organisations/slugs.ts';
import { inInstallation, refuse } from './installation.ts';
import { command, print, say, Told } from './terminal.ts';

/**
 * `bin/organisation add SLUG "NAME" [--admin EMAIL] [--demo]`: an organisation in no network, with an administrator
 * (without EMAIL one without mail) and a link to sign in as that person. `bin/organisation link SLUG`: a new such link.
 * `bin/organisation code`: a new code for the set-up in the browser.
 * Exit code 1: it could not be done; 2: wrong use.
 */
type Wanted = { slug: string; name: string; email: string | null; demo: boolean };

/** What was asked for; null when this is no way to ask. */
function readOptions(): Wanted | null {
  const options = { admin: { type: 'string' }, demo: { type: 'boolean' } } as const;
  try {
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    const [verb, slug, name, ...more] = positionals;
    if (verb !== 'add' || slug === undefined || name === undefined || more.length > 0) return null;
    return { slug, name: name.trim(), email: values.admin?.trim() ?? null, demo: values.demo ?? false };
  } catch {
    return null;
  }
}

async function add({ slug, name, email, demo }: Wanted): Promise<void> {
  await inInstallation(async ({ isRunning }) => {
    const { administratorAt, beginOrganisation } = await import('#rooms/onboarding/server/index.ts');
    const { signInLink } = await import('#rooms/people/server/index.ts');
    const beginning = { slug, name, demo, admin: administratorAt(email) };
    const begun = await beginOrganisation(beginning).catch((error: unknown) => {
      throw error instanceof Invalid ? new Told('organisation_slug_taken', { slug }) : error;
    });
    const link = await signInLink(begun.organisationId, begun.personId);
    say(email ? 'organisation_added' : 'organisation_added_no_mail', { name, person: begun.personName });
    if (!isRunning) say('organisation_link_later');
    say('organisation_link');
    print(link);
  });
}

/** `bin/organisation link SLUG`: a new way in for an administrator who lost theirs. */
async function link(slug: string): Promise<void> {
  await inInstallation(async ({ isRunning }) => {
    const { administratorOf } = await import('#rooms/onboarding/server/index.ts');
    const { signInLink } = await import('#rooms/people/server/index.ts');
    const admin = await administratorOf(slug);
    if (!admin) throw new Told('organisation_unknown', { slug });
    if (!isRunning) say('organisation_link_later');
    say('organisation_link');
    print(await signInLink(admin.organisationId, admin.personId));
  });
}

/** `bin/organisation code`: opens the set-up in the browser, while there is nothing. The code stands on the last line. */
async function code(): Promise<void> {
  await inInstallation(async () => {
    const { newSetUpCode } = await import('#rooms/onboarding/server/index.ts');
    const made = await newSetUpCode();
    if (made === null) return say('organisation_code_closed');
    say('organisation_code');
    print(made);
  });
}

const [verb, lost, ...others] = process.argv.slice(2);
const wanted = readOptions();

if (verb === 'code' && lost === undefined) await command(code);
else if (verb === 'link' && lost && others.length === 0) await command(() => link(lost));
else if (!wanted) refuse('organisation_usage');
else if (wanted.name === '') refuse('organisation_name_missing');
else if (!isSlug(wanted.slug)) refuse('organisation_slug_unusable', { slug: wanted.slug });
else if (wanted.email !== null && !/^[^\s@]+@[^\s@]+$/.test(wanted.email))
  refuse('organisation_address_wrong', { address: wanted.email });
else await command(() => add(wanted));
