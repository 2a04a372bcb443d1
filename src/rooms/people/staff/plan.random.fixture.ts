import fc from 'fast-check';
import type { ChangedField } from './changes.ts';
import { foldNumber } from './fold.ts';
import type { KnownHandEdit, KnownStaff } from './known.ts';
import type { StaffLine } from './list.ts';
import { brokenRules } from './plan.world.ts';

// Few values, so that numbers, addresses and names clash all the time.
const maybe = <T>(...values: T[]) => fc.constantFrom(null, ...values);
const day = maybe('2019-01-01', '2026-11-22', '2026-11-23', '2030-01-01');
const emails = ['a@x.be', 'b@x.be', 'c@x.be'];
const numbers = fc.constantFrom('1', '01', '2', '3');
const names = { lastName: fc.constantFrom('Maes', 'MAES', 'De Vos'), firstName: fc.constantFrom('An', 'Bo') };
const detail = { location: maybe('Depot'), functionTitle: maybe('Kok'), startsOn: day, endsOn: day };
const unitNames = ['Sport', 'sport', 'Zwembad', 'Jeugd'];

export const lines = fc
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

const personFields: readonly ChangedField[] = ['firstName', 'lastName', 'email'];
const handFields = fc.constantFrom<ChangedField[]>(...personFields, 'unit', 'location', 'endsOn');
/** What the last list said of them, if it spoke of them. */
const lastListed: Readonly<Partial<Record<ChangedField, string>>> = {
  ...{ firstName: 'Bo', lastName: 'De Vos', email: 'c@x.be', unit: 'u0' },
};

/** Whatever people may have made of it by hand; a number is of one appointment at an employer, however it is written. */
export const known: fc.Arbitrary<KnownStaff> = fc
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
        number: fc.oneof({ weight: 4, arbitrary: numbers }, { weight: 1, arbitrary: fc.constant(null) }),
        employerId: fc.constantFrom('Stad', 'OCMW'),
        who: fc.nat(3),
        where: fc.nat(3),
        ...detail,
      }),
      { maxLength: 6 },
    ),
    byHand: fc.array(fc.record({ field: handFields, at: fc.nat(5), listedKnown: fc.boolean() }), {
      maxLength: 3,
    }),
    apart: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 2 }),
  })
  .map(({ employers, units, people, appointments, byHand, apart }) => ({
    employers,
    units: units.map(({ name, parent }, at) => ({
      ...{ id: `u${at}`, name, parentId: parent !== null && parent < at ? `u${parent}` : null },
    })),
    people: people.map((one, at) => ({ ...one, id: `p${at}` })),
    appointments: appointments.map(({ who, where, ...one }, at) => ({
      ...{ ...one, id: `a${at}`, personId: `p${who % people.length}`, unitId: `u${where % units.length}` },
    })),
    handEdits: byHand.flatMap(({ field, at, listedKnown }, edit): KnownHandEdit[] => {
      const ofPerson = personFields.includes(field);
      const theirs = appointments[at];
      const personId = `p${ofPerson ? at % people.length : (theirs?.who ?? 0) % people.length}`;
      const listed = !listedKnown ? null : (lastListed[field] ?? null);
      const isFirst = byHand.findIndex((one) => one.field === field) === edit;
      if ((!ofPerson && !theirs) || !isFirst) return [];
      return [{ personId, appointmentId: ofPerson ? null : `a${at}`, field, listed, listedKnown }];
    }),
    apart: apart.flatMap(([one, other]) =>
      one < other && other < people.length ? [[`p${one}`, `p${other}`] as const] : [],
    ),
  }))
  .filter((staff) => brokenRules(staff).length === 0 && numbersOnce(staff));

function numbersOnce({ appointments }: KnownStaff): boolean {
  const numbered = appointments.flatMap(({ employerId, number }) =>
    number === null ? [] : [`${employerId} ${foldNumber(number)}`],
  );
  return new Set(numbered).size === numbered.length;
}
