import { sql } from 'kysely';
import * as v from 'valibot';
import { newId } from '#platform/ids.ts';
import { database } from '#platform/server/db.ts';
import { found } from '#platform/errors.ts';
import type { HandedIn } from '#platform/server/handed-in.ts';
import { job, later } from '#platform/server/jobs.ts';
import { mailWay } from '#platform/server/mail.ts';
import { inOrganisation, system, type Actor, type Tx } from '#platform/server/scope.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { fullName } from '../name.ts';
import { sendAtOnce } from './direct-mail.ts';
import { cleanAddress, identityAt, identityOf } from './identity.ts';
import { attempt } from './sign-in-attempts.ts';
import { linkFor, proofMinutes, proofsFor, tokenNow, tokenToGive } from './sign-in-auth.ts';
import { signInMail } from './sign-in-mail.ts';
import { signInWithLink, type SignedIn } from './sign-in-session.ts';

/**
 * Somebody wants to sign in with this address. The same for every address, known here or not: one count,
 * one look, one job. More than five times in a quarter of an hour does nothing.
 */
export async function requestSignIn(given: string): Promise<void> {
  const address = cleanAddress(given);
  if (!(await attempt('mail', address))) return;
  const identityId = (await identityAt(address))?.id ?? newId();
  const home = await homeOf(identityId);
  if (!home) return;
  const ids = { identityId, requestId: newId() };
  await inOrganisation(system(home, 'people.requestSignIn'), (tx) => later(tx, 'people.signInMail', ids));
}

/** An organisation to work in: one of the identity's, or for who is unknown any, where the job will find nobody. */
async function homeOf(identityId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select coalesce((select organisation_id from resolve('identity', ${identityId}) limit 1),
                    (select id from organisations_here() limit 1)) as id`.execute(database().db);
  return rows[0]?.id ?? undefined;
}

/** Sends link and code in one mail. Where mail cannot go yet, nothing happens: the page says so. */
async function mailProofs(
  actor: Actor,
  { identityId, requestId }: { identityId: string; requestId: string },
) {
  const person = await inOrganisation(actor, (tx) => recipient(tx, identityId));
  if (!person?.address) return;
  if (mailWay(person.demo) === 'none') return;
  const { token, code } = await proofsFor(requestId, person.identity);
  const letter = signInMail({
    firstName: person.firstName,
    link: linkFor(token),
    code,
    minutes: proofMinutes,
  });
  const to = { name: fullName(person), address: person.address };
  await sendAtOnce(actor, { id: requestId, to, ...letter });
}

async function recipient(tx: Tx, identityId: string) {
  const { demo } = await organisationOf(tx);
  const { rows } = await sql<{
    firstName: string;
    lastName: string;
    address: string | null;
    identity: string;
  }>`
    select p.first_name as "firstName", p.last_name as "lastName", p.email as address, i.email as identity
      from person p join identity.identity i on i.id = p.identity_id
     where p.identity_id = ${identityId}`.execute(tx);
  return rows[0] && { ...rows[0], demo };
}

/**
 * A link with which this person signs in, once, within 24 hours; also for somebody without e-mail. For
 * commands: whoever holds it is that person. Throws NotFound when the person is not of the organisation.
 */
export async function signInLink(organisationId: string, personId: string): Promise<string> {
  const actor = system(organisationId, 'people.signInLink');
  const identity = found(await inOrganisation(actor, (tx) => identityOf(tx, personId)));
  return linkFor(await tokenToGive(identity.email));
}

/** Signs in as this person at once: for whoever made the organisation a moment ago. */
export async function signInNow(
  organisationId: string,
  personId: string,
  headers: Headers,
): Promise<SignedIn> {
  const actor = system(organisationId, 'people.signInNow');
  const identity = found(await inOrganisation(actor, (tx) => identityOf(tx, personId)));
  return found(await signInWithLink(await tokenNow(identity.email), headers));
}

/**
 * A code with which the one who asks signs in on another device, once, within a quarter of an hour, and the address
 * that goes with it. Null for somebody without e-mail, who has nothing to type there. Only for the identity that is
 * signed in, which stands still meanwhile: whoever may change addresses would else become whose address it is elsewhere.
 */
export async function ownSignInCode(
  tx: Tx,
  identityId: string | null,
): Promise<{ address: string; code: string } | null> {
  const { rows } = await sql<{ address: string | null; identity: string }>`
    select p.email as address, i.email as identity
      from person p join identity.identity i on i.id = p.identity_id
     where p.id = ${tx.actor.personId} and i.id = ${identityId} for share of p, i`.execute(tx);
  const { address, identity } = found(rows[0]);
  if (address === null) return null;
  const { code } = await proofsFor(newId(), identity);
  return { address, code };
}

/** Whether a mail to sign in can leave this installation. */
export const signInMailLeaves = (): boolean => mailWay(false) !== 'none';

export const signInJobs: NonNullable<HandedIn['jobs']> = {
  'people.signInMail': job(v.object({ identityId: v.string(), requestId: v.string() }), mailProofs),
};
