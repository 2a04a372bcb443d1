import { expect, test } from 'vitest';
import { doubtSentence } from './doubt-sentence.ts';
import { problemSentence, unreadableSentence } from './labels.ts';
import { countsOf } from './outcome.ts';
import { planStaffImport, type UndecidedLine } from './plan.ts';
import { aLine, applyPlan, nobody, options } from './plan.world.ts';
import { shownPlan } from './shown.ts';

const ann = { number: '17', lastName: 'Baert', firstName: 'Ann', email: 'ann@stad.be' };
const planned = (...lines: ReturnType<typeof aLine>[]) =>
  planStaffImport(
    nobody,
    { lines, unreadable: [{ line: 9, reason: 'bad_date', column: 'Uit', value: '31/02' }] },
    options,
  );

test('a plan in words: lines of the file, names, days as the screen writes them', () => {
  const known = applyPlan(nobody, planned(aLine(2, ann)));
  const lines = [aLine(2, { ...ann, unit: 'Sport', subunit: 'Zwembad', endsOn: '2026-11-30' }), aLine(3)];
  const plan = planStaffImport(known, { lines, unreadable: [] }, options);
  const shown = shownPlan(plan, new Map(known.people.map((person) => [person.id, person])));
  expect(shown.changed.rows).toEqual([
    {
      ...{ line: 2, name: 'Ann Baert' },
      changes: [
        { field: 'dienst', from: 'Burgerzaken', to: 'Sport / Zwembad' },
        { field: 'uit dienst', from: null, to: 'ma 30 nov. 2026' },
      ],
    },
  ]);
  expect(shown.added.rows).toMatchObject([
    { line: 3, name: 'Given3 Family3', isExtra: false, unit: 'Burgerzaken' },
  ]);
  expect(shown.newUnits).toEqual({ rows: ['Sport', 'Sport / Zwembad'], total: 2 });
  expect(shown.counts).toMatchObject({ people: 1, appointments: 1, changed: 1, units: 2, missing: 0 });
});

test('a list that is very long is cut, and says how long it is', () => {
  const plan = planned(...Array.from({ length: 600 }, (_, at) => aLine(at + 2)));
  const { added } = shownPlan(plan, new Map());
  expect([added.rows.length, added.total]).toEqual([500, 600]);
});

test('people and appointments are counted apart', () => {
  expect(countsOf(planned(aLine(2, ann), aLine(3, { ...ann, employer: 'OCMW' })))).toMatchObject({
    ...{ people: 1, appointments: 2, employers: 2, unreadable: 1 },
  });
});

const reasons = [
  ...['repeated_line', 'number_twice', 'already_ended', 'same_email', 'same_number', 'other_person'],
] as UndecidedLine['reason'][];

test.each(reasons)('%s is said with what it clashes with, and without', (reason) => {
  const staff = aLine(4, { endsOn: '2024-08-31' });
  const nameOf = (id: string) => (id === 'known' ? 'Rik Maes' : null);
  const said = [{ otherLine: 7 }, { personId: 'known' }, { personId: 'unknown' }, {}].map((clash) =>
    doubtSentence({ line: 4, staff, reason, ...clash }, nameOf),
  );
  for (const sentence of said) expect(sentence).toMatch(/^[A-Z].*[.?]$/);
  expect(said.join(' ')).not.toMatch(/undefined|lijn 0|null/);
});

test('what cannot be read and what is no list are said with the column', () => {
  expect(unreadableSentence({ line: 2, reason: 'bad_email', column: 'Mail', value: 'an@' })).toBe(
    'In de kolom ‘Mail’ staat ‘an@’. Dat is geen e-mailadres.',
  );
  expect(problemSentence('no_columns', ['number', 'unit'])).toContain('personeelsnummer, dienst');
});
