import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldNumber, foldSpelling } from './fold.ts';
import type { KnownStaff } from './known.ts';
import type { StaffLine } from './list.ts';
import { planStaffImport, type StaffPlan } from './plan.ts';
import { applyPlan, brokenRules, nobody, options } from './plan.world.ts';

// Few values, so that numbers, addresses and names clash all the time.
const maybe = <T>(...values: T[]) => fc.constantFrom(null, ...values);
const day = maybe('2019-01-01', '2026-11-22', '2026-11-23', '2030-01-01');
const emails = ['a@x.be', 'b@x.be', 'c@x.be'];
const numbers = fc.constantFrom('1', '01', '2', '3');
const names = { lastName: fc.constantFrom('Maes', 'MAES', 'De Vos'), firstName: fc.constantFrom('An', 'Bo') };
const detail = { location: maybe('Depot'), functionTitle: maybe('Kok'), startsOn: day, endsOn: day };
const unitNames = ['Sport', 'sport', 'Zwembad', 'Jeugd'];

const lines = fc
  .array(
    fc.record({
      ...{ number: numbers, ...names, email: maybe(...emails), unit: fc.constantFrom(...unitNames) },
      ...{
        subunit: maybe('Zwembad', 'zwembad', 'Sport'),
        employer: fc.constantFrom('Stad', 'stad', 'OCMW', ''),
      },
      ...detail,
    }),
    { maxLength: 12 },
  )
  .map((list) => list.map((one, at): StaffLine => ({ line: at + 2, ...one })));

/** Whatever people may have made of it by hand; the unique indexes of the database hold. */
const known: fc.Arbitrary<KnownStaff> = fc
  .record({
    employers: fc.constant(['Stad', 'OCMW'].map((name) => ({ id: name, name }))),
    units: fc.array(
      fc.record({ name: fc.constantFrom(...unitNames), parent: fc.option(fc.nat(3), { nil: null }) }),
      {
        ...{ minLength: 1, maxLength: 4 },
      },
    ),
    people: fc.array(fc.record({ ...names, email: maybe(...emails) }), { minLength: 1, maxLength: 4 }),
    appointments: fc.array(
      fc.record({
        number: numbers,
        employerId: fc.constantFrom('Stad', 'OCMW'),
        who: fc.nat(3),
        where: fc.nat(3),
        ...detail,
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ employers, units, people, appointments }) => ({
    employers,
    units: units.map(({ name, parent }, at) => ({
      ...{ id: `u${at}`, name, parentId: parent !== null && parent < at ? `u${parent}` : null },
    })),
    people: people.map((one, at) => ({ ...one, id: `p${at}` })),
    appointments: appointments.map(({ who, where, ...one }, at) => ({
      ...{ ...one, id: `a${at}`, personId: `p${who % people.length}`, unitId: `u${where % units.length}` },
    })),
  }))
  .filter((staff) => brokenRules(staff).length === 0);

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
      expect(plan(next, list)).toMatchObject({ newEmployers: [], newUnits: [], added: [], changed: [] });
      expect(plan(next, list).undecided.map(({ line }) => line)).toEqual(
        first.undecided.map(({ line }) => line),
      );
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
