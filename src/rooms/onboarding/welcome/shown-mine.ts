// One's own beginning, and what one does for who begins nearby: on Start and on one's own page. Pure.
import { m } from '#messages';
import type { Actor } from '#platform/actor.ts';
import { fullName, type Name } from '#rooms/people/name.ts';
import { firstDayText, shownStep, type Step } from './shown.ts';
import { canTick, isTheirs } from './steps.ts';

type List = Name & {
  id: string;
  kind: 'newcomer' | 'coach';
  personId: string;
  unitIds: string[];
  unitName: string;
  beginsOn: string;
  isFinished: boolean;
  buddy: (Name & { personId: string }) | null;
  steps: Step[];
};

type Mine = { mine: List[]; near: List[]; now: Date };

export const shownMine = ({ mine, near, now }: Mine, who: Actor) => ({
  // Who was set aside has a list without steps: there is nothing to see of it.
  mine: mine
    .filter(({ steps }) => steps.length > 0)
    .map((list) => ({
      ...{ id: list.id, isFinished: list.isFinished, steps: stepsOf(list, who) },
      title: list.kind === 'coach' ? m.welcome_my_start_coach() : m.welcome_my_start(),
      text: list.kind === 'coach' ? m.welcome_my_start_coach_text() : m.welcome_my_start_text(),
      buddy: list.buddy && { id: list.buddy.personId, name: fullName(list.buddy) },
    })),
  near: near.map((list) => ({
    ...{ id: list.id, name: fullName(list) },
    // Of somebody else's list one only sees what one does oneself: nobody needs to be told on every line.
    steps: stepsOf(list, who).map((step) => (step.done ? step : { ...step, meta: '' })),
    meta: [list.unitName, firstDayText(list.beginsOn, now)].join(' · '),
  })),
});

const stepsOf = (list: List, who: Actor) =>
  list.steps.map((step) =>
    shownStep(step, {
      isOwn: list.personId === who.personId,
      isTheirs: isTheirs(who, { ...list, doer: step.doer }),
      mayTick: canTick(who, { ...list, doer: step.doer }),
    }),
  );

const shortList = 3;

/** The same on Start: the first things one can do, for as long as there are any. */
export const shownOnStart = (here: Mine, who: Actor) => {
  const { mine, near } = shownMine(here, who);
  return {
    mine: mine
      .filter(({ isFinished }) => !isFinished)
      .map(({ steps, ...list }) => ({
        ...list,
        todo: steps.filter(({ done, mayTick }) => !done && mayTick).slice(0, shortList),
      })),
    near: near.map(({ id, name, meta }) => ({ id, name, meta })),
  };
};

export type OnStart = ReturnType<typeof shownOnStart>;
