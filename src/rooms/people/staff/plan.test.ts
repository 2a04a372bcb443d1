import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStaffList, type StaffLine } from './list.ts';
import { planStaffImport, type KnownStaff, type StaffPlan } from './plan.ts';
import { aLine, applyPlan, brokenRules, nobody, options } from './plan.world.ts';

const plan = (lines: StaffLine[], known: KnownStaff = nobody) =>
  planStaffImport(known, { lines, unreadable: [] }, options);
const after = (...lines: StaffLine[]) => applyPlan(nobody, plan(lines));
const undecided = (done: StaffPlan) =>
  done.undecided.map(({ line, reason, otherLine }) => [line, reason, ...(otherLine ? [otherLine] : [])]);
const added = (done: StaffPlan) => done.added.map(({ line }) => line);

const ann = { number: '17', lastName: 'Baert', firstName: 'Ann', email: 'ann@stad.be' };
const rik = { number: '17', lastName: 'Maes', firstName: 'Rik', email: 'rik@stad.be' };
const ocmw = { employer: 'OCMW' };

function sample() {
  const url = new URL('../../../../demo/personeel-export.csv', import.meta.url);
  const read = readStaffList(Uint8Array.from(readFileSync(url)));
  if (!read.ok) throw new Error(read.problem);
  return read;
}

test('the demo export on an empty organisation', () => {
  const done = planStaffImport(nobody, sample(), options);
  expect(done.added).toHaveLength(404);
  expect(done.added.filter(({ samePersonAs }) => samePersonAs === null)).toHaveLength(403);
  expect(undecided(done)).toEqual([
    [42, 'already_ended'],
    [409, 'repeated_line', 7],
  ]);
  expect(done.unreadable.map(({ line }) => line)).toEqual([52, 122]);
  expect({ ...done, added: [], undecided: [], unreadable: [] }).toMatchObject({
    ...{ newEmployers: ['Stad Voorbeeld', 'OCMW Voorbeeld'], changed: [], unchanged: 0, missing: 0 },
  });
  expect(done.added.find(({ line }) => line === 408)).toMatchObject({
    ...{ samePersonAs: 32, personId: null, employer: 'OCMW Voorbeeld', place: { name: 'Sociale dienst' } },
  });
});

test('the demo export makes each unit once, whatever its spellings', () => {
  const { newUnits, added } = planStaffImport(nobody, sample(), options);
  const tops = newUnits.filter(({ parentName }) => parentName === null).map(({ name }) => name);
  expect(tops.filter((name) => /^(burgerzaken|technische dienst)$/i.test(name))).toEqual([
    ...['Technische dienst', 'Burgerzaken'],
  ]);
  expect([tops.length, newUnits.length]).toEqual([22, 33]);
  expect(added.find(({ line }) => line === 62)?.place).toMatchObject({
    ...{ name: 'Groendienst', parentName: 'Technische dienst' },
  });
});

test('the demo export again changes nothing', () => {
  const first = planStaffImport(nobody, sample(), options);
  const known = applyPlan(nobody, JSON.parse(JSON.stringify(first)) as StaffPlan);
  expect(brokenRules(known)).toEqual([]);
  expect(known.people).toHaveLength(403);
  const again = planStaffImport(known, sample(), options);
  expect(again).toEqual({
    ...{ newEmployers: [], newUnits: [], added: [], changed: [], unchanged: 404, missing: 0 },
    ...{ endings: [], freed: [], kept: [], noted: [], withoutEmail: [], apart: [], questions: [] },
    ...{ undecided: first.undecided, unreadable: first.unreadable },
  });
});

test('one person with two employers, by number and e-mail, or by number and name without e-mail', () => {
  const both = plan([aLine(2, ann), aLine(3, { ...ann, ...ocmw, lastName: 'BAERT-Maes' })]);
  expect(both.added.map(({ samePersonAs }) => samePersonAs)).toEqual([null, 2]);
  const bare = plan([aLine(2, { ...ann, email: null }), aLine(3, { ...ann, ...ocmw, lastName: 'BAERT' })]);
  expect(bare.added.map(({ samePersonAs }) => samePersonAs)).toEqual([null, 2]);
  expect(bare.added[0]?.person).toEqual({ firstName: 'Ann', lastName: 'Baert', email: 'ann@stad.be' });
  const known = after(aLine(2, ann));
  expect(plan([aLine(2, { ...ann, ...ocmw })], known).added[0]).toMatchObject({
    ...{ personId: known.people[0]?.id, samePersonAs: null, changes: [] },
  });
});

test('a new appointment may bring the e-mail of a person we know', () => {
  const known = after(aLine(2, { ...ann, email: null }));
  const done = plan([aLine(2, { ...ann, ...ocmw })], known);
  expect(done.added[0]?.changes).toEqual([{ field: 'email', from: null, to: 'ann@stad.be' }]);
  expect(applyPlan(known, done).people).toMatchObject([{ email: 'ann@stad.be' }]);
});

test('common names are different people', () => {
  const namesake = { lastName: 'Baert', firstName: 'Ann' };
  const done = plan([aLine(2, ann), aLine(3, { ...namesake, email: 'ann2@stad.be' }), aLine(4, namesake)]);
  expect(done.added.map(({ samePersonAs }) => samePersonAs)).toEqual([null, null, null]);
});

test.each([
  ['one e-mail, two numbers', [aLine(2, ann), aLine(3, { ...ann, number: '18' })], 'same_email'],
  ['one number, two people', [aLine(2, ann), aLine(3, { ...rik, ...ocmw })], 'same_number'],
  ['one number, two e-mails', [aLine(2, ann), aLine(3, { ...ann, ...ocmw, email: 'a@b.be' })], 'same_number'],
  ['one number twice, different', [aLine(2, ann), aLine(3, { ...ann, unit: 'Sport' })], 'number_twice'],
])('%s: both are listed and left out', (_, lines, reason) => {
  const done = plan([...lines, aLine(9)]);
  expect(undecided(done)).toEqual([
    [2, reason, 3],
    [3, reason, 2],
  ]);
  expect(added(done)).toEqual([9]);
  expect(done.newEmployers).toEqual(['Stad']);
});

test('a line that half agrees with somebody we know is left out, and names that person', () => {
  const known = after(aLine(2, ann));
  const [annId] = known.people.map(({ id }) => id);
  const clashes = { email: { ...ann, number: '18' }, number: { ...rik, ...ocmw } };
  for (const fields of [clashes.email, clashes.number]) {
    const done = plan([aLine(2, fields)], known);
    expect(done.undecided).toMatchObject([{ line: 2, personId: annId }]);
    expect([added(done), done.changed]).toEqual([[], []]);
  }
});

test('a third line with the number and name of two people we tell apart is asked', () => {
  const bare = { ...ann, email: null };
  const known = after(aLine(2, bare), aLine(3, { ...bare, ...ocmw }));
  const [first, second] = known.appointments;
  const twin = { id: 'twin', firstName: 'Ann', lastName: 'Baert', email: null };
  const apart = {
    ...{ ...known, people: [...known.people, twin] },
    appointments: known.appointments.map((one) => (one === second ? { ...one, personId: 'twin' } : one)),
  };
  const done = plan([aLine(2, { ...bare, employer: 'AGB' })], apart);
  expect(done.undecided).toMatchObject([{ reason: 'same_number', personId: first?.personId }]);
});

test('a line without e-mail does not hide the e-mail that we know', () => {
  const lines = [aLine(2, { ...ann, email: null }), aLine(3, { ...ann, ...ocmw, email: 'other@stad.be' })];
  const known = after(aLine(2, ann));
  expect(plan(lines, known).undecided).toMatchObject([
    { line: 3, reason: 'same_number', personId: known.people[0]?.id },
  ]);
});

test('two lines of one person that have become wholly different people are asked', () => {
  const known = after(aLine(2, ann), aLine(3, { ...ann, ...ocmw }));
  const drifted = [
    aLine(2, { ...ann, lastName: 'Maes', email: 'maes@stad.be' }),
    aLine(3, { ...ann, ...ocmw, firstName: 'Rik', email: 'rik@stad.be' }),
  ];
  expect(undecided(plan(drifted, known))).toEqual([
    [2, 'other_person'],
    [3, 'other_person'],
  ]);
});

test('a number given to somebody else is asked; marriage and a new address are not', () => {
  const known = after(aLine(2, ann));
  expect(undecided(plan([aLine(2, rik)], known))).toEqual([[2, 'other_person']]);
  expect(undecided(plan([aLine(2, { ...rik, email: null })], known))).toEqual([[2, 'other_person']]);
  const married = plan([aLine(2, { ...ann, lastName: 'Maes', email: 'ann.maes@stad.be' })], known);
  expect(married.changed[0]?.changes).toEqual([
    { field: 'lastName', from: 'Baert', to: 'Maes' },
    { field: 'email', from: 'ann@stad.be', to: 'ann.maes@stad.be' },
  ]);
});

test('an e-mail that passes from one colleague to another is asked, whichever line comes first', () => {
  const known = after(aLine(2, ann), aLine(3, { ...rik, number: '18' }));
  const swapped = [
    aLine(2, { ...ann, email: 'new@stad.be' }),
    aLine(3, { ...rik, number: '18', email: ann.email }),
  ];
  expect(undecided(plan(swapped, known))).toEqual([
    [2, 'same_email', 3],
    [3, 'same_email'],
  ]);
});
