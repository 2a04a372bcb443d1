import { formatDay } from '#platform/dates.ts';
import { fullName, type Name } from '../name.ts';
import type { ChangedField, FieldChange } from './changes.ts';
import { doubtSentence } from './doubt-sentence.ts';
import { fieldLabel, unreadableSentence } from './labels.ts';
import { countsOf } from './outcome.ts';
import type { Place } from './places.ts';
import type { StaffPlan } from './plan.ts';

/** More than this nobody reads through; how many there are is always said. */
const longestList = 500;

export type Shown<Row> = { rows: Row[]; total: number };

const shortened = <Row>(all: readonly Row[]): Shown<Row> => ({
  rows: all.slice(0, longestList),
  total: all.length,
});

/** A plan as the page shows it: by line of the file, in words. */
export const shownPlan = (plan: StaffPlan, people: ReadonlyMap<string, Name>) => ({
  counts: countsOf(plan),
  undecided: shortened(
    plan.undecided.map((one) => ({
      line: one.line,
      name: fullName(one.staff),
      why: doubtSentence(one, (id) => nameIn(people, id)),
    })),
  ),
  unreadable: shortened(plan.unreadable.map((one) => ({ line: one.line, why: unreadableSentence(one) }))),
  changed: shortened(
    plan.changed.map((one) => ({
      line: one.line,
      name: nameIn(people, one.personId) ?? fullName(one.staff),
      changes: one.changes.map(shownChange),
    })),
  ),
  added: shortened(
    plan.added.map((one) => ({
      line: one.line,
      name: fullName(one.person),
      unit: pathOf(one.place),
      employer: one.employer,
      isExtra: one.personId !== null || one.samePersonAs !== null,
      changes: one.changes.map(shownChange),
    })),
  ),
  newUnits: shortened(plan.newUnits.map((unit) => pathOf(unit))),
  newEmployers: shortened(plan.newEmployers),
});

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

const days: readonly ChangedField[] = ['startsOn', 'endsOn'];

const shownValue = (field: ChangedField, value: string | null) =>
  value !== null && days.includes(field) ? formatDay(value) : value;
