// One colleague's beginning, for who welcomes people and on paper. Pure.
import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import type { Actor } from '#platform/actor.ts';
import type { HelperCard } from '#rooms/people/helper-shown.ts';
import { functionGroupLabel, functionGroupOf, type FunctionGroup } from '#rooms/people/function-group.ts';
import { fullName, type Name } from '#rooms/people/name.ts';
import {
  firstDayText,
  doerLabel,
  helpLine,
  shownStep,
  welcomeState,
  type Newcomer,
  type Step,
} from './shown.ts';
import { canTick, isTheirs, type Doer, type WelcomeItem } from './steps.ts';

type List = Name & {
  id: string;
  kind: 'newcomer' | 'coach';
  personId: string;
  unitIds: string[];
  beginsOn: string;
  isFinished: boolean;
  buddy: (Name & { personId: string }) | null;
  steps: Step[];
};

type Known = Newcomer & { functionTitle: string | null; functionGroup: FunctionGroup | null };

type Here = {
  newcomer: Known;
  lists: List[];
  wouldGet: WelcomeItem[];
  buddies: (Name & { personId: string })[];
  help: HelperCard | null;
  now: Date;
};

export const shownWelcome = ({ newcomer, lists, wouldGet, buddies, help, now }: Here, who: Actor) => ({
  person: {
    ...{ id: newcomer.personId, name: fullName(newcomer), hasEmail: newcomer.hasEmail },
    about: [newcomer.unitName, newcomer.functionTitle, firstDayText(newcomer.firstDay, now), helpLine(help)]
      .filter(Boolean)
      .join(' · '),
    group: functionGroupLabel(newcomer.functionGroup ?? functionGroupOf(newcomer.functionTitle)),
    isNew: newcomer.welcomeId === null,
    /** Nothing left yet: it can still be taken back. */
    mayTakeBack: newcomer.welcomeId !== null && (newcomer.invitedAt === null || newcomer.steps === 0),
    isSetAside: newcomer.welcomeId !== null && newcomer.invitedAt !== null && newcomer.steps === 0,
    state: welcomeState(newcomer, now),
  },
  lists: lists.map((list) => shownPersonList(list, who)),
  wouldGet: wouldGet.map(({ sentence, doer }) => ({ sentence, meta: doerLabel(doer) })),
  buddies: buddies.map((one) => ({ value: one.personId, label: fullName(one) })),
});

const shownPersonList = (list: List, who: Actor) => ({
  ...{ id: list.id, isCoach: list.kind === 'coach', isFinished: list.isFinished },
  title: list.kind === 'coach' ? m.welcome_list_of_coach() : m.welcome_list_of_newcomer(),
  since: list.kind === 'coach' ? m.welcome_coach_since({ day: formatDay(list.beginsOn) }) : null,
  buddyId: list.buddy?.personId ?? null,
  steps: list.steps.map((step) =>
    shownStep(step, {
      isOwn: list.personId === who.personId,
      isTheirs: isTheirs(who, { ...list, doer: step.doer }),
      mayTick: canTick(who, { ...list, doer: step.doer }),
    }),
  ),
});

type Paper = {
  newcomer: Newcomer;
  help: HelperCard | null;
  steps: readonly { sentence: string; doer: Doer; done?: boolean }[];
};

/** What is printed for one colleague. No secret, nothing of right now: it lies on a table for a week. */
export const shownCard = ({ newcomer, help, steps }: Paper, now: Date) => ({
  id: newcomer.personId,
  name: fullName(newcomer),
  unitName: newcomer.unitName,
  firstDay: firstDayText(newcomer.firstDay, now),
  helper: help && {
    name: fullName(help),
    about:
      help.reason.kind === 'own_coach'
        ? m.welcome_paper_own()
        : m.welcome_paper_other({ unit: help.unitName }),
    ...{ phone: help.phone, place: help.place },
  },
  steps: steps.map(({ sentence, doer, done }) => ({ sentence, doer: doerLabel(doer), done: done ?? false })),
});

export type ShownCard = ReturnType<typeof shownCard>;
