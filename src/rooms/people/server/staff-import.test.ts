import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf, useWorld, type Name, type Town } from '../../../../tests/support/world.ts';
import { endRole, peopleHere, personHere } from './index.ts';
import { applyStaffImport } from './staff-apply.ts';
import { dropStaffImport, previewStaffList, staffImport, staffImportWaiting } from './staff-import.ts';

const world = useWorld();
const sample = new Uint8Array(
  readFileSync(new URL('../../../../demo/personeel-export.csv', import.meta.url)),
);
const fileOf = (bytes: Uint8Array, fileName = 'lijst.csv') => ({ fileName, bytes });
const textOf = (...lines: string[]) => fileOf(new TextEncoder().encode(lines.join('\r\n')));
const header = 'Personeelsnr;Naam;Voornaam;E-mail;Dienst;Subdienst;Werkgever;Uit dienst';

const hr = (town: Town = world.veurne) => town.as('hans');

async function previewed(
  file: { fileName: string; bytes: Uint8Array },
  town = world.veurne,
): Promise<string> {
  const read = await previewStaffList(await hr(town), file);
  if (read.problem) throw new Error(read.problem);
  return read.id;
}

async function shown(id: string, town = world.veurne) {
  const found = await staffImport(await hr(town), id);
  if (found.state !== 'preview') throw new Error(found.state);
  return found;
}

async function taken(file: { fileName: string; bytes: Uint8Array }, town = world.veurne) {
  const id = await previewed(file, town);
  const { fingerprint } = await shown(id, town);
  return applyStaffImport(await hr(town), id, { fingerprint });
}

const tables = ['employer', 'unit', 'person', 'appointment', 'address', 'staff_import', 'activity'];

/** All that an organisation holds, to see whether anything changed. */
async function holdings({ id }: Town): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of tables)
    all[table] = await rowsOf(table, `organisation_id = '${id}' order by ${table}::text`);
  return all;
}

const countIn = async ({ id }: Town, table: string) =>
  (await rowsOf(table, `organisation_id = '${id}'`)).length;

/** Each test begins with the world as it was made. */
let before: { people: string[]; units: string[]; employers: string[] };
const idsOf = async (table: string) => (await rowsOf(table)).map((row) => (row as { id: string }).id);

beforeEach(async () => {
  before ??= {
    people: await idsOf('person'),
    units: await idsOf('unit'),
    employers: await idsOf('employer'),
  };
});

afterEach(async () => {
  await asOwner('drop trigger if exists crash on appointment');
  await asOwner('delete from staff_import');
  await asOwner('delete from appointment where person_id <> all ($1) or employer_id <> all ($2)', [
    before.people,
    before.employers,
  ]);
  await asOwner(`delete from address where kind = 'identity' and subject_id <> all ($1)`, [before.people]);
  await asOwner('delete from person where id <> all ($1)', [before.people]);
  await asOwner('delete from unit where id <> all ($1) and parent_id is not null', [before.units]);
  await asOwner('delete from unit where id <> all ($1)', [before.units]);
  await asOwner('delete from employer where id <> all ($1)', [before.employers]);
});

describe('the staff list of an HR package', () => {
  it('is shown first: what is new, what is in doubt and what cannot be read, by line', async () => {
    const id = await previewed(fileOf(sample, 'C:\\Users\\hans\\personeel\u0000 2026.csv'));
    const { plan, fileName, ignoredColumns } = await shown(id);
    expect(fileName).toBe('personeel 2026.csv');
    expect(ignoredColumns).toEqual(['Uurregeling']);
    expect(plan.added).toHaveLength(404);
    expect(plan.undecided.map(({ line, reason, otherLine }) => [line, reason, otherLine])).toEqual([
      [42, 'already_ended', undefined],
      [409, 'repeated_line', 7],
    ]);
    expect(plan.unreadable).toEqual([
      { line: 52, reason: 'bad_date', column: 'In dienst', value: '31/02/2019' },
      { line: 122, reason: 'too_few_columns' },
    ]);
    expect(await countIn(world.veurne, 'person')).toBe(18);
  });

  it('keeps only what it recognises, and never the column that is nobody else’s business', async () => {
    const national = '85073003328';
    await previewed(
      textOf(
        `${header};Rijksregisternummer;Loon`,
        `707;Baert;An;;Sport;;;;${national};3210`,
        `${national};Claes;Bo;;Sport;;;;;`,
      ),
    );
    const [row] = await rowsOf('staff_import');
    const kept = JSON.stringify(row);
    expect(kept).toContain('Baert');
    expect(kept).not.toContain(national);
    expect(kept).not.toContain('3210');
  });

  it('is taken over whole: people, appointments, units, employers, and a way to sign in', async () => {
    const outcome = await taken(fileOf(sample));
    expect(outcome).toEqual({
      ...{ people: 403, appointments: 404, changed: 0, unchanged: 0, units: 29, employers: 2 },
      ...{ undecided: 2, unreadable: 2, missing: 0 },
    });
    expect(await countIn(world.veurne, 'person')).toBe(18 + 403);
    const [withoutWay] = await asOwner<{ count: number }>(
      `select count(*) from person p where organisation_id = $1 and not exists (select from address a
        join identity.identity i on i.id::text = a.lookup where a.kind = 'identity' and a.subject_id = p.id
          and p.identity_id = i.id and i.email = coalesce(p.email, i.id || '@no-mail.invalid'))`,
      [world.veurne.id],
    );
    expect(withoutWay).toEqual({ count: 0 });
  });

  it('makes one person of Filip Baert, with two employers', async () => {
    await taken(fileOf(sample));
    const { people } = await peopleHere(await hr(), { q: 'Baert Filip', page: 1 });
    expect(people).toHaveLength(1);
    const { appointments } = await personHere(await hr(), people[0]!.id);
    expect(appointments.map(({ employer }) => employer).toSorted()).toEqual([
      'OCMW Voorbeeld',
      'Stad Voorbeeld',
    ]);
  });

  it('changes nothing the second time', async () => {
    await taken(fileOf(sample));
    const { plan } = await shown(await previewed(fileOf(sample)));
    expect([plan.added, plan.changed, plan.newUnits, plan.newEmployers]).toEqual([[], [], [], []]);
    expect([plan.unchanged, plan.missing]).toEqual([404, 0]);
    const people = await rowsOf('person', `organisation_id = '${world.veurne.id}' order by id`);
    expect(await taken(fileOf(sample))).toMatchObject({
      people: 0,
      appointments: 0,
      changed: 0,
      unchanged: 404,
    });
    expect(await rowsOf('person', `organisation_id = '${world.veurne.id}' order by id`)).toEqual(people);
  });

  it('leaves another organisation with the same numbers and names alone', async () => {
    await taken(fileOf(sample), world.koksijde);
    const theirs = await holdings(world.koksijde);
    const outsiders = await holdings(world.brugge);
    expect((await taken(fileOf(sample))).people).toBe(403);
    expect(await holdings(world.koksijde)).toEqual(theirs);
    expect(await holdings(world.brugge)).toEqual(outsiders);
  });

  it('leaves nothing when it crashes in the middle, and can be taken over afterwards', async () => {
    const id = await previewed(fileOf(sample));
    const { fingerprint } = await shown(id);
    const untouched = await holdings(world.veurne);
    await asOwner(`create or replace function crash() returns trigger language plpgsql as
      $$ begin if new.number = '001807' then raise 'crash'; end if; return new; end $$`);
    await asOwner('create trigger crash before insert on appointment for each row execute function crash()');
    await expect(applyStaffImport(await hr(), id, { fingerprint })).rejects.toThrow('crash');
    expect(await holdings(world.veurne)).toEqual(untouched);
    await asOwner('drop trigger crash on appointment');
    expect((await applyStaffImport(await hr(), id, { fingerprint })).people).toBe(403);
  });
});

describe('a list that waits', () => {
  it('goes when it is taken over, and can be taken over once', async () => {
    const id = await previewed(textOf(header, '707;Baert;An;an@baert.example;Sport;Zwembad;Stad;'));
    const { fingerprint } = await shown(id);
    const outcome = await applyStaffImport(await hr(), id, { fingerprint });
    expect(await rowsOf('staff_import')).toMatchObject([{ state: 'applied', list: null, outcome }]);
    expect(await staffImport(await hr(), id)).toMatchObject({ state: 'applied', outcome });
    await expect(applyStaffImport(await hr(), id, { fingerprint })).rejects.toThrow(Conflict);
    const log = await rowsOf('activity', `subject_id = '${id}' order by happened_at, id`);
    expect(log.map((row) => (row as { event: string }).event)).toEqual([
      'staff_list.read',
      'staff_list.applied',
    ]);
    expect(JSON.stringify(log)).not.toContain('Baert');
  });

  it('taken over twice at once is taken over once', async () => {
    const id = await previewed(textOf(header, '707;Baert;An;;Sport;;Stad;'));
    const { fingerprint } = await shown(id);
    const who = await hr();
    const both = await Promise.allSettled([1, 2].map(() => applyStaffImport(who, id, { fingerprint })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(
      await rowsOf('appointment', `number = '707' and employer_id = '${before.employers[0]}'`),
    ).toHaveLength(1);
  });

  it('goes when it is dropped, or when another comes', async () => {
    const first = await previewed(textOf(header, '707;Baert;An;;Sport;;;'));
    const second = await previewed(textOf(header, '708;Claes;Bo;;Sport;;;'));
    expect(await staffImport(await hr(), first)).toMatchObject({ state: 'dropped' });
    expect(await staffImportWaiting(await hr())).toMatchObject({ id: second, fileName: 'lijst.csv' });
    await dropStaffImport(await hr(), second);
    expect(await staffImportWaiting(await hr())).toBeUndefined();
    const rows = await rowsOf('staff_import');
    expect(rows.every((row) => (row as { list: unknown }).list === null)).toBe(true);
    await expect(dropStaffImport(await hr(), second)).rejects.toThrow(NotFound);
    await expect(applyStaffImport(await hr(), second, { fingerprint: '' })).rejects.toThrow(NotFound);
  });

  it('is shown again when something changed since', async () => {
    const id = await previewed(textOf(header, '707;Baert;An;;Sport;;Stad;'));
    const { fingerprint } = await shown(id);
    await world.veurne.inside((tx) => tx.insertInto('unit').values({ id: newId(), name: 'Sport' }).execute());
    const refused = applyStaffImport(await hr(), id, { fingerprint });
    await expect(refused).rejects.toMatchObject({ reason: 'people_import_moved' });
    const again = await shown(id);
    expect(again.plan.newUnits).toEqual([]);
    await applyStaffImport(await hr(), id, { fingerprint: again.fingerprint });
  });

  it('is nothing for another organisation, nor for who has another role', async () => {
    const id = await previewed(textOf(header, '707;Baert;An;;Sport;;;'));
    const { fingerprint } = await shown(id);
    const elsewhere = await hr(world.koksijde);
    await expect(staffImport(elsewhere, id)).rejects.toThrow(NotFound);
    await expect(applyStaffImport(elsewhere, id, { fingerprint })).rejects.toThrow(NotFound);
    await expect(dropStaffImport(elsewhere, id)).rejects.toThrow(NotFound);
    expect(await staffImportWaiting(elsewhere)).toBeUndefined();
    for (const name of ['mia', 'ann', 'cora', 'dora'] satisfies Name[]) {
      const who = await world.veurne.as(name);
      await expect(previewStaffList(who, fileOf(sample))).rejects.toThrow(Forbidden);
      await expect(staffImport(who, id)).rejects.toThrow(Forbidden);
      await expect(applyStaffImport(who, id, { fingerprint })).rejects.toThrow(Forbidden);
      await expect(dropStaffImport(who, id)).rejects.toThrow(Forbidden);
      await expect(staffImportWaiting(who)).rejects.toThrow(Forbidden);
    }
    await expect(staffImport(await hr(), 'x')).rejects.toThrow(NotFound);
  });
});

describe('a later list', () => {
  const lines = (unit: string, email: string, ends: string) =>
    textOf(header, `707;Baert;An;${email};${unit};;Stad;${ends}`);

  it('moves, renames and ends, and gives another address another way to sign in', async () => {
    await taken(lines('Sport', 'an@baert.example', ''));
    const outcome = await taken(
      textOf(
        header,
        '707;Baert;Anna;anna@baert.example;Sport;Zwembad;Stad;30/11/2026',
        '709;Nys;Bo;;Jeugd;;Stad;',
      ),
    );
    expect(outcome).toMatchObject({ people: 1, changed: 1, units: 2, employers: 0 });
    const [person] = await asOwner(
      `select p.first_name, p.email, u.name as unit, a.ends_on::text, i.email as identity from person p
         join appointment a on a.person_id = p.id join unit u on u.id = a.unit_id
         join identity.identity i on i.id = p.identity_id where p.last_name = 'Baert'`,
    );
    expect(person).toEqual({
      ...{ first_name: 'Anna', email: 'anna@baert.example', unit: 'Zwembad', ends_on: '2026-11-30' },
      identity: 'anna@baert.example',
    });
  });

  it('hands on what waited with who left', async () => {
    await taken(lines('Sport', 'an@baert.example', ''));
    await asOwner('delete from pgboss.job');
    await taken(lines('Sport', 'an@baert.example', '01/11/2026'));
    const [{ id }] = (await rowsOf('person', `last_name = 'Baert'`)) as [{ id: string }];
    const jobs = await asOwner(
      `select data->'payload' as payload from pgboss.job where name = 'helpline.holderAway'`,
    );
    expect(jobs).toEqual([{ payload: { personId: id } }]);
  });

  it('never leaves the organisation without an administrator', async () => {
    const ada = world.veurne.personId('ada');
    const [known] = (await rowsOf('appointment', `person_id = '${ada}'`)) as [{ number: string }];
    const gone = textOf(header, `${known.number};Maes;Ada;;ICT;;Stad;01/11/2026`);
    const untouched = await holdings(world.veurne);
    await expect(taken(gone)).rejects.toMatchObject({ reason: 'people_import_last_admin' });
    expect((await holdings(world.veurne)).appointment).toEqual(untouched.appointment);
    await expect(endRole(world.veurne.system, 'x')).rejects.toThrow(NotFound);
  });

  it('without employers keeps to the same one', async () => {
    const bare = textOf('Nr;Naam;Voornaam;Dienst', '707;Baert;An;Sport');
    expect((await taken(bare)).employers).toBe(0);
    await asOwner(`update employer set name = 'OCMW' where id = $1`, [before.employers[1]]);
    expect((await taken(bare)).unchanged).toBe(1);
    await asOwner(`update employer set name = 'Stad' where id = $1`, [before.employers[1]]);
  });
});

describe('a file that is no staff list', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const xlsx = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0]);

  it.each([
    ['empty', fileOf(new Uint8Array()), { problem: 'empty', missing: [] }],
    ['from Excel', fileOf(xlsx, 'lijst.csv'), { problem: 'excel', missing: [] }],
    ['a picture', fileOf(png), { problem: 'picture', missing: [] }],
    ['a PDF', fileOf(new TextEncoder().encode('%PDF-1.7 …')), { problem: 'pdf', missing: [] }],
    ['full of NUL', fileOf(new Uint8Array(400)), { problem: 'not_text', missing: [] }],
    ['too large', fileOf(new Uint8Array(10_000_001).fill(65)), { problem: 'too_large', missing: [] }],
    [
      'another list',
      textOf('Naam;Loon', 'A;1'),
      { problem: 'no_columns', missing: ['number', 'firstName', 'unit'] },
    ],
    ['a header alone', textOf(header, '', ';;;'), { problem: 'no_lines', missing: [] }],
  ])('%s: is a value, and leaves nothing', async (_, file, refused) => {
    expect(await previewStaffList(await hr(), file)).toEqual(refused);
    expect(await rowsOf('staff_import')).toEqual([]);
  });

  it('with signs that no database takes is still listed', async () => {
    const id = await previewed(textOf(header, `707;Baert;An;${'x'.repeat(78)}🙂🙂🙂;Sport;;;`));
    expect((await shown(id)).plan.unreadable).toMatchObject([{ line: 2, reason: 'bad_email' }]);
  });
});
