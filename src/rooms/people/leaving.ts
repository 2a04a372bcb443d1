// Who stops as a coach, or goes from here: which days, who may say so, and to whom what they kept goes. Pure.
import * as v from 'valibot';
import type { Actor } from '#platform/actor.ts';
import { dayOf, localDay } from '#platform/days.ts';
import type { Theme } from '#rooms/organisations/themes.ts';
import type { Name } from './name.ts';

/** 'coach': helps no longer, and works here on. 'job': works here no longer. */
export const leavingKinds = ['coach', 'job'] as const;

export type LeavingKind = (typeof leavingKinds)[number];

type Planner = Pick<Actor, 'kind' | 'personId' | 'roles'>;

/** A coach says it of themself; that somebody works here no longer is said by who keeps people right. */
export const canPlanLeaving = (
  { kind: actor, personId: own, roles }: Planner,
  { personId, kind }: { personId: string; kind: LeavingKind },
): boolean =>
  actor === 'system' ||
  roles.some((role) => ['coordinator', 'hr', 'admin'].includes(role.kind)) ||
  (own === personId && kind === 'coach');

function isDay(text: string): boolean {
  try {
    return dayOf(text).name === text;
  } catch {
    return false;
  }
}

const lastDay = v.optional(
  v.pipe(
    v.string(),
    v.trim(),
    v.check((text) => text === '' || isDay(text), 'people_day_unusable'),
  ),
  '',
);

const somebody = v.optional(
  v.pipe(
    v.string(),
    v.transform((id) => id || null),
  ),
  '',
);

/** The first screen: what, and the last day. Messages are keys of messages/nl.json. */
export const leavingForm = v.object({
  kind: v.picklist(leavingKinds, 'people_leaving_kind_missing'),
  lastDay: v.pipe(
    lastDay,
    v.check((text) => text !== '', 'people_leaving_day_missing'),
  ),
});

/** And the second: to whom what they kept goes, and a line for the thank-you. */
export const leavingPlanForm = v.object({
  ...leavingForm.entries,
  keeperId: somebody,
  dropInsTo: somebody,
  standsInId: somebody,
  word: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(500, 'ui_too_long'),
      v.transform((text) => text || null),
    ),
    '',
  ),
});

/** `keeperId`: who keeps their tips and known problems; null: the one who fits best on the day. */
export type LeavingPlan = v.InferOutput<typeof leavingPlanForm>;

type Works = { appointments: readonly { startsOn: string | null; endsOn: string | null }[]; now: Date };

/** Whoever works here today can leave. */
export const worksToday = ({ appointments, now }: Works): boolean =>
  appointments.some(
    ({ startsOn, endsOn }) =>
      (startsOn === null || startsOn <= localDay(now)) && (endsOn === null || endsOn >= localDay(now)),
  );

/** Who can take something over: `isCoach` walk-in moments too, `near` helps the same units. */
export type Heir = Name & { id: string; isCoach: boolean; near: boolean };

/** Who can stand in for these: nobody for themself, and of several each for the others. */
export const whoCanStandIn = <One extends { id: string }>(
  these: readonly { id: string }[],
  heirs: One[],
): One[] => heirs.filter(({ id }) => these.some((one) => one.id !== id));

/** What stands with somebody who leaves. `kept.questions` is null for who may not know how many. */
export type LeavingStanding = {
  kept: Record<string, number | null>;
  dropIns: number;
  standsInFor: (Name & { id: string })[];
  /** For which nobody else is expert. */
  themes: Theme[];
  unitsWithout: { id: string; name: string }[];
  /** Where a sheet with their name may hang. */
  posters: { unitId: string; unitName: string; places: string[] }[];
  lastCoordinator: boolean;
  heirs: Heir[];
  /** Who keeps what they leave when nobody is chosen, and who would stand in for whom they stood in for. */
  keeperId: string | null;
  standsInId: string | null;
};

/** Somebody's leaving as who plans it sees it. `kinds`: what this reader may plan for them. */
export type LeavingHere = Name & {
  personId: string;
  helps: boolean;
  own: boolean;
  kinds: LeavingKind[];
  plan:
    | (Omit<LeavingPlan, 'kind'> & {
        kind: LeavingKind;
        /** One that came with a staff list, or with a last day set by hand, is changed there. */
        cancellable: boolean;
      })
    | null;
  standing: LeavingStanding | null;
  today: string;
};
