import type { RequestEvent } from '@sveltejs/kit';
import type * as v from 'valibot';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import { apiHeaders, problemFor, unusable } from '#platform/problem.ts';
import { newAddressOf, resolve } from '#rooms/organisations/server/index.ts';
import { isSlug } from '#rooms/organisations/slugs.ts';
import { once, tokenFor, withToken, type Inside, type Reply } from '#rooms/people/server/index.ts';
import type { Call } from './calls.ts';
import { parse, readJson, readQuery } from './reading.ts';
import { worded } from './wording.ts';

type Output<Schema> = Schema extends v.GenericSchema ? v.InferOutput<Schema> : undefined;

/** What a handler works with: who asks (a transaction, which verbs join) and what was sent, checked. */
export type Given<C extends Call> = {
  who: Inside;
  query: Output<C['query']>;
  body: Output<C['body']>;
  /** The id in the path; '' when there is none. */
  id: string;
  /** The address of something below this organisation. */
  at: (path: string) => string;
};

/** What a handler gives back; without a status a POST made something (201), a GET found it (200). */
export type Made<C extends Call> = {
  status?: 200 | 201;
  body: Output<NonNullable<C['answers'][keyof C['answers']]>>;
  location?: string;
};

/**
 * The handler of a call: token, input, and then the work in one transaction. What is thrown is answered as
 * problem details; a surprise is passed on.
 */
export const answer =
  <C extends Call>(call: C, work: (given: Given<C>) => Promise<Made<C>>) =>
  async (event: RequestEvent): Promise<Response> => {
    try {
      return await answered(event, call, work);
    } catch (error) {
      const problem = problemFor(worded(error), event.url.pathname);
      if (problem) return problem;
      throw error;
    }
  };

async function answered<C extends Call>(
  { request, params, url }: RequestEvent,
  call: C,
  work: (given: Given<C>) => Promise<Made<C>>,
): Promise<Response> {
  const { organisation: named = '', id = '' }: Partial<Record<string, string>> = params;
  const place = await placeOf(named);
  const token = await tokenFor(place.organisationId, request.headers.get('authorization'));
  const at = (slug: string, path: string) => `/api/v1/${slug}${path}`;
  const below = `/${url.pathname.split('/').slice(4).join('/')}`;
  if (place.isOld) return movedTo(at(await newAddressOf(token.organisationId), below) + url.search);
  if (id && !isId(id)) throw new NotFound();
  const query = parse(call.query, readQuery(url)) as Given<C>['query'];
  const body = (call.body ? parse(call.body, await readJson(request)) : undefined) as Given<C>['body'];
  const reply = await withToken(token, personIn(body) ?? personIn(query), (who) => {
    const make = async () =>
      replyFrom(call, await work({ who, query, body, id, at: (path) => at(named, path) }));
    const key = call.method === 'POST' ? keyOf(request) : null;
    const content = JSON.stringify([call.method, below, body]);
    return key === null ? make() : once(who, { key, content }, make);
  });
  return responseFrom(reply);
}

/** The organisation that an address names by its id, its slug or one it had before. */
async function placeOf(named: string): Promise<{ organisationId: string | null; isOld: boolean }> {
  if (isId(named)) return { organisationId: named, isOld: false };
  if (!isSlug(named)) return { organisationId: null, isOld: false };
  const [current] = await resolve('slug', named);
  if (current) return { organisationId: current.organisationId, isOld: false };
  const [old] = await resolve('old_slug', named);
  return { organisationId: old?.organisationId ?? null, isOld: old !== undefined };
}

const movedTo = (location: string) =>
  new Response(null, { status: 308, headers: { ...apiHeaders, location } });

function personIn(input: unknown): string | null {
  const named = typeof input === 'object' && input && 'onBehalfOf' in input ? input.onBehalfOf : null;
  return typeof named === 'string' ? named : null;
}

/** What a handler throws when the token alone may not do this. */
export const personRequired = () => unusable({ onBehalfOf: 'is required for a token of this role' });

function keyOf(request: Request): string | null {
  const key = request.headers.get('idempotency-key');
  if (key !== null && !/^[\x20-\x7e]{1,200}$/.test(key))
    throw unusable({ 'Idempotency-Key': 'must have 1 to 200 visible ASCII characters' });
  return key;
}

const replyFrom = <C extends Call>({ method }: C, { status, body, location }: Made<C>): Reply => ({
  status: status ?? (method === 'POST' ? 201 : 200),
  text: JSON.stringify(body),
  location: location ?? null,
});

function responseFrom(reply: Reply & { replayed?: boolean }): Response {
  const headers = new Headers({ ...apiHeaders, 'content-type': 'application/json' });
  if (reply.location) headers.set('location', reply.location);
  if (reply.replayed) headers.set('idempotent-replay', 'true');
  return new Response(reply.text, { status: reply.status, headers });
}
