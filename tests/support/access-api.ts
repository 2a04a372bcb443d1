import type { VerbName } from '#rooms/people/rights.ts';
import type { Role, TokenRole } from '#rooms/people/roles.ts';
import type { Attempt } from './access-attempts.ts';
import { outcomeOf, reads, relationsTo, type Question, type Reader } from './access-questions.ts';
import { mayKnock, notForService } from './access-rights.ts';
import type { Route } from './access-routes.ts';
import { lure } from './access-subjects.ts';
import type { Post, Slug } from './access-visitors.ts';

type Outcome = 'opens' | 'done' | 'unknown' | 'refused' | 'hidden' | 'taken' | 'unusable';

/** What is true of a call of the API. */
export type ApiRule = {
  verbs: readonly VerbName[];
  about?: 'question';
  query?: Record<string, string>;
  /** It comes in pages, the next of which begins after an id. */
  pages?: boolean;
  /** The token roles that need nobody to act for; absent: all. */
  alone?: readonly string[];
  then?: (reader: Reader, question: Question) => Outcome;
  send?: Record<string, unknown>;
};

const nobodyAlone = { alone: [] };
const checksTips = ['coach', 'expert', 'coordinator', 'service'];

/** Every line of the route list below '/api/v1/[organisation]', without that. */
export const apiRules: Record<string, ApiRule> = {
  '/questions GET': { verbs: ['questionsISee'], alone: ['coordinator'], pages: true },
  '/questions POST': {
    ...{ verbs: ['askQuestion', 'questionThread'], ...nobodyAlone },
    send: { body: 'Hoe werkt de kraan?' },
  },
  '/questions/[id] GET': {
    ...{ verbs: ['questionThread'], about: 'question', ...nobodyAlone },
    then: (reader, question) => (reads(question, reader) ? 'opens' : 'hidden'),
  },
  // From the asker it is a reply, from anybody else an answer.
  '/questions/[id]/messages POST': {
    ...{ verbs: ['questionThread', 'writeBack', 'answerQuestion'], about: 'question', ...nobodyAlone },
    then: (reader, question) =>
      outcomeOf(
        relationsTo(question, reader).includes('asker') ? 'writeBack' : 'answerQuestion',
        question,
        reader,
      ),
    send: { body: 'In de kast.' },
  },
  '/search GET': { verbs: ['search', 'tipHere'], query: { q: lure } },
  '/tips GET': { verbs: ['tipsHere'], pages: true },
  '/tips POST': {
    ...{ verbs: ['writeTip', 'tipHere'], alone: checksTips },
    send: { title: `De ${lure} weer`, body: 'Zo gaat het.', category: 'printing' },
  },
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
  to: { slug: Slug; subject?: Question },
): Outcome {
  const { token, person } = caller;
  if (!token || token.town !== to.slug) return 'unknown';
  if (person && !person.post) return 'unusable';
  if (!person && rule.alone && !rule.alone.includes(token.role)) return 'unusable';
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
    ? !verbs.some((verb) => notForService.includes(verb))
    : role !== 'mail' && mayKnock([role], verbs);

/** Who reads the answer: the person it is asked for, or else the token for itself. */
function readerFor({ token, person }: Caller, slug: Slug): Reader | null {
  if (!token || token.town !== slug) return null;
  const alone = { town: token.town, personId: '', roles: [token.role], coachOf: [] };
  return { ...(person?.post ?? alone), byProgram: true };
}

const statuses: Record<Outcome, number> = {
  ...{ opens: 200, done: 201, unknown: 401, refused: 403, hidden: 404, taken: 409, unusable: 422 },
};

export type ApiTry = { slug: Slug; subject?: Question; named?: string };

export function apiAttempt(door: ApiDoor, caller: Caller, { slug, subject, named = slug }: ApiTry): Attempt {
  const { route, rule } = door;
  const behalf: Record<string, string> = caller.person ? { onBehalfOf: caller.person.reference } : {};
  const query = new URLSearchParams(route.name === 'GET' ? { ...rule.query, ...behalf } : {});
  const address = route.address.replace('[organisation]', named).replace('[id]', subject?.id ?? '');
  const path = query.size > 0 ? `${address}?${query}` : address;
  const outcome = apiOutcome(door, caller, { slug, subject });
  return {
    label: `${route.name} ${path} (${[route.line, subject?.label].filter(Boolean).join(', ')}) by ${caller.name}`,
    ...{ line: route.line, visitor: caller.name, method: route.name, path },
    headers: { ...caller.headers, 'content-type': 'application/json' },
    body: route.name === 'GET' ? undefined : JSON.stringify({ ...rule.send, ...behalf }),
    expected: { outcome, status: statuses[outcome] },
    reader: readerFor(caller, slug),
    namesPeople: false,
    shows: outcome === 'opens' && subject ? [subject.words] : [],
  };
}
