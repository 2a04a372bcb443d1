import type { RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actor } from '#platform/actor.ts';
import { Invalid } from '#platform/errors.ts';
import { sentence } from '#platform/sentences.ts';
import { leavingForm, leavingPlanForm } from '#rooms/people/leaving.ts';
import { shownLeaving, type Thought } from '#rooms/people/leaving-shown.ts';
import { cancelLeaving, leavingHere, planLeaving } from '#rooms/people/server/index.ts';
import { act } from '../act.ts';

type Target = { personId: string; to: string };

/**
 * Somebody's leaving, for the page of a colleague and for one's own. In the address stands what was chosen on the first
 * screen; what cannot be used of it is said there.
 */
export async function leavingFor(who: Actor, { personId, url }: { personId: string; url: URL }) {
  const { typed, thought, problems } = thoughtIn(url);
  try {
    const shown = shownLeaving(await leavingHere(who, personId, thought), thought);
    return { ...shown, typed, problems, changes: url.searchParams.has('wijzig') };
  } catch (error) {
    if (!(error instanceof Invalid) || !thought) throw error;
    const shown = shownLeaving(await leavingHere(who, personId), null);
    return { ...shown, typed, problems: sentences(error.problems), changes: true };
  }
}

const longest = 40;

function thoughtIn({ searchParams }: URL) {
  const of = (name: string) => searchParams.get(name)?.replaceAll('\u0000', '').slice(0, longest);
  const typed = { kind: of('kind') ?? '', lastDay: of('lastDay') ?? '' };
  const nothing = !searchParams.has('kind') && !searchParams.has('lastDay');
  const read = v.safeParse(leavingForm, { ...typed, kind: typed.kind || undefined });
  if (nothing || read.success)
    return { typed, thought: read.success ? (read.output as Thought) : null, problems: {} };
  const problems = Object.fromEntries(
    read.issues.map((issue) => [String(issue.path?.[0]?.key ?? ''), issue.message]),
  );
  return { typed, thought: null, problems: sentences(problems) };
}

const sentences = (problems: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, sentence(key)]));

export const leavingActions = {
  plan: (event: RequestEvent, { personId, to }: Target) =>
    act(event, leavingPlanForm, async (who, plan) => {
      await planLeaving(who, personId, plan);
      return { to, done: 'people_done_leaving' };
    }),
  cancel: (event: RequestEvent, { personId, to }: Target) =>
    act(event, v.object({}), async (who) => {
      await cancelLeaving(who, personId);
      return { to, done: 'people_done_leaving_cancelled' };
    }),
};
