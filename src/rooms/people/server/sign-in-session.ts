import { sql } from 'kysely';
import { clock } from '#platform/server/clock.ts';
import { database } from '#platform/server/db.ts';
import { auth } from './sign-in-auth.ts';
import { cleanAddress, identityAt } from './identity.ts';
import { attempt } from './sign-in-attempts.ts';
import { sessionToken } from './sign-in-cookie.ts';

// The library that makes sessions keeps the machine's time, so theirs is told by it too, wherever app_now() is.

export { secureCookies } from './sign-in-cookie.ts';

/** Who is signed in now, and the lines for the Set-Cookie headers that make it so. */
export type SignedIn = { identityId: string; setCookies: string[] };

type Answer = { headers: Headers; response: { user: { id: string } } };

/** The identity of who is signed in, or null. One query, none without our cookie; it writes nothing. */
export async function sessionIdentity(headers: Headers): Promise<string | null> {
  const token = sessionToken(headers);
  if (!token) return null;
  const { rows } = await sql<{ id: string }>`
    select identity_id as id from identity.session where token = ${token} and expires_at > ${clock.now()}`.execute(
    database().db,
  );
  return rows[0]?.id ?? null;
}

/** Where somebody who is signed in works under this slug; `personId` is null when they do not, or when it is an old one. */
export type Arrival = { identityId: string; organisationId: string | null; personId: string | null };

/** The session and the place it opens, in one query; null: nobody is signed in. */
export async function arrivalAt(headers: Headers, slug: string): Promise<Arrival | null> {
  const token = sessionToken(headers);
  if (!token) return null;
  const { rows } = await sql<Arrival>`
    select s.identity_id as "identityId", w.organisation_id as "organisationId", w.subject_id as "personId"
      from identity.session s
      left join lateral (
        select works.* from resolve('identity', s.identity_id::text) works
          join resolve('slug', ${slug}) named using (organisation_id)) w on true
     where s.token = ${token} and s.expires_at > ${clock.now()}`.execute(database().db);
  return rows[0] ?? null;
}

/** Ends the session, if there is one. Returns the lines for the Set-Cookie headers. */
export async function signOut(headers: Headers): Promise<string[]> {
  if (!sessionToken(headers)) return [];
  const { api } = await auth();
  const answer = await api.signOut({ headers, returnHeaders: true });
  return answer.headers.getSetCookie();
}

/** Uses up a link. Null: it never existed, was used or is too old. `headers`: of the request, for the session it had. */
export async function signInWithLink(token: string, headers: Headers): Promise<SignedIn | null> {
  return settle(headers, ({ api }) =>
    api.magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true }),
  );
}

/**
 * Uses up a code. Null, always the same: wrong, too old, tried three times, or no such address. The code
 * may be typed with spaces.
 */
export async function signInWithCode(
  given: { address: string; code: string },
  headers: Headers,
): Promise<SignedIn | null> {
  const address = cleanAddress(given.address);
  const otp = given.code.replace(/\s/g, '');
  if (!(await attempt('code', address))) return null;
  const identity = await identityAt(address);
  return settle(headers, ({ api }) =>
    api.signInEmailOTP({
      body: { email: identity?.email ?? address, otp },
      headers: new Headers(),
      returnHeaders: true,
    }),
  );
}

/** A refusal of the library becomes null. Whoever had a session in this browser leaves it behind. */
async function settle(
  headers: Headers,
  verify: (library: Awaited<ReturnType<typeof auth>>) => Promise<Answer>,
): Promise<SignedIn | null> {
  let answer: Answer;
  try {
    answer = await verify(await auth());
  } catch (error) {
    const { isAPIError } = await import('better-auth/api');
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
  const identityId = answer.response.user.id;
  await signOut(headers);
  await sql`delete from identity.session where identity_id = ${identityId} and expires_at < ${clock.now()}`.execute(
    database().db,
  );
  return { identityId, setCookies: answer.headers.getSetCookie() };
}
