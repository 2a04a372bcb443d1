import { beforeAll, beforeEach } from 'vitest';
import { newId } from '#platform/ids.ts';
import { prepareQueue } from '#platform/server/jobs.ts';
import { keepMailInMemory, type Mail } from '#platform/server/mail.ts';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { addOrganisation } from '#rooms/organisations/server/index.ts';
import { asOwner, useDatabase } from '../../../../tests/support/database.ts';
import { ensureIdentity } from './identity.ts';
import { requestSignIn, signInJobs } from './sign-in.ts';

// The world in which signing in is tested: two organisations, a demonstration, and a letter box.

export type World = { menen: string; wervik: string; demo: string; sent: Mail[] };

/** To be called at the top of a test file. What it gives can be read inside tests. */
export function useWorld(): World {
  const db = useDatabase();
  const world: World = { menen: '', wervik: '', demo: '', sent: keepMailInMemory() };
  beforeAll(async () => {
    await prepareQueue(db.ownerUrl, ['people.signInMail']);
    world.menen = await addOrganisation({ slug: 'menen', name: 'Menen', demo: false });
    world.wervik = await addOrganisation({ slug: 'wervik', name: 'Wervik', demo: false });
    world.demo = await addOrganisation({ slug: 'proefstad', name: 'Proefstad', demo: true });
  });
  beforeEach(async () => {
    world.sent.length = 0;
    await asOwner('delete from pgboss.job');
    await asOwner('delete from identity.attempt');
  });
  return world;
}

/** Somebody with one appointment and perhaps a role, written as a room would. */
export async function hire(
  organisationId: string,
  firstName: string,
  email: string | null,
  role?: string,
): Promise<string> {
  const [personId, employerId, unitId, appointmentId] = [newId(), newId(), newId(), newId()];
  const name = { first_name: firstName, last_name: 'Test' };
  const place = { employer_id: employerId, number: '1', unit_id: unitId };
  await inOrganisation(system(organisationId, 'test'), async (tx) => {
    await tx.insertInto('employer').values({ id: employerId, name: employerId }).execute();
    await tx
      .insertInto('unit')
      .values({ id: unitId, name: `dienst ${firstName}` })
      .execute();
    await tx
      .insertInto('person')
      .values({ id: personId, ...name, email })
      .execute();
    await tx
      .insertInto('appointment')
      .values({ id: appointmentId, person_id: personId, ...place })
      .execute();
    const held = { appointment_id: appointmentId, unit_id: unitId, starts_on: '2020-01-01' };
    if (role)
      await tx
        .insertInto('role')
        .values({ id: newId(), kind: role, ...held })
        .execute();
    await ensureIdentity(tx, personId, email);
  });
  return personId;
}

/** Another address for a person, written as a room would. */
export const changeAddress = (
  organisationId: string,
  personId: string,
  email: string | null,
): Promise<string> =>
  inOrganisation(system(organisationId, 'test'), async (tx) => {
    await tx.updateTable('person').set({ email }).where('id', '=', personId).execute();
    return ensureIdentity(tx, personId, email);
  });

export const identityIdOf = async (personId: string): Promise<string> =>
  (await asOwner<{ id: string }>('select identity_id as id from person where id = $1', [personId]))[0]!.id;

type Waiting = { data: { organisationId: string; payload: { identityId: string; requestId: string } } };

export const waitingJobs = (): Promise<Waiting[]> =>
  asOwner<Waiting>(`select data from pgboss.job where name = 'people.signInMail' order by created_on`);

/** What the worker does with everything that waits. */
export async function work(): Promise<void> {
  const { run } = signInJobs['people.signInMail']!;
  for (const { data } of await waitingJobs())
    await run(system(data.organisationId, 'people.signInMail'), data.payload as never);
}

export async function mailFor({ sent }: World, address: string): Promise<Mail> {
  await requestSignIn(address);
  await work();
  return sent.findLast((mail) => mail.to.address === address)!;
}

export const codeIn = (text: string): string => /\b\d{6}\b/.exec(text)![0];
export const tokenIn = (text: string): string => /\/aanmelden\/link\?token=([\w-]{43})(?!\S)/.exec(text)![1]!;
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** The browser that got these lines, and one that got none. */
export const browserWith = (setCookies: string[]): Headers =>
  new Headers({ cookie: setCookies.map((line) => line.split(';')[0]).join('; ') });
export const nobody = new Headers();

export const count = async (table: string): Promise<number> =>
  (await asOwner<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;
