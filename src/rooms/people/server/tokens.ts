import { randomBytes } from 'node:crypto';
import { isId, newId } from '#platform/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { Problem, unusable } from '#platform/problem.ts';
import { hashToken } from '#platform/server/secrets.ts';
import { inOrganisation, system, type Actor, type Tx } from '#platform/server/scope.ts';
import { record } from '#rooms/activity/server/index.ts';
import { bindAddress, resolve } from '#rooms/organisations/server/index.ts';
import type { Role, TokenRole } from '../roles.ts';
import { integration, personAsActor } from './actor.ts';
import { personByReference } from './helpers.ts';
import { attempt } from './sign-in-attempts.ts';

/** A token whose secret was shown. */
export type Token = { organisationId: string; id: string; role: Role | TokenRole };

/** The transaction that a call of the API works in: the token asks, for a person or for itself. */
export type Inside = Tx;

/** So that a token is recognised where it should not be: in a log, a mail, a repository. */
const prefix = 'tk_';

/** Makes a token for a role. Returns the secret, 192 random bits: it is kept nowhere, only its hash is. */
export async function addToken(tx: Tx, role: Role | TokenRole): Promise<string> {
  const secret = prefix + randomBytes(24).toString('base64url');
  const id = newId();
  await tx.insertInto('api_token').values({ id, role, made_at: tx.now }).execute();
  await bindAddress(tx, { kind: 'token', lookup: hashToken(secret), subjectId: id });
  await record(tx, { event: 'token.made', subject: { kind: 'token', id }, particulars: { role } });
  return secret;
}

/**
 * The token of an `Authorization: Bearer …`, for the organisation that the address names (null: none).
 * Throws Problem: 401 in the same words whatever is wrong, so that nobody learns who is here; 429 when it
 * was used too often.
 */
export async function tokenFor(organisationId: string | null, authorization: string | null): Promise<Token> {
  const secret = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const [place] = await resolve('token', hashToken(secret));
  const token = place && place.organisationId === organisationId ? await runningToken(place) : null;
  if (!token)
    throw new Problem(401, 'A valid token of this organisation is needed.', {
      headers: { 'www-authenticate': 'Bearer realm="api"' },
    });
  if (!(await attempt('token', token.id)))
    throw new Problem(429, 'This token was used too often in the last minute.', {
      headers: { 'retry-after': '60' },
    });
  return token;
}

const runningToken = ({ organisationId, subjectId }: { organisationId: string; subjectId: string }) =>
  inOrganisation(system(organisationId, 'people.token'), async (tx): Promise<Token | null> => {
    const row = await tx
      .selectFrom('api_token')
      .select(['id', 'role'])
      .where('id', '=', subjectId)
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    return row ? { organisationId, id: row.id, role: row.role as Token['role'] } : null;
  });

/**
 * Works as a token, in one transaction. `onBehalfOf` is the id or the work address of somebody who works
 * here today: what is done is then theirs too, and both rights are needed. Null: the token's own.
 * Throws Problem (422) when there is no such person.
 */
export async function withToken<Result>(
  token: Token,
  onBehalfOf: string | null,
  work: (tx: Inside) => Promise<Result>,
): Promise<Result> {
  const person = onBehalfOf === null ? null : await personNamed(token.organisationId, onBehalfOf);
  return inOrganisation(integration(token.organisationId, token, person), work);
}

const personNamed = (organisationId: string, reference: string): Promise<Actor> =>
  inOrganisation(system(organisationId, 'people.token'), async (tx) => {
    const text = reference.trim().toLowerCase();
    const id = await personByReference(tx, isId(text) ? { id: text } : { email: text }).catch(nobody);
    const person = id && (await personAsActor(tx, id));
    if (!person)
      throw unusable({ onBehalfOf: 'is not the id or work address of somebody who works here today' });
    return person.actor;
  });

function nobody(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
