import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { expect } from 'vitest';
import { addToken } from '#rooms/people/server/index.ts';
import type { Role, TokenRole } from '#rooms/people/roles.ts';
import type { Town } from '../support/world.ts';
import { calls } from '../../src/routes/api/v1/calls.ts';
import { GET as readCoverage } from '../../src/routes/api/v1/[organisation]/coverage/+server.ts';
import { GET as listPeople } from '../../src/routes/api/v1/[organisation]/people/+server.ts';
import * as problems from '../../src/routes/api/v1/[organisation]/problems/+server.ts';
import { POST as endProblem } from '../../src/routes/api/v1/[organisation]/problems/[id]/end/+server.ts';
import { POST as haveProblemToo } from '../../src/routes/api/v1/[organisation]/problems/[id]/me-too/+server.ts';
import * as questions from '../../src/routes/api/v1/[organisation]/questions/+server.ts';
import { GET as readQuestion } from '../../src/routes/api/v1/[organisation]/questions/[id]/+server.ts';
import { POST as claimQuestion } from '../../src/routes/api/v1/[organisation]/questions/[id]/claim/+server.ts';
import { POST as closeQuestion } from '../../src/routes/api/v1/[organisation]/questions/[id]/close/+server.ts';
import { POST as giveQuestion } from '../../src/routes/api/v1/[organisation]/questions/[id]/give/+server.ts';
import { POST as writeMessage } from '../../src/routes/api/v1/[organisation]/questions/[id]/messages/+server.ts';
import { POST as passOn } from '../../src/routes/api/v1/[organisation]/questions/[id]/pass-on/+server.ts';
import { GET as search } from '../../src/routes/api/v1/[organisation]/search/+server.ts';
import * as tips from '../../src/routes/api/v1/[organisation]/tips/+server.ts';
import { GET as readTip } from '../../src/routes/api/v1/[organisation]/tips/[id]/+server.ts';
import { POST as tipWorks } from '../../src/routes/api/v1/[organisation]/tips/[id]/works-for/+server.ts';
import { GET as listUnits } from '../../src/routes/api/v1/[organisation]/units/+server.ts';

// Calls the handlers of the API as the web framework does, on the database of the test.

type Handler = (event: RequestEvent) => Promise<Response>;

const byCall: Record<keyof typeof calls, Handler> = {
  ...{ askQuestion: questions.POST, listQuestions: questions.GET, readQuestion, writeMessage },
  ...{ claimQuestion, passOn, giveQuestion, closeQuestion, haveProblemToo, endProblem },
  ...{ listProblems: problems.GET, publishProblem: problems.POST },
  ...{
    writeTip: tips.POST,
    listTips: tips.GET,
    readTip,
    tipWorks,
    search,
    listPeople,
    listUnits,
    readCoverage,
  },
};

const handlers = Object.entries(calls).map(([name, { method, path }]) => ({
  method,
  path: new RegExp(`^${path.replace('{id}', '(?<id>[^/]+)')}$`),
  handler: byCall[name as keyof typeof calls],
}));

export type Answer = { status: number; headers: Headers; body: Record<string, unknown>; text: string };
export type Program = Awaited<ReturnType<typeof programOf>>;
export type Ask = { path?: string; headers?: Record<string, string>; body?: unknown; organisation?: string };

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
  const found = handlers.find((one) => one.method === method && one.path.test(below));
  if (!found) throw new Error(`no handler for ${method} ${below}`);
  const content =
    ask.body === undefined || typeof ask.body === 'string' ? ask.body : JSON.stringify(ask.body);
  const request = new Request(url, { method, headers: ask.headers, body: content as string | undefined });
  const params = { organisation: decodeURIComponent(organisation), ...found.path.exec(below)?.groups };
  const response = await found.handler({ request, url, params } as unknown as RequestEvent);
  const text = await response.text();
  const body = text ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, body, text };
}

/** Every id on all pages of a list, `limit` at a time; `between` is done after each page. */
export async function everyPage(
  program: Program,
  path: string,
  { limit, between }: { limit: number; between?: () => Promise<unknown> },
): Promise<{ items: Record<string, unknown>[]; pages: number }> {
  const items: Record<string, unknown>[] = [];
  let pages = 0;
  for (let cursor: string | null = ''; cursor !== null; pages++) {
    const { status, body } = await program(
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=${limit}&cursor=${cursor}`,
    );
    expect(status).toBe(200);
    items.push(...(body.items as Record<string, unknown>[]));
    cursor = body.nextCursor as string | null;
    await between?.();
  }
  return { items, pages };
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
