import { expect, test } from 'vitest';
import type { StaffField } from './fields.ts';
import type { StaffLine } from './list.ts';
import { planStaffImport, type KnownStaff } from './plan.ts';
import { aLine, applyPlan, nobody, options } from './plan.world.ts';

const plan = (lines: StaffLine[], known: KnownStaff = nobody, fields?: StaffField[]) => {
  const columns = fields?.map((field) => ({ header: field, field }));
  return planStaffImport(known, { lines, unreadable: [], columns }, options);
};
const after = (...lines: StaffLine[]) => applyPlan(nobody, plan(lines));
const full = { subunit: 'Loket', location: 'Stadhuis', functionTitle: 'Bediende', email: 'an@stad.be' };
const changes = (fields: Partial<StaffLine>, columns?: StaffField[]) =>
  plan([aLine(2, { ...full, ...fields })], after(aLine(2, full)), columns).changed.flatMap(
    (one) => one.changes,
  );

test('shows each field from and to', () => {
  const to = { unit: 'Sport', location: 'Zwembad', functionTitle: 'Redder', endsOn: '2027-01-01' };
  expect(changes({ ...to, subunit: null, startsOn: '2021-01-01' })).toEqual([
    { field: 'unit', from: 'Burgerzaken / Loket', to: 'Sport' },
    { field: 'location', from: 'Stadhuis', to: 'Zwembad' },
    { field: 'functionTitle', from: 'Bediende', to: 'Redder' },
    { field: 'startsOn', from: '2020-01-01', to: '2021-01-01' },
    { field: 'endsOn', from: null, to: '2027-01-01' },
  ]);
});

test('a subdienst of the same name under another dienst is a move', () => {
  expect(changes({ unit: 'Sport' })).toMatchObject([{ from: 'Burgerzaken / Loket', to: 'Sport / Loket' }]);
});

test('spelling of unit, employer and number is no change', () => {
  const spelt = { ...full, unit: ' BURGERZAKEN', subunit: 'lokèt ', employer: 'stad ', number: '0002' };
  expect(plan([aLine(2, spelt)], after(aLine(2, full)))).toMatchObject({
    changed: [],
    added: [],
    unchanged: 1,
  });
});

test('an empty e-mail or first day takes nothing away, an empty place or function does', () => {
  expect(changes({ email: null, startsOn: null })).toEqual([]);
  expect(changes({ location: null }).map(({ to }) => to)).toEqual([null]);
});

test('a column that the file does not have changes nothing', () => {
  const bare = { subunit: null, location: null, functionTitle: null, endsOn: null, startsOn: null };
  expect(changes(bare, ['number', 'lastName', 'firstName', 'unit'])).toEqual([]);
});

test('whoever was gone before today comes in only to end what is known', () => {
  const gone = { endsOn: '2026-11-22' };
  expect(plan([aLine(2, gone)]).undecided).toMatchObject([{ line: 2, reason: 'already_ended' }]);
  expect(plan([aLine(2, { endsOn: '2026-11-23' })]).added).toHaveLength(1);
  expect(plan([aLine(2, gone)], after(aLine(2))).changed).toMatchObject([
    { changes: [{ to: '2026-11-22' }] },
  ]);
});

test('of several contracts under one number the running one counts', () => {
  const contracts = [
    aLine(2, { number: '7', endsOn: '2021-01-01' }),
    { ...aLine(2, { number: '7' }), line: 3 },
  ];
  for (const known of [nobody, applyPlan(nobody, plan(contracts))]) {
    const done = plan(contracts, known);
    expect(done.undecided).toMatchObject([{ line: 2, reason: 'already_ended' }]);
    expect([done.added.length, done.unchanged]).toEqual(known === nobody ? [1, 0] : [0, 1]);
  }
});

test('two employers that spell one person differently do not swing the name to and fro', () => {
  const lines = [
    aLine(2, full),
    { ...aLine(2, { ...full, lastName: 'FAMILY2', employer: 'OCMW' }), line: 3 },
  ];
  const known = after(lines[1] as StaffLine);
  expect(known.people).toMatchObject([{ lastName: 'FAMILY2' }]);
  expect(plan(lines, known)).toMatchObject({ changed: [], added: [{ line: 2, changes: [] }] });
});

test('a unit is found where somebody moved it by hand', () => {
  const known = after(aLine(2, full));
  const [dienst, loket] = known.units.map(({ id }) => id);
  const units = [
    { id: 'top', name: 'Stad', parentId: null },
    { id: dienst ?? '', name: 'Burgerzaken', parentId: 'top' },
    { id: 'hall', name: 'Onthaal', parentId: dienst ?? '' },
    { id: loket ?? '', name: 'Loket', parentId: 'hall' },
  ];
  const done = plan([aLine(2, full), aLine(3, { subunit: 'Loket' })], { ...known, units });
  expect(done).toMatchObject({ unchanged: 1, newUnits: [], added: [{ line: 3, place: { unitId: loket } }] });
});

test('the most frequent spelling names a new unit; a new subdienst goes under a known dienst', () => {
  const spelt = ['sport', 'Sport', 'Sport '].map((unit, at) => aLine(at + 2, { unit: unit.trim() }));
  expect(plan(spelt).newUnits).toEqual([{ name: 'Sport', parentId: null, parentName: null }]);
  const known = applyPlan(nobody, plan(spelt));
  expect(plan([aLine(9, { unit: 'SPORT', subunit: 'Zwembad' })], known).newUnits).toEqual([
    { name: 'Zwembad', parentId: known.units[0]?.id, parentName: 'Sport' },
  ]);
  expect(plan([aLine(9, { unit: 'Sport', subunit: 'SPORT' })]).newUnits).toHaveLength(1);
});

test('a line without employer belongs to the default employer', () => {
  expect(plan([aLine(2, { employer: '' })])).toMatchObject({ newEmployers: ['Stad Voorbeeld'] });
});

test('counts who is missing at the employers of the file, and ends nobody', () => {
  const known = after(aLine(2), aLine(3), aLine(4, { employer: 'OCMW' }));
  expect(plan([aLine(2)], known)).toMatchObject({ missing: 1, changed: [], added: [], unchanged: 1 });
});

test('undecided lines make no employer and no unit', () => {
  const done = plan([aLine(2, { endsOn: '2020-06-01', unit: 'Old', employer: 'Gone' })]);
  expect(done).toMatchObject({ newEmployers: [], newUnits: [], added: [] });
});

test('a column of addresses that slipped a row leaves everybody their own, and names whose each is', () => {
  const rows = Array.from({ length: 2_000 }, (_, at) => at);
  const mail = (at: number) => `given${at}@stad.be`;
  const known = after(...rows.map((at) => aLine(at + 2, { email: mail(at) })));
  const apart = rows
    .slice(1)
    .map((at) => [known.people[at - 1]?.id ?? '', known.people[at]?.id ?? ''] as const);
  // The last row says nothing, so its colleague keeps what the row above wants, and so on up.
  const slipped = rows.map((at) => aLine(at + 2, { email: at === 1_999 ? null : mail(at + 1) }));
  const done = plan(slipped, { ...known, apart });
  expect(done).toMatchObject({ unchanged: 2_000, changed: [], undecided: [] });
  expect(done.withoutEmail).toHaveLength(1_999);
  expect(done.withoutEmail[0]).toMatchObject({ line: 2, email: mail(1), ownerId: known.people[1]?.id });
});
