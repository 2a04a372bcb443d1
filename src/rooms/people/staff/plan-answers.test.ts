import { expect, test } from 'vitest';
import type { Answer } from './answers.ts';
import type { KnownHandEdit, KnownStaff } from './known.ts';
import type { StaffLine } from './list.ts';
import { planStaffImport } from './plan.ts';
import { aLine, applyPlan, nobody, options } from './plan.world.ts';

// Lists that contradict themselves about somebody, found by the property tests.

const plan = (staff: KnownStaff, lines: readonly StaffLine[], pairs: Record<string, Answer> = {}) =>
  planStaffImport(staff, { lines, unreadable: [] }, options, { pairs, endings: {} });

/** Every question is answered with 'same', as long as one brings the next. */
function allTheSame(staff: KnownStaff, lines: readonly StaffLine[]): Record<string, Answer> {
  const pairs: Record<string, Answer> = {};
  for (let round = 0; round < 4; round += 1)
    for (const { key } of plan(staff, lines, pairs).questions) pairs[key] = 'same';
  return pairs;
}

const nothing = { newEmployers: [], newUnits: [], added: [], changed: [], freed: [], noted: [] };
const maes = { number: '1', lastName: 'Maes', firstName: 'An' };
const bo = { lastName: 'De Vos', firstName: 'Bo' };

test('what a list says of a name that was set by hand does not swing between its lines', () => {
  const known = applyPlan(nobody, plan(nobody, [aLine(2, { ...maes, employer: 'OCMW' })]));
  const personId = known.people[0]!.id;
  const byHand: KnownHandEdit = {
    ...{ personId, appointmentId: null, field: 'firstName', listed: 'Bo', listedKnown: true },
  };
  const staff = { ...known, handEdits: [byHand] };
  const lines = [
    aLine(2, { ...maes, lastName: 'De Vos', employer: 'OCMW' }),
    aLine(3, maes),
    aLine(4, { ...maes, firstName: 'Bo', employer: '' }),
  ];
  const pairs = allTheSame(staff, lines);
  const next = applyPlan(staff, plan(staff, lines, pairs));
  expect(next.appointments.map((one) => one.personId)).toEqual([personId, personId, personId]);
  for (const answers of [pairs, {}]) expect(plan(next, lines, answers)).toMatchObject(nothing);
});

test('answers that would make one of two we know give neither the name of the other', () => {
  const an = aLine(3, { ...maes, email: 'an@stad.be' });
  const staff = applyPlan(nobody, plan(nobody, [aLine(2, { ...bo, number: '2' }), an]));
  // The number of the one, the address of the other.
  const both = aLine(4, { ...maes, number: '2', employer: 'OCMW', email: 'an@stad.be' });
  for (const here of [aLine(2, { ...bo, number: '2' }), { ...an, line: 2 }]) {
    const lines = [here, both];
    const pairs = allTheSame(staff, lines);
    expect(Object.keys(pairs)).toHaveLength(2);
    const done = plan(staff, lines, pairs);
    expect(done.undecided).toMatchObject([{ line: 4, reason: 'answers_clash' }]);
    expect([done.changed, done.added, done.unchanged]).toEqual([[], [], 1]);
  }
});

test('new lines that contradict each other do not both become somebody we know without a word', () => {
  const email = 'bo@stad.be';
  const twice = [aLine(2, { ...bo, email }), aLine(3, { ...bo, email, employer: 'OCMW' })];
  const staff = applyPlan(nobody, plan(nobody, twice, allTheSame(nobody, twice)));
  expect(staff.people).toHaveLength(1);
  // One has the address, the other the name, each under another of the numbers.
  const lines = [aLine(4, { ...maes, number: '3', email }), aLine(5, { ...bo, number: '2', employer: '' })];
  const asked = plan(staff, lines);
  expect(asked.undecided).toMatchObject([4, 5].map((line) => ({ line, reason: 'same_number' })));
  const pairs = allTheSame(staff, lines);
  expect(plan(applyPlan(staff, plan(staff, lines, pairs)), lines)).toMatchObject(nothing);
});
