import { outcomeAt, pathOf, type Attempt, type Expected } from './access-attempts.ts';
import { pairOf, type Pair } from './access-nowhere.ts';
import type { Route } from './access-routes.ts';
import type { Rule } from './access-rule.ts';
import { rules } from './access-rules.ts';
import type { Stage } from './access-stage.ts';
import type { Subject } from './access-subjects.ts';
import { postIn, type Visitor } from './access-visitors.ts';

/** What an address outside every organisation does, for whom. It shows nothing of anybody. */
type OpenRule = {
  expect: (visitor: Visitor, subject?: Subject) => Pick<Expected, 'status' | 'to'>;
  /** The kinds of which an id may stand in its address. */
  about?: readonly LinkedKind[];
  send?: (stage: Stage) => Record<string, string>;
  /** It would end the session of whoever has one. */
  endsSession?: boolean;
};

const forEverybody = (status: number, to?: string): OpenRule => ({ expect: () => ({ status, to }) });

/** What links in mails lead to, and the page of each. */
const linked = {
  question: '/vragen/[question]',
  tip: '/tips/[tip]',
  problem: '/bekende-problemen/[problem]',
  followUp: '/ik-kom-terug/[followUp]',
} as const;
type LinkedKind = keyof typeof linked;

/** A link leads those to a page who may read it there, and nobody else anywhere. */
function linkLeads(visitor: Visitor, subject: Subject): Pick<Expected, 'status' | 'to'> {
  const page = linked[subject.kind as LinkedKind];
  const route = { kind: 'page', name: '', address: `/[organisation]${page}`, line: `${page} page` } as Route;
  const rule = [rules[route.line] ?? []].flat()[0] as Rule;
  const outcome = outcomeAt({ route, rule }, { visitor, slug: 'veurne', subject, trial: true });
  if (outcome === 'sign in') return { status: 303, to: '/aanmelden?naar=%2Fnaar%2F' };
  return outcome === 'hidden'
    ? { status: 404 }
    : { status: 303, to: `/veurne${page.slice(0, page.indexOf('['))}${subject.id}` };
}

/** Every line of the route list that names no organisation; data is as its page. */
export const openRules: Record<string, OpenRule> = {
  '/ page': {
    expect: ({ isSignedIn }) => ({ status: 303, to: isSignedIn ? '/aanmelden/kies' : '/aanmelden' }),
  },
  // Only an empty installation has it done.
  '/ action loadDemo': forEverybody(409),
  '/ action openSetUp': { ...forEverybody(409), send: () => ({ code: 'bcdf-ghjk-mnpr' }) },
  '/inrichten page': forEverybody(303, '/'),
  '/inrichten action beginOrganisation': {
    ...forEverybody(303, '/'),
    send: () => ({ name: 'Dorp', firstName: 'Nele', lastName: 'Maes', email: 'nele@nowhere.example' }),
  },
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
    about: ['question', 'tip', 'problem', 'followUp'],
    expect: (visitor, subject) => linkLeads(visitor, subject!),
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
  if (!rule) return [];
  return visitors.flatMap((visitor) =>
    subjectsOf(stage, rule, visitor).map((subject) => openAttempt(stage, { route, rule, subject }, visitor)),
  );
}

/** Who works in Veurne tries them all. For who does not, one of a kind is as good as another. */
function subjectsOf(stage: Stage, { about }: OpenRule, visitor: Visitor): (Subject | undefined)[] {
  if (!about) return [undefined];
  const works = postIn(visitor, 'veurne') !== undefined;
  return about.flatMap((kind): readonly Subject[] => stage.subjects[kind].slice(0, works ? undefined : 1));
}

type OpenTry = { route: Route; rule: OpenRule; subject: Subject | undefined };

function openAttempt(stage: Stage, { route, rule, subject }: OpenTry, visitor: Visitor): Attempt {
  const isPost = route.kind === 'action';
  const path = pathOf({ route }, { subject: subject ?? stage.subjects.question[0] });
  const method = isPost ? 'POST' : 'GET';
  return {
    label: `${method} ${path} (${[route.line, subject?.kind, subject?.label].filter(Boolean).join(', ')}) as ${visitor.name}`,
    ...{ line: route.line, visitor: visitor.name, method, path },
    headers: { cookie: visitor.cookie, accept: 'text/html', ...(isPost ? { origin: stage.url } : {}) },
    body: isPost ? new URLSearchParams(rule.send?.(stage) ?? {}) : undefined,
    expected: { outcome: 'open', ...rule.expect(visitor, subject) },
    ...{ reader: null, namesPeople: false, shows: [] },
  };
}

/** Addresses that look an id up before they know who asks: for whoever may not read one, of each kind. */
export const openPairs = (stage: Stage, routes: readonly Route[]): Pair[] =>
  routes.flatMap((route) => {
    const rule = openRuleOf(route);
    if (!rule?.about) return [];
    return stage.visitors.flatMap((visitor) =>
      rule.about!.flatMap((kind) => {
        const hidden = (stage.subjects[kind] as readonly Subject[]).find(
          (subject) => visitor.isSignedIn && rule.expect(visitor, subject).status === 404,
        );
        return hidden
          ? [pairOf(openAttempt(stage, { route, rule, subject: hidden }, visitor), hidden.id)]
          : [];
      }),
    );
  });
