import { m } from '#messages';
import type { Actor } from '#platform/actor.ts';
import { markForm } from '#rooms/onboarding/forms.ts';
import { continueElsewhere, markSetUpStep, setUpHere } from '#rooms/onboarding/server/index.ts';
import { countOf, shownSteps } from '#rooms/onboarding/set-up-shown.ts';
import { peopleHere, sessionIdentity, unitsToCoach } from '#rooms/people/server/index.ts';
import { act } from '../act.ts';

export const load = async ({ locals: { who }, params, url }) => {
  const setUp = await setUpHere(who);
  return {
    steps: shownSteps(setUp),
    count: countOf(setUp),
    isReady: setUp.steps.every(({ state }) => state !== 'todo'),
    facts: await factsOf(who),
    closed: who.may('previewStaffList') ? [] : ['staff' as const],
    signInAt: `${url.origin}/aanmelden`,
    slug: params.organisation,
  };
};

async function factsOf(who: Actor) {
  const units = await unitsToCoach(who);
  const { total } = await peopleHere(who, { q: '', page: 1 });
  const withCoach = units.filter(({ coaches }) => coaches.length > 0).length;
  return {
    staff: total > 1 ? staffHere(total, units.length) : m.onboarding_step_staff_alone(),
    coaches: withCoach > 0 ? coachesHere(withCoach, units.length) : null,
  };
}

const staffHere = (people: number, units: number) =>
  units === 1
    ? m.onboarding_step_staff_here_one({ people })
    : m.onboarding_step_staff_here({ people, units });

const coachesHere = (some: number, all: number) =>
  some === all ? m.onboarding_step_coaches_everywhere() : m.onboarding_step_coaches_here({ with: some, all });

const marked = {
  done: 'onboarding_marked_done',
  skipped: 'onboarding_marked_skipped',
  todo: 'onboarding_marked_todo',
} as const;

export const actions = {
  markSetUpStep: (event) =>
    act(event, markForm, async (who, { step, mark }) => {
      await markSetUpStep(who, step, mark === 'todo' ? null : mark);
      return { to: `/${event.params.organisation}/inrichten`, done: marked[mark] };
    }),
  // The code is in this one answer only: in no address, and kept by no browser.
  continueElsewhere: async ({ locals: { who }, request }) => ({
    elsewhere: await continueElsewhere(who, await sessionIdentity(request.headers)),
  }),
};
