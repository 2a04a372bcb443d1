import { newId } from '#platform/ids.ts';
import { apiAttempt, apiOutcome, type ApiDoor } from './access-api.ts';
import { answersTo, type Answer } from './access-answers.ts';
import { attempt, outcomeAt, seenBy, type Attempt, type Door } from './access-attempts.ts';
import type { Callers } from './access-callers.ts';
import { reads } from './access-questions.ts';
import type { Stage } from './access-stage.ts';
import type { Subject } from './access-subjects.ts';
import { formerBrugge, postIn, type Slug, type Visitor } from './access-visitors.ts';

/** An attempt at what is there, but not for this visitor, and the same at what is nowhere. */
export type Pair = { there: Attempt; nowhere: Attempt; names: readonly [string, string] };

export const pairOf = (there: Attempt, name: string, other: string = newId()): Pair => ({
  ...{ there, names: [name, other] },
  nowhere: {
    ...{ ...there, path: there.path.replaceAll(name, other) },
    // An id may also be sent.
    body:
      there.body instanceof URLSearchParams
        ? new URLSearchParams(String(there.body).replaceAll(name, other))
        : there.body,
  },
});

/** A town by its name of today, and by the one it had before. */
const pairsOfTowns = (there: Attempt): Pair[] =>
  ['brugge', formerBrugge].map((name) =>
    pairOf({ ...there, path: there.path.replace('brugge', name) }, name, 'nergens'),
  );

/** In Veurne one of each role, elsewhere one in each town; and those who are nobody. */
const oneOfARole = (visitors: readonly Visitor[]): Visitor[] => {
  const jobOf = ({ jobs: [post], name }: Visitor) =>
    post?.town === 'veurne' ? post.roles.join() : (post?.town ?? name);
  return visitors.filter(
    (visitor, index) => visitors.findIndex((other) => jobOf(other) === jobOf(visitor)) === index,
  );
};

/** At an address with an id: whoever may not know of it. At one without: the address of a town not their own. */
export async function pairsAt(stage: Stage, door: Door): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (const visitor of oneOfARole(stage.visitors)) {
    const subjects: readonly Subject[] = door.rule.about ? stage.subjects[door.rule.about] : [];
    for (const slug of new Set<Slug>(['veurne', ...visitor.jobs.map(({ town }) => town)])) {
      const tries = subjects.map((subject) => ({
        visitor,
        slug,
        subject: seenBy(visitor, subject),
        trial: true,
      }));
      const hidden = tries.find((tried) => tried.subject.id && outcomeAt(door, tried) === 'hidden');
      if (hidden) pairs.push(pairOf(await attempt(stage, door, hidden), hidden.subject.id));
    }
    if (door.rule.about || postIn(visitor, 'brugge')) continue;
    const there = await attempt(stage, door, { visitor, slug: 'brugge', subject: undefined, trial: true });
    pairs.push(...pairsOfTowns(there));
  }
  return pairs;
}

/** The same for programs: an id, where a page of a list begins, or the address of another town. */
export function apiPairsAt(stage: Stage, door: ApiDoor, { forPeople, elsewhere, without }: Callers): Pair[] {
  const { about } = door.rule;
  const hidden = about && about !== 'question' ? stage.subjects[about] : [];
  const ofOthers = hidden.flatMap((subject) =>
    elsewhere.flatMap((caller) => {
      const to = { slug: caller.token!.town, subject };
      const there = apiAttempt(door, caller, to);
      return apiOutcome(door, caller, to) === 'hidden' ? [pairOf(there, subject.id)] : [];
    }),
  );
  const { question: questions } = stage.subjects;
  const ofQuestions = [...forPeople, ...elsewhere].flatMap((caller) => {
    const { slug, reader } = {
      slug: caller.token!.town,
      reader: { ...caller.person!.post!, byProgram: true },
    };
    const subject = questions.find((question) => slug !== 'veurne' || !reads(question, reader));
    if (!subject) return [];
    const there = apiAttempt(door, caller, { slug, subject });
    if (about === 'question')
      return apiOutcome(door, caller, { slug, subject }) === 'hidden' ? [pairOf(there, subject.id)] : [];
    const from = [subject.id, newId()].map((id) => btoa(id).replaceAll('=', '')) as [string, string];
    return door.rule.pages ? [pairOf({ ...there, path: `${there.path}&cursor=${from[0]}` }, ...from)] : [];
  });
  const subject = about && stage.subjects[about][0];
  const ofTowns = [...forPeople.slice(0, 3), ...without].flatMap((caller) =>
    pairsOfTowns(apiAttempt(door, caller, { slug: 'brugge', subject })),
  );
  return [...ofQuestions, ...ofOthers, ...ofTowns];
}

/** In what the two answers of a pair differ, but for the names themselves. */
export async function differences(stage: Stage, pairs: readonly Pair[]): Promise<string[]> {
  const there = await answersTo(
    stage,
    pairs.map((pair) => pair.there),
  );
  const nowhere = await answersTo(
    stage,
    pairs.map((pair) => pair.nowhere),
  );
  return pairs.flatMap(({ there: { label }, names }, index) => {
    const [one, other] = [there[index]!, nowhere[index]!];
    if (one.status !== other.status)
      return [`${label}: ${one.status}, but ${other.status} for what is nowhere`];
    const at = firstDifference(faceOf(one, names), faceOf(other, names));
    return at === null ? [] : [`${label}: ${at}`];
  });
}

/** Where two texts part, with a few words around it; null when they are the same. */
function firstDifference(one: string, other: string): string | null {
  if (one === other) return null;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const [here, there] = [one, other].map((text) => JSON.stringify(text.slice(Math.max(at - 40, 0), at + 40)));
  return `${here} there, ${there} nowhere`;
}

/** An answer without what is new in each: the names, the moment, the nonce of the page (and the sum over it). */
const faceOf = ({ text }: Answer, names: readonly string[]): string =>
  names
    .reduce((face, name) => face.replaceAll(name, 'NAME'), text)
    .replace(/^(date|content-length|etag): .*$/gm, '')
    .replace(/(asOf:|,)\d{13}\b/g, '$1MOMENT')
    .replace(/nonce-[\w+/=-]+|nonce="[^"]*"/g, 'NONCE')
    .replace(/"reference":"\w+"/, '');
