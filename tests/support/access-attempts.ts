import type { Role } from '#rooms/people/roles.ts';
import { relationsTo, type Reader } from './access-questions.ts';
import { mayKnock } from './access-rights.ts';
import type { Route } from './access-routes.ts';
import type { Fields, Outcome, Rule } from './access-rule.ts';
import { rules } from './access-rules.ts';
import type { Stage } from './access-stage.ts';
import type { Subject } from './access-subjects.ts';
import { postIn, type Slug, type Visitor } from './access-visitors.ts';

/** One request that somebody makes, and what must become of it. */
export type Attempt = {
  /** As a failure names it. */
  label: string;
  line: string;
  visitor: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: URLSearchParams | FormData | string;
  expected: Expected;
  /** Who reads the answer; null: nobody who works in the organisation of the address. */
  reader: Reader | null;
  namesPeople: boolean;
  namesUnits?: boolean;
  /** Words that the answer must show. */
  shows: readonly string[];
};

export type Expected = {
  /** In a word, for whoever reads a failure. */
  outcome: string;
  status: number;
  /** How the address begins to which it leads. */
  to?: string;
};

/** An address inside an organisation, with what is asked of it. */
export type Door = { route: Route; rule: Rule };

const home = '/[organisation]';

/** The rules of a line; of the data of a page those of the page. Null: nobody has said yet what is expected. */
export function rulesOf(route: Route): Rule[] | null {
  const line = route.kind === 'data' ? `${route.address} page` : route.line;
  const found = rules[line.slice(home.length)];
  return found ? [found].flat() : null;
}

export const isInside = ({ address }: Route): boolean => address === home || address.startsWith(`${home}/`);

export const doorsOf = (routes: readonly Route[]): Door[] =>
  routes.filter(isInside).flatMap((route) => (rulesOf(route) ?? []).map((rule) => ({ route, rule })));

/** Everybody at this door: at that of Veurne, and whoever works elsewhere also at their own, with an id of Veurne. */
export async function attemptsAt(stage: Stage, door: Door): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const visitor of stage.visitors)
    for (const slug of addressesFor(visitor, door))
      for (const subject of subjectsFor(stage, door, visitor))
        attempts.push(await attempt(stage, door, { visitor, slug, subject, trial: true }));
  return attempts;
}

/** Enough to see that an own page shows nothing of elsewhere, and that data are guarded as their page is. */
const samples: readonly Role[] = ['employee', 'coach', 'coordinator', 'admin'];

function addressesFor(visitor: Visitor, { route, rule }: Door): Slug[] {
  const isSample = visitor.jobs.some(({ roles }) => samples.includes(roles.at(-1)!));
  const isHere = visitor.jobs.length === 0 || postIn(visitor, 'veurne') !== undefined;
  const others = visitor.jobs.map(({ town }) => town).filter((town) => town !== 'veurne');
  const triesOwn = isSample || (rule.about !== undefined && route.kind !== 'data');
  const triesVeurne = isSample || isHere || route.kind !== 'data';
  return [...(triesVeurne ? (['veurne'] as const) : []), ...(triesOwn ? others : [])];
}

/** Who works in Veurne tries them all. For who does not, one of a kind is as good as another. */
function subjectsFor(stage: Stage, { route, rule }: Door, visitor: Visitor): (Subject | undefined)[] {
  if (!rule.about) return [undefined];
  const all: readonly Subject[] = stage.subjects[rule.about];
  const post = postIn(visitor, 'veurne');
  if (!post) return all.slice(0, 1);
  const isMain = !rule.isSide && route.kind === 'page';
  return all
    .filter(
      (subject) =>
        isMain || concerns(subject, post) || isOneOfSome(`${route.line} ${visitor.name} ${subject.id}`),
    )
    .map((subject) => seenBy(visitor, subject));
}

const concerns = (subject: Subject, post: Reader): boolean =>
  subject.kind !== 'question' || relationsTo(subject, post).length > 0;

const some = 4;

/** Whoever has nothing to do with a question finds nothing at any of its doors: a part of them is enough, here and there. */
const isOneOfSome = (text: string): boolean =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % some === 0;

/** Somebody's own page has their own id in its address. */
export const seenBy = (visitor: Visitor, subject: Subject): Subject =>
  subject.label === 'oneself' ? { ...subject, id: postIn(visitor, 'veurne')?.personId ?? '' } : subject;

export type Try = { visitor: Visitor; slug: Slug; subject: Subject | undefined; trial: boolean };

export async function attempt(stage: Stage, { route, rule }: Door, tried: Try): Promise<Attempt> {
  const { visitor, slug, subject } = tried;
  const path = pathOf({ route, rule }, { slug, subject });
  const outcome = outcomeAt({ route, rule }, tried);
  const isGet = route.kind === 'page' || route.kind === 'data' || route.name === 'GET';
  const sent = isGet ? undefined : await rule.send?.(stage, { subject, visitor, trial: tried.trial });
  const method = isGet ? 'GET' : route.kind === 'action' ? 'POST' : route.name;
  const signIn = `/aanmelden?naar=${encodeURIComponent(`/${slug}`)}`;
  return {
    label: `${method} ${path} (${[route.line, subject?.label].filter(Boolean).join(', ')}) as ${visitor.name}`,
    ...{ line: route.line, visitor: visitor.name, method, path },
    headers: {
      ...{ cookie: visitor.cookie, accept: 'text/html', ...rule.headers },
      ...(isGet ? {} : { origin: stage.url }),
    },
    body: isGet ? undefined : typeof sent === 'string' ? sent : bodyOf(sent ?? {}),
    expected: { outcome, status: statuses[outcome], to: outcome === 'sign in' ? signIn : undefined },
    reader: postIn(visitor, slug) ?? null,
    ...{ namesPeople: rule.namesPeople ?? false, namesUnits: rule.namesUnits },
    shows: outcome === 'opens' && subject?.words && !rule.query ? [subject.words] : [],
  };
}

/** The address with what stands in it: the slug, the id, and for an action its name. */
export function pathOf(
  { route, rule }: { route: Route; rule?: Rule },
  { slug = '', subject }: { slug?: string; subject?: Subject },
): string {
  const named = route.address
    .replace('[organisation]', slug)
    .replace(/\[([.\w]+)\]/g, (_, name: string) => subject?.params?.[name] ?? subject?.id ?? '');
  const query = (rule?.query ?? '').replace('[about]', subject?.id ?? '');
  if (route.kind === 'data') return `${named.replace(/\/$/, '')}/__data.json${query}`;
  // The one action of a page that has no name is where the page is.
  return route.kind === 'action' && route.name !== 'default' ? `${named}?/${route.name}` : `${named}${query}`;
}

/** The rules in their order: signed in, at work here, the right, whose it is, and what may be done with it. */
export function outcomeAt({ route, rule }: Door, { visitor, slug, subject }: Try): Outcome {
  if (!visitor.isSignedIn) return 'sign in';
  const post = postIn(visitor, slug);
  if (!post) return 'hidden';
  if (!mayKnock(post.roles, rule.verbs)) return 'refused';
  if (rule.only && !rule.only.some((role) => post.roles.includes(role))) return 'refused';
  if (subject && slug !== 'veurne') return rule.elsewhere ?? 'hidden';
  return rule.then?.(post, subject!) ?? (route.kind === 'action' ? 'done' : 'opens');
}

const statuses: Record<Outcome, number> = {
  ...{ opens: 200, 'leads on': 307, done: 303, 'sign in': 303 },
  ...{ 'leads back': 303, 'no stream': 406, nothing: 204 },
  ...{ refused: 403, hidden: 404, taken: 409, unusable: 422 },
};

function bodyOf(fields: Fields): URLSearchParams | FormData {
  const entries = Object.entries(fields);
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (texts.length === entries.length) return new URLSearchParams(texts);
  const form = new FormData();
  for (const [name, value] of entries) form.set(name, value);
  return form;
}
