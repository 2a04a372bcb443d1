import { pathOf, type Attempt, type Expected } from './access-attempts.ts';
import { pairOf, type Pair } from './access-nowhere.ts';
import type { Route } from './access-routes.ts';
import type { Stage } from './access-stage.ts';
import { postIn, type Visitor } from './access-visitors.ts';

/** What an address outside every organisation does, for whom. It shows nothing of anybody. */
type OpenRule = {
  expect: (visitor: Visitor) => Pick<Expected, 'status' | 'to'>;
  send?: (stage: Stage) => Record<string, string>;
  /** It would end the session of whoever has one. */
  endsSession?: boolean;
};

const forEverybody = (status: number, to?: string): OpenRule => ({ expect: () => ({ status, to }) });

/** Every line of the route list that names no organisation; data is as its page. */
export const openRules: Record<string, OpenRule> = {
  '/ page': {
    expect: ({ isSignedIn }) => ({ status: 303, to: isSignedIn ? '/aanmelden/kies' : '/aanmelden' }),
  },
  // Only an empty installation has it done.
  '/ action loadDemo': forEverybody(409),
  '/aanmelden page': forEverybody(200),
  // Known or unknown, the answer is the same.
  '/aanmelden action requestSignIn': {
    ...forEverybody(303, '/aanmelden/code'),
    send: () => ({ address: 'nobody@nowhere.example' }),
  },
  // Nobody steps into an organisation that is no demonstration.
  '/aanmelden action stepIn': {
    ...forEverybody(404),
    send: ({ town }) => ({ organisationId: town.id, personId: town.personId('ada') }),
  },
  '/aanmelden/code page': forEverybody(200),
  '/aanmelden/code action signInWithCode': {
    ...forEverybody(422),
    send: () => ({ address: 'nobody@nowhere.example', code: '000000' }),
  },
  '/aanmelden/link page': forEverybody(200),
  '/aanmelden/link action default': { ...forEverybody(422), send: () => ({ token: 'made-up' }) },
  '/aanmelden/kies page': {
    expect: ({ isSignedIn, jobs }) => {
      if (!isSignedIn) return { status: 303, to: '/aanmelden' };
      return jobs.length === 1 ? { status: 303, to: `/${jobs[0]!.town}` } : { status: 200 };
    },
  },
  '/aanmelden/uit page': forEverybody(200),
  '/aanmelden/uit action default': { ...forEverybody(303, '/aanmelden'), endsSession: true },
  '/naar/[question] GET': {
    expect: (visitor) => {
      if (!visitor.isSignedIn) return { status: 303, to: '/aanmelden?naar=%2Fnaar%2F' };
      return postIn(visitor, 'veurne') ? { status: 303, to: '/veurne/vragen/' } : { status: 404 };
    },
  },
  '/health GET': forEverybody(200),
  '/api/v1/openapi.json GET': forEverybody(200),
  '/api/[...path] fallback': forEverybody(404),
};

export const openRuleOf = ({ kind, address, line }: Route): OpenRule | undefined =>
  openRules[kind === 'data' ? `${address} page` : line];

export function openAttemptsAt(stage: Stage, route: Route): Attempt[] {
  const rule = openRuleOf(route);
  const visitors = stage.visitors.filter(({ isSignedIn }) => !(isSignedIn && rule?.endsSession));
  return rule ? visitors.map((visitor) => openAttempt(stage, { route, rule }, visitor)) : [];
}

function openAttempt(
  stage: Stage,
  { route, rule }: { route: Route; rule: OpenRule },
  visitor: Visitor,
): Attempt {
  const isPost = route.kind === 'action';
  const path = pathOf({ route }, { subject: stage.subjects.question[0] });
  const method = isPost ? 'POST' : 'GET';
  return {
    label: `${method} ${path} (${route.line}) as ${visitor.name}`,
    ...{ line: route.line, visitor: visitor.name, method, path },
    headers: { cookie: visitor.cookie, accept: 'text/html', ...(isPost ? { origin: stage.url } : {}) },
    body: isPost ? new URLSearchParams(rule.send?.(stage) ?? {}) : undefined,
    expected: { outcome: 'open', ...rule.expect(visitor) },
    ...{ reader: null, namesPeople: false, shows: [] },
  };
}

/** Addresses that look an id up before they know who asks: for whoever does not work where it leads. */
export const openPairs = (stage: Stage, routes: readonly Route[]): Pair[] =>
  routes
    .filter(({ line }) => line === '/naar/[question] GET')
    .flatMap((route) => openAttemptsAt(stage, route))
    .filter(({ visitor }) => !visitor.includes('of veurne'))
    .map((attempt) => pairOf(attempt, stage.subjects.question[0]!.id));
