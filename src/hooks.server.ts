import './registry.server.ts';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { newId } from '#platform/ids.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { refuseOwner } from '#platform/server/guard.ts';
import { log } from '#platform/server/log.ts';
import { asProblem } from '#platform/problem.ts';
import { newAddressOf, resolve as resolveAddress } from '#rooms/organisations/server/index.ts';
import { actorFor, sessionIdentity } from '#rooms/people/server/index.ts';

export const init: ServerInit = async () => {
  await refuseOwner();
  // The supervisor is gone: so is the reason to run.
  process.on('disconnect', () => process.exit(0));
};

/** The only middleware: who are you, and in which organisation. */
export const handle: Handle = async ({ event, resolve }) => {
  if (event.url.pathname.startsWith('/api/')) return asProblem(await resolve(event), event.url.pathname);
  if (event.route.id?.startsWith('/[organisation]')) await enter(event);
  const response = await resolve(event);
  protect(response.headers);
  return response;
};

type Event = Parameters<Handle>[0]['event'];

/**
 * Finds the organisation that the address names and the person who is signed in there. One who is not
 * signed in goes to sign in, whether the organisation exists or not; one who does not work there finds nothing.
 */
async function enter(event: Event): Promise<void> {
  const slug = event.params.organisation ?? '';
  const identity = await sessionIdentity(event.request.headers);
  if (!identity) {
    const back = event.request.method === 'GET' ? event.url.pathname + event.url.search : `/${slug}`;
    redirect(303, `/aanmelden?naar=${encodeURIComponent(back)}`);
  }
  const here = (await personIn(event, slug, identity)) ?? notHere();
  event.locals.here = here;
  event.locals.who = here.actor;
}

async function personIn(event: Event, slug: string, identity: string) {
  const workplaces = await resolveAddress('identity', identity);
  const mineAt = (address: { organisationId: string } | undefined) =>
    workplaces.find((place) => place.organisationId === address?.organisationId);
  const [current] = await resolveAddress('slug', slug);
  const mine = mineAt(current);
  if (mine) return actorFor(mine.organisationId, mine.subjectId);
  const [old] = await resolveAddress('old_slug', slug);
  if (!old || !mineAt(old)) return null;
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
