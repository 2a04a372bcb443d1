// Beginning in words: who is new, where their list stands, what is done and by whom. Pure.
import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { localDay } from '#platform/days.ts';
import type { HelperCard } from '#rooms/people/helper-shown.ts';
import { functionGroupLabel } from '#rooms/people/function-group.ts';
import { fullName, type Name } from '#rooms/people/name.ts';
import {
  audiences,
  doers,
  isForCoachesOnly,
  type Audience,
  type Doer,
  type ShownBy,
  type WelcomeItem,
} from './steps.ts';

const doerLabels: Record<Doer, () => string> = {
  self: m.welcome_doer_self,
  coach: m.welcome_doer_coach,
  manager: m.welcome_doer_manager,
  hr: m.welcome_doer_hr,
  ict: m.welcome_doer_ict,
  coordinator: m.welcome_doer_coordinator,
};

export const doerLabel = (doer: Doer): string => doerLabels[doer]();

const audienceLabel = (audience: Audience): string =>
  audience === 'coach' ? m.welcome_for_coaches() : functionGroupLabel(audience);

export const doerOptions = () => doers.map((value) => ({ value, label: doerLabel(value) }));

export const audienceOptions = () => audiences.map((value) => ({ value, label: audienceLabel(value) }));

/** A line of the organisation's list: who does it, and for whom; those for coaches only stand in a list of their own. */
export const itemMeta = (item: WelcomeItem): string => {
  const { doer, groups } = item;
  const by = m.welcome_done_by({ doer: doerLabel(doer) });
  if (isForCoachesOnly(item)) return by;
  return `${by} · ${groups.length === 0 ? m.welcome_for_all() : groups.map(audienceLabel).join(', ')}`;
};

/** Who helps in somebody's unit and how to reach them, in sentences that stand on paper too: nothing of right now. */
export function helpSentences(card: HelperCard | null): string[] {
  if (!card) return [m.welcome_help_ask_around()];
  const name = fullName(card);
  const isOwn = card.reason.kind === 'own_coach';
  return [
    isOwn ? m.welcome_help_own({ name }) : m.welcome_help_other({ name, unit: card.unitName }),
    ...(card.phone ? [m.welcome_help_phone({ name, phone: card.phone })] : []),
    ...(card.place ? [m.welcome_help_place({ name, place: card.place })] : []),
  ];
}

export type Newcomer = Name & {
  personId: string;
  hasEmail: boolean;
  unitId: string;
  unitName: string;
  firstDay: string;
  importId: string | null;
  listedAt: Date | null;
  welcomeId: string | null;
  invitedAt: Date | null;
  steps: number;
  done: number;
};

/** Where somebody's welcome stands, in one line. */
export function welcomeState(newcomer: Newcomer, now: Date): string {
  if (!newcomer.welcomeId) return m.welcome_state_new();
  const { steps, done } = newcomer;
  const ready = steps > 0 ? m.welcome_state_steps({ done, steps }) : m.welcome_state_no_steps();
  return `${invitationState(newcomer, now)} · ${ready}`;
}

function invitationState({ hasEmail, invitedAt, firstDay }: Newcomer, now: Date): string {
  if (invitedAt) return m.welcome_state_invited({ day: formatDay(invitedAt) });
  if (!hasEmail) return m.welcome_state_paper();
  return firstDay > localDay(now)
    ? m.welcome_state_later({ day: formatDay(firstDay) })
    : m.welcome_state_leaves();
}

export const helpLine = (card: HelperCard | null | undefined): string => {
  if (!card) return m.welcome_no_coach_line();
  const name = fullName(card);
  return card.reason.kind === 'own_coach' ? m.welcome_coach_line({ name }) : m.welcome_other_line({ name });
};

const shownNewcomer = (newcomer: Newcomer, help: HelperCard | undefined, now: Date) => ({
  personId: newcomer.personId,
  name: fullName(newcomer),
  isWelcomed: newcomer.welcomeId !== null,
  meta: [newcomer.unitName, firstDayText(newcomer.firstDay, now), helpLine(help)].join(' · '),
  state: welcomeState(newcomer, now),
});

export const firstDayText = (day: string, now: Date): string =>
  day > localDay(now) ? m.welcome_begins({ day: formatDay(day) }) : m.welcome_began({ day: formatDay(day) });

type Here = {
  newcomers: readonly Newcomer[];
  helps: ReadonlyMap<string, HelperCard>;
  now: Date;
};

/** Those who came with one list stand together; the newest list first, who was added by hand last. */
export function newcomerGroups({ newcomers, helps, now }: Here) {
  const byList = Map.groupBy(newcomers, ({ importId }) => importId);
  return [...byList]
    .map(([importId, all]) => ({ importId, all, at: all[0]?.listedAt ?? null }))
    .toSorted((a, b) => (b.at?.getTime() ?? -Infinity) - (a.at?.getTime() ?? -Infinity))
    .map(({ importId, all, at }) => ({
      id: importId ?? 'hand',
      title: at ? m.welcome_group_list({ day: formatDay(at) }) : m.welcome_group_hand(),
      people: all.map((one) => shownNewcomer(one, helps.get(one.unitId), now)),
    }));
}

export type ShownGroup = ReturnType<typeof newcomerGroups>[number];

export const shownCoachBeginning = (
  coach: Name & { personId: string; since: string; buddy: Name | null; steps: number; done: number },
) => ({
  personId: coach.personId,
  name: fullName(coach),
  meta: [
    m.welcome_coach_since({ day: formatDay(coach.since) }),
    coach.buddy ? m.welcome_buddy_is({ name: fullName(coach.buddy) }) : m.welcome_buddy_none(),
    m.welcome_state_steps({ done: coach.done, steps: coach.steps }),
  ].join(' · '),
});

export type Step = {
  id: string;
  sentence: string;
  doer: Doer;
  shownBy: ShownBy | null;
  done: boolean;
  tickedAt: Date | null;
  tickedBy: Name | null;
};

const shownByPage: Record<ShownBy, string> = { card: '/ik/kaart', hours: '/ik/uren', drop_in: '/ik/inloop' };

/** A step, who does it, and how it was done. What shows by itself has the page on which one does it, for oneself. */
export const shownStep = (step: Step, reader: { isOwn: boolean; isTheirs: boolean; mayTick: boolean }) => ({
  id: step.id,
  sentence: step.sentence,
  done: step.done,
  page: reader.isOwn && step.shownBy && !step.done ? shownByPage[step.shownBy] : null,
  /** Nobody ticks what is there. */
  mayTick: reader.mayTick && !(step.done && !step.tickedAt),
  meta: step.done
    ? step.tickedAt
      ? tickedText(step.tickedAt, step.tickedBy)
      : m.welcome_step_shown()
    : reader.isTheirs
      ? m.welcome_doer_you()
      : doerLabel(step.doer),
});

export type ShownStep = ReturnType<typeof shownStep>;

const tickedText = (at: Date, by: Name | null): string =>
  by
    ? m.welcome_ticked_by({ name: fullName(by), day: formatDay(at) })
    : m.welcome_ticked({ day: formatDay(at) });

type List = { own: boolean; items: readonly (WelcomeItem & { id?: string })[] };

/** The organisation's list: for who is new, and for who becomes a coach. Only an own one can be changed. */
export function shownList({ own, items }: List) {
  const lines = items.map((item, at) => ({
    ...{ id: item.id ?? null, key: item.id ?? String(at), sentence: item.sentence, meta: itemMeta(item) },
    forCoach: isForCoachesOnly(item),
  }));
  return {
    own,
    lists: [
      { title: m.welcome_list_newcomers(), lines: lines.filter(({ forCoach }) => !forCoach) },
      { title: m.welcome_list_coaches(), lines: lines.filter(({ forCoach }) => forCoach) },
    ].filter((list) => list.lines.length > 0),
  };
}

export type WelcomeTodo = { title: string; meta: string; to: string };

type Waiting = Here & { coaches: readonly (Name & { personId: string; buddy: Name | null })[] };

/** What waits for who welcomes people: things to do, no figures of anybody. `listWaits`: a staff list to look at. */
export function welcomeTodo(here: Waiting, listWaits: boolean): WelcomeTodo[] {
  const waiting = here.newcomers.filter(({ welcomeId }) => !welcomeId);
  return [
    ...(listWaits
      ? [{ title: m.welcome_list_waits(), meta: m.welcome_list_waits_text(), to: '/personeelslijst' }]
      : []),
    ...newcomerGroups({ ...here, newcomers: waiting }).map(({ title, people }) => ({
      ...{ title, meta: m.welcome_waiting({ count: people.length }), to: '/onthaal' },
    })),
    ...unitsWithoutCoach({ ...here, newcomers: waiting }),
    ...here.coaches
      .filter(({ buddy }) => !buddy)
      .map((coach) => ({
        ...{ title: m.welcome_coach_new({ name: fullName(coach) }), meta: m.welcome_buddy_none() },
        to: `/onthaal/${coach.personId}`,
      })),
  ];
}

/** Where somebody begins in a unit that has no coach of its own. */
function unitsWithoutCoach({ newcomers, helps }: Here): WelcomeTodo[] {
  const units = new Map(newcomers.map(({ unitId, unitName }) => [unitId, unitName]));
  return [...units].flatMap(([unitId, unit]) => {
    const help = helps.get(unitId);
    if (!help || help.reason.kind === 'own_coach') return [];
    const meta = m.welcome_unit_helped({ name: fullName(help) });
    return [{ title: m.welcome_unit_without({ unit }), meta, to: '/wie-helpt-waar' }];
  });
}
