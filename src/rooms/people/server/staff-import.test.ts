import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf, type Name } from '../../../../tests/support/world.ts';
import { peopleHere, personHere } from './index.ts';
import { applyStaffImport } from './staff-apply.ts';
import { dropStaffImport, previewStaffList, staffImport, staffImportWaiting } from './staff-import.ts';
import {
  fileOf,
  header,
  holdings,
  hr,
  previewed,
  sample,
  shown,
  taken,
  textOf,
  useStaffWorld,
} from './staff-import.world.ts';

const world = useStaffWorld();

describe('the staff list of an HR package', () => {
  it('is shown first: what is new, what is in doubt and what cannot be read, by line', async () => {
    const id = await previewed(world.veurne, fileOf(sample, 'C:\\Users\\hans\\personeel\u0000 2026.csv'));
    const { plan, fileName, ignoredColumns } = await shown(world.veurne, id);
    expect(fileName).toBe('personeel 2026.csv');
    expect(ignoredColumns).toEqual(['Uurregeling']);
    expect(plan.added).toHaveLength(404);
    expect(plan.undecided.map(({ line, reason, otherLine }) => [line, reason, otherLine])).toEqual([
      [42, 'already_ended', undefined],
      [409, 'repeated_line', 7],
    ]);
    expect(plan.unreadable).toEqual([
      { line: 52, reason: 'bad_date', column: 'In dienst', value: '31/02/2019', number: '001146' },
      { line: 122, reason: 'too_few_columns', number: '001999' },
    ]);
    expect((await holdings(world.veurne)).person?.length).toBe(18);
  });

  it('keeps only what it recognises, and never the column that is nobody else’s business', async () => {
    const national = '85073003328';
    await previewed(
      world.veurne,
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
    const outcome = await taken(world.veurne, fileOf(sample));
    expect(outcome).toEqual({
      ...{ people: 403, appointments: 404, changed: 0, unchanged: 0, units: 28, employers: 2 },
      ...{ undecided: 2, unreadable: 2, missing: 0, ended: 0 },
    });
    expect((await holdings(world.veurne)).person?.length).toBe(18 + 403);
    const [withoutWay] = await asOwner<{ count: number }>(
      `select count(*) from person p where organisation_id = $1 and not exists (select from address a
        join identity.identity i on i.id::text = a.lookup where a.kind = 'identity' and a.subject_id = p.id
          and p.identity_id = i.id and i.email = coalesce(p.email, i.id || '@no-mail.invalid'))`,
      [world.veurne.id],
    );
    expect(withoutWay).toEqual({ count: 0 });
  });

  it('makes one person of Filip Baert, with two employers', async () => {
    await taken(world.veurne, fileOf(sample));
    const { people } = await peopleHere(await hr(world.veurne), { q: 'Baert Filip', page: 1 });
    expect(people).toHaveLength(1);
    const { appointments } = await personHere(await hr(world.veurne), people[0]!.id);
    expect(appointments.map(({ employer }) => employer).toSorted()).toEqual([
      'OCMW Voorbeeld',
      'Stad Voorbeeld',
    ]);
  });

  it('changes nothing the second time', async () => {
    await taken(world.veurne, fileOf(sample));
    const { plan } = await shown(world.veurne, await previewed(world.veurne, fileOf(sample)));
    expect([plan.added, plan.changed, plan.newUnits, plan.newEmployers]).toEqual([[], [], [], []]);
    expect([plan.unchanged, plan.missing]).toEqual([404, 0]);
    const people = await rowsOf('person', `organisation_id = '${world.veurne.id}' order by id`);
    expect(await taken(world.veurne, fileOf(sample))).toMatchObject({
      people: 0,
      appointments: 0,
      changed: 0,
      unchanged: 404,
    });
    expect(await rowsOf('person', `organisation_id = '${world.veurne.id}' order by id`)).toEqual(people);
  });

  it('leaves another organisation with the same numbers and names alone', async () => {
    await taken(world.koksijde, fileOf(sample));
    const theirs = await holdings(world.koksijde);
    const outsiders = await holdings(world.brugge);
    expect((await taken(world.veurne, fileOf(sample))).people).toBe(403);
    expect(await holdings(world.koksijde)).toEqual(theirs);
    expect(await holdings(world.brugge)).toEqual(outsiders);
  });

  it('taken over in two organisations at once, ties together who works in both', async () => {
    const both = await Promise.all([
      taken(world.veurne, fileOf(sample)),
      taken(world.brugge, fileOf(sample)),
    ]);
    expect(both.map(({ people }) => people)).toEqual([403, 403]);
    const [shared] = await asOwner<{ count: number }>(
      `select count(*) from person p join person q on q.identity_id = p.identity_id and q.email = p.email
        where p.organisation_id = $1 and q.organisation_id = $2`,
      [world.veurne.id, world.brugge.id],
    );
    expect(shared).toEqual({ count: 403 - 85 });
  });

  it('leaves nothing when it crashes in the middle, and can be taken over afterwards', async () => {
    const id = await previewed(world.veurne, fileOf(sample));
    const { fingerprint } = await shown(world.veurne, id);
    const untouched = await holdings(world.veurne);
    await asOwner(`create or replace function crash() returns trigger language plpgsql as
      $$ begin if new.number = '001807' then raise 'crash'; end if; return new; end $$`);
    await asOwner('create trigger crash before insert on appointment for each row execute function crash()');
    await expect(applyStaffImport(await hr(world.veurne), id, { fingerprint })).rejects.toThrow('crash');
    expect(await holdings(world.veurne)).toEqual(untouched);
    await asOwner('drop trigger crash on appointment');
    expect(await applyStaffImport(await hr(world.veurne), id, { fingerprint })).toMatchObject({
      people: 403,
    });
  });
});

describe('a list that was taken over', () => {
  it('says whether it was the first of this organisation', async () => {
    const isFirst = async () => {
      const id = await previewed(world.veurne, textOf(header, '707;Baert;An;an@baert.example;Sport;;Stad;'));
      const { fingerprint } = await shown(world.veurne, id);
      await applyStaffImport(await hr(world.veurne), id, { fingerprint });
      return staffImport(await hr(world.veurne), id);
    };
    await taken(world.koksijde, textOf(header, '707;Baert;An;an@baert.example;Sport;;Stad;'));
    expect(await isFirst()).toMatchObject({ isFirst: true });
    expect(await isFirst()).toMatchObject({ isFirst: false });
  });
});

describe('a list that waits', () => {
  it('goes when it is taken over, and can be taken over once', async () => {
    const id = await previewed(
      world.veurne,
      textOf(header, '707;Baert;An;an@baert.example;Sport;Zwembad;Stad;'),
    );
    const { fingerprint } = await shown(world.veurne, id);
    const outcome = await applyStaffImport(await hr(world.veurne), id, { fingerprint });
    expect(await rowsOf('staff_import')).toMatchObject([{ state: 'applied', list: null, outcome }]);
    expect(await staffImport(await hr(world.veurne), id)).toMatchObject({ state: 'applied', outcome });
    await expect(applyStaffImport(await hr(world.veurne), id, { fingerprint })).rejects.toThrow(Conflict);
    const log = await rowsOf('activity', `subject_id = '${id}' order by happened_at, id`);
    expect(log.map((row) => (row as { event: string }).event)).toEqual([
      'staff_list.read',
      'staff_list.applied',
    ]);
    expect(JSON.stringify(log)).not.toContain('Baert');
  });

  it('taken over twice at once is taken over once', async () => {
    const id = await previewed(world.veurne, textOf(header, '707;Baert;An;;Sport;;Stad;'));
    const { fingerprint } = await shown(world.veurne, id);
    const who = await hr(world.veurne);
    const both = await Promise.allSettled([1, 2].map(() => applyStaffImport(who, id, { fingerprint })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await rowsOf('appointment', `number = '707'`)).toHaveLength(1);
  });

  it('goes when it is dropped, or when another comes', async () => {
    const first = await previewed(world.veurne, textOf(header, '707;Baert;An;;Sport;;;'));
    const second = await previewed(world.veurne, textOf(header, '708;Claes;Bo;;Sport;;;'));
    expect(await staffImport(await hr(world.veurne), first)).toMatchObject({ state: 'dropped' });
    expect(await staffImportWaiting(await hr(world.veurne))).toMatchObject({
      id: second,
      fileName: 'lijst.csv',
    });
    await dropStaffImport(await hr(world.veurne), second);
    expect(await staffImportWaiting(await hr(world.veurne))).toBeUndefined();
    const rows = await rowsOf('staff_import');
    expect(rows.every((row) => (row as { list: unknown }).list === null)).toBe(true);
    await dropStaffImport(await hr(world.veurne), second);
    expect(
      await rowsOf('activity', `subject_id = '${second}' and event = 'staff_list.dropped'`),
    ).toHaveLength(1);
    const late = applyStaffImport(await hr(world.veurne), second, { fingerprint: '' });
    await expect(late).rejects.toMatchObject({ reason: 'people_import_gone' });
  });

  it('is shown again when something changed since', async () => {
    const id = await previewed(world.veurne, textOf(header, '707;Baert;An;;Sport;;Stad;'));
    const { fingerprint } = await shown(world.veurne, id);
    await world.veurne.inside((tx) => tx.insertInto('unit').values({ id: newId(), name: 'Sport' }).execute());
    const refused = applyStaffImport(await hr(world.veurne), id, { fingerprint });
    await expect(refused).rejects.toMatchObject({ reason: 'people_import_moved' });
    const again = await shown(world.veurne, id);
    expect(again.plan.newUnits).toEqual([]);
    await applyStaffImport(await hr(world.veurne), id, { fingerprint: again.fingerprint });
  });

  it('is nothing for another organisation, nor for who has another role', async () => {
    const id = await previewed(world.veurne, textOf(header, '707;Baert;An;;Sport;;;'));
    const { fingerprint } = await shown(world.veurne, id);
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
    await expect(staffImport(await hr(world.veurne), 'x')).rejects.toThrow(NotFound);
  });
});
