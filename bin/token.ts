import { parseArgs } from 'node:util';
import { Conflict, NotFound } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { isRole, roles, tokenRoles, type Role, type TokenRole } from '#rooms/people/roles.ts';
import { inInstallation, refuse } from './installation.ts';
import { command, print, say, Told } from './terminal.ts';

/**
 * `bin/token --organisation SLUG --role ROLE`: a token for the API, alone on the last line. ROLE is one of the rights
 * table, or `service` or `mail`. `bin/token list --organisation SLUG`: every token there is or was, without its secret.
 * `bin/token end TOKEN --organisation SLUG`: from now on nobody comes in with it; TOKEN is its id or the token itself.
 * Exit code 1: it could not be done; 2: wrong use.
 */
type Wanted = { verb: string; subject: string | null; slug: string; role: string | null };

const known: readonly string[] = [...roles, ...tokenRoles];
const isKnown = (text: string): text is Role | TokenRole => isRole(text) || known.includes(text);

/** What was asked for; null when this is no way to ask. */
function readOptions(): Wanted | null {
  const options = { organisation: { type: 'string' }, role: { type: 'string' } } as const;
  try {
    const { positionals, values } = parseArgs({ options, allowPositionals: true });
    const [verb = 'make', subject = null, ...more] = positionals;
    const { organisation: slug, role = null } = values;
    const fits =
      (verb === 'make' && positionals.length === 0 && role !== null) ||
      (verb === 'list' && subject === null && role === null) ||
      (verb === 'end' && subject !== null && role === null);
    return slug && fits && more.length === 0 ? { verb, subject, slug, role } : null;
  } catch {
    return null;
  }
}

/** Works in the organisation with this slug, as this command. */
async function within(slug: string, work: (tx: Tx) => Promise<void>): Promise<void> {
  await inInstallation(async () => {
    const { resolve } = await import('#rooms/organisations/server/index.ts');
    const { inOrganisation, system } = await import('#platform/server/scope.ts');
    const [found] = await resolve('slug', slug);
    if (!found) throw new Told('token_organisation_unknown', { slug });
    await inOrganisation(system(found.organisationId, 'bin.token'), work);
  });
}

async function make(slug: string, role: Role | TokenRole): Promise<void> {
  const made = { token: '', name: '' };
  await within(slug, async (tx) => {
    const { organisationOf } = await import('#rooms/organisations/server/index.ts');
    const { addToken } = await import('#rooms/people/server/index.ts');
    made.token = await addToken(tx, role);
    made.name = (await organisationOf(tx)).name;
  });
  // Shown once it is there for good.
  say('token_made', { name: made.name, role });
  print(made.token);
}

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

const list = (slug: string): Promise<void> =>
  within(slug, async (tx) => {
    const { tokensOf } = await import('#rooms/people/server/index.ts');
    for (const { id, role, madeAt, endedAt } of await tokensOf(tx)) {
      const words = { id, role, made: dayOf(madeAt) };
      if (endedAt) say('token_listed_ended', { ...words, ended: dayOf(endedAt) });
      else say('token_listed', words);
    }
  });

async function end(slug: string, subject: string): Promise<void> {
  await within(slug, async (tx) => {
    const { endToken, tokenNamed } = await import('#rooms/people/server/index.ts');
    try {
      await endToken(tx, await tokenNamed(tx, subject));
    } catch (error) {
      if (error instanceof NotFound) throw new Told('token_unknown', { slug });
      throw error instanceof Conflict ? new Told('token_ended_before') : error;
    }
  });
  say('token_ended');
}

const wanted = readOptions();

if (!wanted) refuse('token_usage', { roles: known.join(', ') });
else if (wanted.verb === 'list') await command(() => list(wanted.slug));
else if (wanted.verb === 'end') await command(() => end(wanted.slug, wanted.subject!));
else if (!isKnown(wanted.role!))
  refuse('token_role_unknown', { role: wanted.role!, roles: known.join(', ') });
else await command(() => make(wanted.slug, wanted.role as Role | TokenRole));
