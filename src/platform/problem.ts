// What the API answers when it refuses: problem details (RFC 9457). Pure: Request and Response are everywhere.
import { Conflict, Forbidden, Invalid, NotFound } from './errors.ts';

/** A refusal that only the API knows: no token, a body that cannot be read, too many requests. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** `detail` is a sentence in English; `members` are further members of the answer. */
  constructor(
    status: number,
    detail: string,
    more: { members?: Record<string, unknown>; headers?: Record<string, string> } = {},
  ) {
    super(detail);
    this.status = status;
    this.members = more.members ?? {};
    this.headers = more.headers ?? {};
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

export const problemType = 'application/problem+json';

/** Headers of every answer of the API: what it says is for one caller, at one moment. */
export const apiHeaders = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
} as const;

/** Input that cannot be used: by field, what is the matter with it, in English. */
export const unusable = (reasons: Readonly<Record<string, string>>): Problem =>
  new Problem(422, 'Some of what you sent cannot be used.', {
    members: { 'invalid-params': Object.entries(reasons).map(([name, reason]) => ({ name, reason })) },
  });

/**
 * The answer to what a verb or the API itself threw; null when it is a surprise, which is for whoever
 * keeps the log. "Not found" is said in the same words whatever is, or is not, somewhere else.
 */
export function problemFor(error: unknown, pathname: string): Response | null {
  const problem = problemFrom(error);
  if (!problem) return null;
  const members = { detail: problem.message, instance: pathname, ...problem.members };
  return answer(problem.status, members, problem.headers);
}

function problemFrom(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof NotFound) return new Problem(404, 'There is nothing here that you may see.');
  if (error instanceof Forbidden)
    return new Problem(403, 'The token, or the person it acts for, may not do this.');
  if (error instanceof Conflict)
    return new Problem(409, 'Somebody was first, or it changed meanwhile.', {
      members: { reason: error.reason, particulars: error.particulars },
    });
  if (error instanceof Invalid)
    return unusable(
      Object.fromEntries(Object.keys(error.problems).map((name) => [name, 'cannot be used here'])),
    );
  return null;
}

/** What the web framework answers by itself (no such address, another method, a surprise), as a problem. */
export async function asProblem(response: Response, pathname: string): Promise<Response> {
  const isProblem = response.headers.get('content-type')?.startsWith(problemType) ?? false;
  if (response.status < 400 || isProblem) return response;
  const said: unknown = await response.json().catch(() => null);
  const reference =
    typeof said === 'object' && said && 'reference' in said ? { reference: said.reference } : {};
  const allow = response.headers.get('allow');
  return answer(response.status, { instance: pathname, ...reference }, allow ? { allow } : {});
}

const answer = (
  status: number,
  members: Record<string, unknown>,
  headers: Readonly<Record<string, string>>,
) =>
  new Response(
    JSON.stringify({ type: 'about:blank', title: titles[status] ?? 'Refused', status, ...members }),
    {
      status,
      headers: { ...apiHeaders, ...headers, 'content-type': problemType },
    },
  );
