import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldNumber, foldSpelling } from './fold.ts';
import type { KnownStaff } from './known.ts';
import type { StaffLine } from './list.ts';
import { planStaffImport, type StaffPlan } from './plan.ts';
import { known, lines } from './plan.random.fixture.ts';
import { applyPlan, brokenRules, nobody, options } from './plan.world.ts';

const plan = (staff: KnownStaff, list: readonly StaffLine[]) =>
  planStaffImport(staff, { lines: list, unreadable: [] }, options);
const keysOf = ({ added }: StaffPlan) =>
  added.map(({ employer, staff }) => `${foldSpelling(employer)} ${foldNumber(staff.number)}`).sort();
const runs = { numRuns: 1000 };

test('planned, carried out and planned again, the same file finds nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constant(nobody), known), lines, (staff, list) => {
      const first = plan(staff, list);
      const next = applyPlan(staff, JSON.parse(JSON.stringify(first)) as StaffPlan);
      const again = plan(next, list);
      expect(again).toMatchObject({ newEmployers: [], newUnits: [], added: [], changed: [], noted: [] });
      // What was left out stays out. A name that was learnt the first time may make a line doubtful that changes nothing.
      const left = first.undecided.map(({ line }) => line);
      expect(again.undecided.map(({ line }) => line)).toEqual(expect.arrayContaining(left));
    }),
    runs,
  );
});

test('no plan breaks a unique index, and every line is somewhere once', () => {
  fc.assert(
    fc.property(known, lines, (staff, list) => {
      const done = plan(staff, list);
      expect(brokenRules(applyPlan(staff, done))).toEqual([]);
      const listed = [...done.added, ...done.changed, ...done.undecided].map(({ line }) => line);
      expect([new Set(listed).size, listed.length + done.unchanged]).toEqual([listed.length, list.length]);
    }),
    runs,
  );
});

test('the order of the lines does not change who is added', () => {
  const shuffled = lines.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(fc.oneof(fc.constant(nobody), known), shuffled, (staff, [list, mixed]) => {
      const renumbered = mixed.map((one, at) => ({ ...one, line: at + 2 }));
      expect(keysOf(plan(staff, renumbered))).toEqual(keysOf(plan(staff, list)));
    }),
    runs,
  );
});

test('nobody is joined without the same number and the same e-mail or name', () => {
  fc.assert(
    fc.property(lines, (list) => {
      const { added } = plan(nobody, list);
      for (const { staff, samePersonAs } of added) {
        const other = list.find(({ line }) => line === samePersonAs);
        if (!other) continue;
        expect(foldNumber(staff.number)).toBe(foldNumber(other.number));
        const sameName =
          foldSpelling(staff.lastName + staff.firstName) === foldSpelling(other.lastName + other.firstName);
        expect(staff.email && other.email ? staff.email === other.email : sameName).toBe(true);
      }
    }),
    runs,
  );
});
