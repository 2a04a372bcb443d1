// Somebody's leaving in words: what passes on, to whom it can go, and what is left to do. Pure.
import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { themeLabel } from '#rooms/organisations/themes.ts';
import {
  whoCanStandIn,
  type Heir,
  type LeavingHere,
  type LeavingKind,
  type LeavingStanding as Standing,
} from './leaving.ts';
import { fullName } from './name.ts';

type Option = { value: string; label: string };

const nobody = (label: string): Option => ({ value: '', label });

const optionOf = (heir: Heir): Option => ({ value: heir.id, label: fullName(heir) });

/** What happens by itself, in sentences. */
function alone({ helps, own, firstName, lastName }: LeavingHere, { kept }: Standing): string[] {
  if (!helps) return [];
  const name = fullName({ firstName, lastName });
  const { questions } = kept;
  const waiting =
    questions === null || questions === undefined
      ? [m.people_leaving_questions()]
      : questions === 1
        ? [m.people_leaving_question()]
        : questions > 0
          ? [m.people_leaving_questions_count({ count: questions })]
          : [];
  const moves = waiting.length > 0 ? [...waiting, m.people_leaving_cover()] : [];
  const buddy = kept.buddyOf ? [m.people_leaving_buddy()] : [];
  return own
    ? [...moves, ...buddy, m.people_leaving_own_promises(), m.people_leaving_own_guidance()]
    : [...moves, ...buddy, m.people_leaving_promises({ name }), m.people_leaving_guidance({ name })];
}

/** What somebody else keeps from then on: tips, and known problems that are not over. */
function keepers({ standing, kind, name }: { standing: Standing; kind: LeavingKind; name: string }) {
  const { tips, problems } = standing.kept;
  if (!tips && !problems) return null;
  const known = standing.heirs.filter(({ id }) => id === standing.keeperId).concat(standing.heirs);
  const options = [...new Map(known.map((heir) => [heir.id, optionOf(heir)])).values()];
  return {
    label: [
      tips === 1 ? m.people_leaving_tip() : tips ? m.people_leaving_tips({ count: tips }) : null,
      problems === 1
        ? m.people_leaving_problem()
        : problems
          ? m.people_leaving_problems({ count: problems })
          : null,
    ]
      .filter(Boolean)
      .join(' · '),
    options:
      kind === 'coach'
        ? [nobody(m.people_leaving_keeps_on({ name })), ...options]
        : options.some(({ value }) => value === standing.keeperId)
          ? options
          : [nobody(m.people_leaving_by_itself()), ...options],
    chosen: kind === 'coach' ? '' : (standing.keeperId ?? ''),
  };
}

const dropInsTo = ({ dropIns, heirs }: Standing) =>
  dropIns === 0
    ? null
    : {
        label: dropIns === 1 ? m.people_leaving_drop_in() : m.people_leaving_drop_ins({ count: dropIns }),
        options: [
          nobody(m.people_leaving_drop_ins_stop()),
          ...heirs.filter((one) => one.isCoach).map(optionOf),
        ],
        chosen: '',
      };

const standsIn = ({ standsInFor, heirs, standsInId }: Standing) =>
  standsInFor.length === 0
    ? null
    : {
        label: m.people_leaving_stands_in({ names: standsInFor.map((one) => fullName(one)).join(', ') }),
        options: [nobody(m.people_leaving_nobody_yet()), ...whoCanStandIn(standsInFor, heirs).map(optionOf)],
        chosen: standsInId ?? '',
      };

function shownStanding(here: LeavingHere, standing: Standing, kind: LeavingKind) {
  const name = fullName(here);
  return {
    alone: alone(here, standing),
    fields: {
      keeperId: keepers({ standing, kind, name }),
      dropInsTo: dropInsTo(standing),
      standsInId: standsIn(standing),
    },
    lastCoordinator: standing.lastCoordinator ? m.people_leaving_last_coordinator() : null,
    themes:
      standing.themes.length > 0
        ? m.people_leaving_themes({ themes: standing.themes.map(themeLabel).join(', ') })
        : null,
    unitsWithout: standing.unitsWithout,
    posters: standing.posters.map(({ unitId, unitName, places }) => ({
      ...{ id: unitId, title: unitName, meta: places.join(' · ') },
    })),
  };
}

export type Thought = { kind: LeavingKind; lastDay: string };

/** For the page; `thought` is what was chosen on the first screen. */
export function shownLeaving(here: LeavingHere, thought: Thought | null) {
  const { personId, own, kinds, plan, standing, today } = here;
  const leaves = thought ?? plan;
  const day = leaves && formatDay(leaves.lastDay);
  const name = fullName(here);
  const said = {
    coach: own ? m.people_leaving_own_coach : m.people_leaving_says_coach,
    job: own ? m.people_leaving_own_job : m.people_leaving_says_job,
  };
  return {
    ...{ personId, name, own, kinds, today, thought },
    plan: plan && { kind: plan.kind, lastDay: plan.lastDay, cancellable: plan.cancellable },
    says: leaves && day ? said[leaves.kind]({ name, day }) : null,
    standing: leaves && standing && shownStanding(here, standing, leaves.kind),
    chosen: {
      keeperId: plan?.keeperId ?? null,
      dropInsTo: plan?.dropInsTo ?? null,
      standsInId: plan?.standsInId ?? null,
      word: own ? null : (plan?.word ?? null),
    },
  };
}

export type ShownLeaving = ReturnType<typeof shownLeaving>;

/** For the own page: what is planned and, on the last day, a thank-you. */
export function shownOwnLeaving(leaving: {
  kind: string;
  lastDay: string;
  today: string;
  word: string | null;
}) {
  const day = formatDay(leaving.lastDay);
  return {
    isCoach: leaving.kind === 'coach',
    says: leaving.kind === 'coach' ? m.people_leaving_own_coach({ day }) : m.people_leaving_own_job({ day }),
    thanks:
      leaving.lastDay === leaving.today
        ? [m.people_thanks_line(), m.people_thanks_more(), ...(leaving.word ? [leaving.word] : [])]
        : [],
  };
}
