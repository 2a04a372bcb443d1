import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noAnswers, type Answer, type Answers } from './answers.ts';
import { foldNumber } from './fold.ts';
import type { KnownStaff } from './known.ts';
import type { StaffLine } from './list.ts';
import { planStaffImport, type StaffPlan } from './plan.ts';
import { known, lines } from './plan.random.fixture.ts';
import { applyPlan, brokenRules, nobody, options } from './plan.world.ts';

const runs = { numRuns: 1000 };
const staffs = fc.oneof(fc.constant(nobody), known);
const lastDay = '2026-11-22';

type Choosing = { pairs: (Answer | null)[]; ends: boolean };
const choosing: fc.Arbitrary<Choosing> = fc.record({
  pairs: fc.array(fc.constantFrom<(Answer | null)[]>('same', 'other', null), { minLength: 1, maxLength: 5 }),
  ends: fc.boolean(),
});

const plan = (staff: KnownStaff, list: readonly StaffLine[], answers: Answers) =>
  planStaffImport(staff, { lines: list, unreadable: [] }, options, answers);

/** What somebody answers who goes through the questions a few times: one answer brings the next question. */
function answered(staff: KnownStaff, list: readonly StaffLine[], { pairs, ends }: Choosing): Answers {
  const given = {
    pairs: {} as Record<string, Answer>,
    endings: {} as Record<string, Answers['endings'][string]>,
  };
  for (let round = 0; round < 4; round += 1) {
    const { questions, endings } = plan(staff, list, given);
    questions.forEach(({ key }, at) => {
      const answer = pairs[at % pairs.length] ?? null;
      if (answer) given.pairs[key] ??= answer;
    });
    for (const { employerId, people } of endings)
      given.endings[employerId] = { ends, lastDay, sureOf: people.length };
  }
  return given;
}

const idle = { newEmployers: [], newUnits: [], added: [], changed: [], freed: [], noted: [] };
const ending = ({ endings }: StaffPlan) => endings.filter(({ ends }) => ends);

test('however it was answered: carried out and planned again, the same file finds nothing', () => {
  fc.assert(
    fc.property(staffs, lines, choosing, (staff, list, choices) => {
      const answers = answered(staff, list, choices);
      const first = plan(staff, list, answers);
      const next = applyPlan(staff, JSON.parse(JSON.stringify(first)) as StaffPlan);
      expect(brokenRules(next)).toEqual([]);
      const again = plan(next, list, answers);
      expect(again).toMatchObject(idle);
      expect(ending(again)).toEqual([]);
      // The answers go with their list; next month's list starts without them, and finds what was carried out.
      const left = new Set(first.undecided.map(({ line }) => line));
      const { added, changed } = plan(next, list, noAnswers);
      expect([...added, ...changed].filter(({ line }) => !left.has(line))).toEqual([]);
    }),
    runs,
  );
});

test('whoever was told apart is not asked about again', () => {
  fc.assert(
    fc.property(fc.constant(nobody), lines, (staff, all) => {
      const list = all.filter(
        ({ number }, at) => all.findIndex((one) => foldNumber(one.number) === foldNumber(number)) === at,
      );
      const answers = answered(staff, list, { pairs: ['other'], ends: false });
      const done = plan(staff, list, answers);
      fc.pre(done.undecided.every(({ reason }) => reason === 'repeated_line' || reason === 'already_ended'));
      const next = applyPlan(staff, done);
      expect(plan(next, list, noAnswers).questions).toEqual([]);
    }),
    runs,
  );
});

test('no two people we know become one, and what was set by hand stays', () => {
  fc.assert(
    fc.property(known, lines, choosing, (staff, list, choices) => {
      const done = plan(staff, list, answered(staff, list, choices));
      const next = applyPlan(staff, done);
      const freed = new Set<string | null>(done.freed.map((one) => one.appointmentId));
      for (const { id, personId } of staff.appointments)
        expect(next.appointments.find((one) => one.id === id)?.personId).toBe(personId);
      for (const { personId, appointmentId, field } of staff.handEdits ?? []) {
        if (freed.has(appointmentId)) continue;
        const key = field === 'unit' ? 'unitId' : field;
        const valueIn = ({ people, appointments }: KnownStaff): unknown => {
          const rows: readonly object[] = appointmentId === null ? people : appointments;
          const row = rows.find((one) => 'id' in one && one.id === (appointmentId ?? personId));
          return (row as Record<string, unknown> | undefined)?.[key];
        };
        expect(valueIn(next)).toEqual(valueIn(staff));
      }
    }),
    runs,
  );
});
