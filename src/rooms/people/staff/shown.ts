import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { shortened } from './shorten.ts';
import { fullName, type Name } from '../name.ts';
import type { FieldChange } from './changes.ts';
import { doubtSentence } from './doubt-sentence.ts';
import { fieldLabel, unreadableSentence } from './labels.ts';
import { countsOf, type StaffOutcome } from './outcome.ts';
import type { Place } from './places.ts';
import type { StaffPlan } from './plan.ts';

/** A plan as the page shows it: by line of the file, in words. */
export const shownPlan = (plan: StaffPlan, people: ReadonlyMap<string, Name>) => ({
  counts: countsOf(plan),
  says: whatItDoes(countsOf(plan)),
  open: {
    questions: plan.questions.filter(({ answer }) => answer === null).length,
    answered: plan.questions.filter(({ answer }) => answer !== null).length,
    endings: plan.endings.reduce((sum, group) => sum + group.people.length, 0),
    unsure: plan.endings.filter(({ isMany, ends }) => isMany && !ends).length,
  },
  ended: shortened(stopsIn(plan), ({ personId, employer, number, day }) => ({
    name: nameIn(people, personId) ?? '',
    employer: employer ?? m.people_import_number_passed({ number }),
    day: formatDay(day),
  })),
  kept: shortened(plan.kept, ({ personId, field, from, to }) => ({
    ...{ name: nameIn(people, personId) ?? '', field: fieldLabel(field) },
    ...{ here: shownValue(field, from), listed: shownValue(field, to) },
  })),
  withoutEmail: shortened(plan.withoutEmail, ({ line, email, ownerId, ownerLine }) => ({
    ...{ line, email },
    owner: (ownerId && nameIn(people, ownerId)) ?? m.people_pair_line({ line: ownerLine ?? 0 }),
  })),
  undecided: shortened(plan.undecided, (one) => ({
    line: one.line,
    name: fullName(one.staff),
    why: doubtSentence(one, (id) => nameIn(people, id)),
  })),
  unreadable: shortened(plan.unreadable, (one) => ({ line: one.line, why: unreadableSentence(one) })),
  changed: shortened(plan.changed, (one) => ({
    line: one.line,
    name: nameIn(people, one.personId) ?? fullName(one.staff),
    changes: one.changes.map(shownChange),
  })),
  added: shortened(plan.added, (one) => ({
    line: one.line,
    name: fullName(one.person),
    unit: pathOf(one.place),
    employer: one.employer,
    isExtra: one.personId !== null || one.samePersonAs !== null,
    changes: one.changes.map(shownChange),
  })),
  newUnits: shortened(plan.newUnits, pathOf),
  newEmployers: shortened(plan.newEmployers, (name) => name),
});

/** Whose appointment ends. `employer` is null for one of which the number became somebody else's. */
const stopsIn = ({ endings, freed }: StaffPlan) => [
  ...endings.flatMap(({ ends, employer, lastDay: day, people }) =>
    ends ? people.map(({ personId, number }) => ({ personId, number, employer, day })) : [],
  ),
  ...freed.map(({ personId, number, endsOn: day }) => ({ personId, number, employer: null, day })),
];

/** In one sentence, what taking the list over does; null when that is nothing. */
export function whatItDoes(counts: StaffOutcome): string | null {
  const extra = counts.appointments - counts.people;
  const parts = [
    counts.people > 0 ? m.people_import_new({ count: counts.people }) : '',
    extra > 0 ? m.people_import_second({ count: extra }) : '',
    counts.changed > 0 ? m.people_import_changes({ count: counts.changed }) : '',
    counts.ended ? m.people_import_stops({ count: counts.ended }) : '',
    counts.units > 0 ? m.people_import_done_units({ count: counts.units }) : '',
  ].filter(Boolean);
  return parts.length === 0 ? null : new Intl.ListFormat('nl-BE').format(parts);
}

export type ShownPlan = ReturnType<typeof shownPlan>;
export type ShownChange = ReturnType<typeof shownChange>;

function nameIn(people: ReadonlyMap<string, Name>, id: string): string | null {
  const name = people.get(id);
  return name ? fullName(name) : null;
}

const pathOf = ({ parentName, name }: Pick<Place, 'parentName' | 'name'>) =>
  parentName === null ? name : `${parentName} / ${name}`;

const shownChange = ({ field, from, to }: FieldChange) => ({
  field: fieldLabel(field),
  from: shownValue(field, from),
  to: shownValue(field, to),
});

const days: readonly FieldChange['field'][] = ['startsOn', 'endsOn'];

const shownValue = (field: FieldChange['field'], value: string | null) =>
  value !== null && days.includes(field) ? formatDay(value) : value;
