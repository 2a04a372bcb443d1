import type { VerbName } from '#rooms/people/rights.ts';
import type { Role, TokenRole } from '#rooms/people/roles.ts';
import type { Attempt } from './access-attempts.ts';
import type { Reader } from './access-questions.ts';
import { forService, mayKnock } from './access-rights.ts';
import type { Route } from './access-routes.ts';
import type { Subject } from './access-subjects.ts';
import type { Post, Slug } from './access-visitors.ts';

export type ApiOutcome = 'opens' | 'done' | 'unknown' | 'refused' | 'hidden' | 'taken' | 'unusable';

/** What is true of a call of the API. */
export type ApiRule = {
  verbs: readonly VerbName[];
  about?: 'question' | 'problem' | 'tip' | 'unit';
  /** '[about]' is the id of what it is about. */
  query?: Record<string, string>;
  namesPeople?: boolean;
  namesUnits?: boolean;
  /** What is sent cannot be read: that is said before any right is looked at. */
  isUnreadable?: boolean;
  /** When it is done, if it makes nothing new. */
  changes?: boolean;
  /** It comes in pages, the next of which begins after an id. */
  pages?: boolean;
  /** The token roles that need nobody to act for; absent: all. */
  alone?: readonly string[];
  then?: (reader: Reader, subject: Subject) => ApiOutcome;
  send?: Record<string, unknown> | ((subject: Subject) => Record<string, unknown>);
};

type TokenKind = Role | TokenRole;

/** A program with its token, and whom it says it acts for. */
export type Caller = {
  name: string;
  headers: Record<string, string>;
  /** Whose token it is; null: it has none that is any good. */
  token: { town: Slug; role: TokenKind } | null;
  /** An id or a work address, and who that is where the token belongs. */
  person?: { reference: string; post: Post | undefined };
};

export type ApiDoor = { route: Route; rule: ApiRule };

/** What the rules say, in their order: a token of this organisation, somebody to act for, both their rights, the subject. */
export function apiOutcome(
  { route, rule }: ApiDoor,
  caller: Caller,
  to: { slug: Slug; subject?: Subject },
): ApiOutcome {
  const { token, person } = caller;
  if (!token || token.town !== to.slug) return 'unknown';
  if (person && !person.post) return 'unusable';
  if (!person && rule.alone && !rule.alone.includes(token.role)) return 'unusable';
  if (rule.isUnreadable) return 'unusable';
  const isAllowed =
    tokenKnocks(token.role, rule.verbs) && (!person?.post || mayKnock(person.post.roles, rule.verbs));
  if (!isAllowed) return 'refused';
  if (to.subject && to.slug !== 'veurne') return 'hidden';
  const reader = readerFor(caller, to.slug);
  return (
    (to.subject && reader && rule.then?.(reader, to.subject)) ?? (route.name === 'POST' ? 'done' : 'opens')
  );
}

const tokenKnocks = (role: TokenKind, verbs: readonly VerbName[]) =>
  role === 'service'
    ? verbs.every((verb) => forService.includes(verb))
    : role !== 'mail' && mayKnock([role], verbs);

/** Who reads the answer: the person it is asked for, or else the token for itself. */
function readerFor({ token, person }: Caller, slug: Slug): Reader | null {
  if (!token || token.town !== slug) return null;
  const alone = { town: token.town, personId: '', roles: [token.role], coachOf: [], managerOf: [] };
  return { ...(person?.post ?? alone), byProgram: true };
}

const statuses: Record<ApiOutcome, number> = {
  ...{ opens: 200, done: 201, unknown: 401, refused: 403, hidden: 404, taken: 409, unusable: 422 },
};

export type ApiTry = { slug: Slug; subject?: Subject; named?: string };

export function apiAttempt(door: ApiDoor, caller: Caller, { slug, subject, named = slug }: ApiTry): Attempt {
  const { route, rule } = door;
  const behalf: Record<string, string> = caller.person ? { onBehalfOf: caller.person.reference } : {};
  const asked = Object.entries(rule.query ?? {}).map(([name, text]) => [
    name,
    text.replace('[about]', subject?.id ?? ''),
  ]);
  const query = new URLSearchParams(route.name === 'GET' ? { ...Object.fromEntries(asked), ...behalf } : {});
  const given = typeof rule.send === 'function' ? subject && rule.send(subject) : rule.send;
  const address = route.address.replace('[organisation]', named).replace('[id]', subject?.id ?? '');
  const path = query.size > 0 ? `${address}?${query}` : address;
  const outcome = apiOutcome(door, caller, { slug, subject });
  return {
    label: `${route.name} ${path} (${[route.line, subject?.label].filter(Boolean).join(', ')}) by ${caller.name}`,
    ...{ line: route.line, visitor: caller.name, method: route.name, path },
    headers: { ...caller.headers, 'content-type': 'application/json' },
    body: route.name === 'GET' ? undefined : JSON.stringify({ ...given, ...behalf }),
    expected: { outcome, status: outcome === 'done' && rule.changes ? 200 : statuses[outcome] },
    reader: readerFor(caller, slug),
    ...{ namesPeople: rule.namesPeople ?? false, namesUnits: rule.namesUnits },
    shows: outcome === 'opens' && subject ? [subject.words] : [],
  };
}
