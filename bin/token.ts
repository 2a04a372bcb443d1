import { parseArgs } from 'node:util';
import { isRole, roles, tokenRoles, type Role, type TokenRole } from '#rooms/people/roles.ts';
import { inInstallation, refuse } from './installation.ts';
import { command, print, say, Told } from './terminal.ts';

/**
 * `bin/token --organisation SLUG --role ROLE`: a token for the API, alone on the last line. ROLE is one of the rights
 * table, or `service` or `mail`. Exit code 1: it could not be made; 2: wrong use.
 */
type Wanted = { slug: string; role: Role | TokenRole };

const known: readonly string[] = [...roles, ...tokenRoles];
const isKnown = (text: string): text is Role | TokenRole => isRole(text) || known.includes(text);

function readOptions(): { slug: string; role: string } | null {
  const options = { organisation: { type: 'string' }, role: { type: 'string' } } as const;
  try {
    const { organisation, role } = parseArgs({ options }).values;
    return organisation && role ? { slug: organisation, role } : null;
  } catch {
    return null;
  }
}

async function make({ slug, role }: Wanted): Promise<void> {
  await inInstallation(async () => {
    const { organisationOf, resolve } = await import('#rooms/organisations/server/index.ts');
    const { addToken } = await import('#rooms/people/server/index.ts');
    const { inOrganisation, system } = await import('#platform/server/scope.ts');
    const [found] = await resolve('slug', slug);
    if (!found) throw new Told('token_organisation_unknown', { slug });
    const made = await inOrganisation(system(found.organisationId, 'bin.token'), async (tx) => ({
      token: await addToken(tx, role),
      name: (await organisationOf(tx)).name,
    }));
    say('token_made', { name: made.name, role });
    print(made.token);
  });
}

const wanted = readOptions();

if (!wanted) refuse('token_usage', { roles: known.join(', ') });
else if (!isKnown(wanted.role)) refuse('token_role_unknown', { role: wanted.role, roles: known.join(', ') });
else await command(() => make({ slug: wanted.slug, role: wanted.role as Role | TokenRole }));
