import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { expect } from 'vitest';
import { addToken } from '#rooms/people/server/index.ts';
import type { Role, TokenRole } from '#rooms/people/roles.ts';
import type { Town } from '../support/world.ts';
import { GET as readQuestion } from '../../src/routes/api/v1/[organisation]/questions/[id]/+server.ts';
import { POST as writeMessage } from '../../src/routes/api/v1/[organisation]/questions/[id]/messages/+server.ts';
import * as questions from '../../src/routes/api/v1/[organisation]/questions/+server.ts';
import { GET as search } from '../../src/routes/api/v1/[organisation]/search/+server.ts';
import * as tips from '../../src/routes/api/v1/[organisation]/tips/+server.ts';

// Calls the handlers of the API as the web framework does, on the database of the test.

type Handler = (event: RequestEvent) => Promise<Response>;

const handlers: [method: string, path: RegExp, handler: Handler][] = [
  ['POST', /^\/questions$/, questions.POST],
  ['GET', /^\/questions$/, questions.GET],
  ['GET', /^\/questions\/(?<id>[^/]+)$/, readQuestion],
  ['POST', /^\/questions\/(?<id>[^/]+)\/messages$/, writeMessage],
  ['POST', /^\/tips$/, tips.POST],
  ['GET', /^\/tips$/, tips.GET],
  ['GET', /^\/search$/, search],
];

export type Answer = { status: number; headers: Headers; body: Record<string, unknown>; text: string };
export type Ask = { headers?: Record<string, string>; body?: unknown; organisation?: string };

/** A program with a token of its own: `call('GET', '/tips?limit=3')`. */
export async function programOf(town: Town, role: Role | TokenRole = 'service') {
  const secret = await town.inside((tx) => addToken(tx, role));
  return (method: 'GET' | 'POST', path: string, ask: Ask = {}) =>
    call(method, `/api/v1/${ask.organisation ?? town.slug}${path}`, {
      ...ask,
      headers: { authorization: `Bearer ${secret}`, ...ask.headers },
    });
}

/** A body that is a text is sent as it is, anything else as JSON. */
export async function call(method: string, address: string, ask: Ask): Promise<Answer> {
  const url = new URL(address, 'https://trekkracht.test');
  const [, organisation = '', below = ''] = /^\/api\/v1\/([^/]+)(\/.*)$/.exec(url.pathname) ?? [];
  const found = handlers.find((one) => one[0] === method && one[1].test(below));
  if (!found) throw new Error(`no handler for ${method} ${below}`);
  const content =
    ask.body === undefined || typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body);
  const request = new Request(url, { method, headers: ask.headers, body: content as string | undefined });
  const params = { organisation: decodeURIComponent(organisation), ...found[1].exec(below)?.groups };
  const response = await found[2]({ request, url, params } as unknown as RequestEvent);
  const text = await response.text();
  const body = text ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, body, text };
}

/** What a refusal says of each field. */
export const reasons = ({ body }: Answer): Record<string, string> =>
  Object.fromEntries(
    ((body['invalid-params'] ?? []) as { name: string; reason: string }[]).map(({ name, reason }) => [
      name,
      reason,
    ]),
  );

/** The body as the schema has it, and nothing more than that. */
export function read<Schema extends v.GenericSchema>(
  schema: Schema,
  { body }: Answer,
): v.InferOutput<Schema> {
  const parsed = v.parse(schema, body);
  expect(body).toEqual(parsed);
  return parsed;
}
