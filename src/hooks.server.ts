import './registry.server.ts';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { newId } from '#platform/ids.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { clock } from '#platform/server/clock.ts';
import { refuseOwner } from '#platform/server/guard.ts';
import { log } from '#platform/server/log.ts';
import { asProblem } from '#platform/problem.ts';
import { newAddressOf, resolve as resolveAddress } from '#rooms/organisations/server/index.ts';
import { actorFor, arrivalAt, readingAs, type PersonHere } from '#rooms/people/server/index.ts';

export const init: ServerInit = async () => {
  await refuseOwner();
  // The supervisor is gone: so is the reason to run.
  process.on('disconnect', () => process.exit(0));
};

/** The only middleware: who are you, and in which organisation. */
export const handle: Handle = async ({ event, resolve }) => {
  if (event.url.pathname.startsWith('/api/')) return asProblem(await resolve(event), event.url.pathname);
  const answer = async () => resolve(event);
  const response = event.route.id?.startsWith('/[organisation]')
    ? await inside(event, answer)
    : await answer();
  protect(response.headers);
  return response;
};

type Event = Parameters<Handle>[0]['event'];

/**
 * Finds the organisation that the address names and the person who is signed in there. One who is not
 * signed in goes to sign in, whether the organisation exists or not; one who does not work there finds nothing.
 */
async function inside(event: Event, answer: () => Promise<Response>): Promise<Response> {
  event.locals.askedAt = clock.now();
  const slug = event.params.organisation ?? '';
  const { identityId, organisationId, personId } =
    (await arrivalAt(event.request.headers, slug)) ?? toSignIn(event, slug);
  if (!organisationId || !personId) return await elsewhere(event, { slug, identityId });
  const answerFor = (here: PersonHere) => {
    event.locals.here = here;
    event.locals.who = here.actor;
    return answer();
  };
  // What a page shows it reads in one transaction. What changes something, and a stream, open their own.
  if (event.request.method === 'GET' && !event.route.id?.endsWith('/live'))
    return readingAs({ organisationId, personId }, answerFor, notHere);
  return answerFor((await actorFor(organisationId, personId)) ?? notHere());
}

function toSignIn(event: Event, slug: string): never {
  const back = event.request.method === 'GET' ? event.url.pathname + event.url.search : `/${slug}`;
  redirect(303, `/aanmelden?naar=${encodeURIComponent(back)}`);
}

/** A slug of before leads on, for whoever works there now. */
async function elsewhere(
  event: Event,
  { slug, identityId }: { slug: string; identityId: string },
): Promise<never> {
  const [old] = await resolveAddress('old_slug', slug);
  const workplaces = old ? await resolveAddress('identity', identityId) : [];
  if (!old || !workplaces.some(({ organisationId }) => organisationId === old.organisationId))
    return notHere();
  const moved = event.url.pathname.replace(`/${slug}`, `/${await newAddressOf(old.organisationId)}`);
  redirect(308, moved + event.url.search);
}

function notHere(): never {
  throw new NotFound();
}

function protect(headers: Headers): void {
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  if (headers.get('content-type')?.startsWith('text/html')) headers.set('Cache-Control', 'private, no-store');
}

/** The one map from what a verb throws to a status and a sentence. */
export const handleError: HandleServerError = ({ error, event }) => {
  if (error instanceof NotFound) return { status: 404, message: m.ui_error_not_found() };
  if (error instanceof Forbidden) return { status: 403, message: m.ui_error_forbidden() };
  if (error instanceof Conflict) return { status: 409, message: m.ui_error_conflict() };
  if (error instanceof Invalid) return { status: 422, message: m.ui_error_invalid() };
  const status = statusOf(error);
  if (status === 404) return { status, message: m.ui_error_not_found() };
  if (status && status < 500) return { status, message: m.ui_error_invalid() };
  const reference = newId().slice(-8);
  log.error(
    { reference, route: event.route.id, error: error instanceof Error ? error.stack : 'unknown' },
    'surprise',
  );
  return { status: 500, message: m.ui_error_surprise(), reference };
};

const statusOf = (error: unknown): number | null =>
  typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null;
