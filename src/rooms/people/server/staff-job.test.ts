import { describe, expect, it } from 'vitest';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { everyDay } from '../../../../tests/support/daily.ts';
import { mondayMorning, rowsOf } from '../../../../tests/support/world.ts';
import { applyStaffImport, takeOver } from './staff-apply.ts';
import { dropStaffImport, previewStaffList, staffImport } from './staff-import.ts';
import { importRow, listIn } from './staff-waiting.ts';
import { answerStaffDoubts } from './staff-decide.ts';
import { takeOverStaffList } from './staff-job.ts';
import {
  header,
  holdings,
  hr,
  previewed,
  shown,
  taken,
  textOf,
  useStaffWorld,
} from './staff-import.world.ts';

const world = useStaffWorld();
const many = Array.from(
  { length: 1_200 },
  (_, at) => `${at + 10_000};Wie${at};Ever;e${at}@wie.example;Sport;;Stad Voorbeeld;`,
);
const long = textOf(header, ...many);

/** Confirmed; what the worker does is up to the test. */
async function confirmed() {
  const id = await previewed(world.veurne, long);
  const { fingerprint } = await shown(world.veurne, id);
  expect(await applyStaffImport(await hr(world.veurne), id, { fingerprint })).toBeNull();
  return id;
}
const work = (importId: string) =>
  takeOverStaffList(system(world.veurne.id, 'people.takeOverStaffList'), { importId });
const here = async (id: string) => staffImport(await hr(world.veurne), id);
const crashAt = (number: string, how: string) =>
  asOwner(`create or replace function crash() returns trigger language plpgsql as
    $$ begin if new.number = '${number}' then ${how}; end if; return new; end $$;
    create trigger crash before insert on appointment for each row execute function crash()`);

describe('a long list', () => {
  it('is taken over by a job that says how far it is, and once', async () => {
    const id = await confirmed();
    expect(await here(id)).toMatchObject({ state: 'applying', done: 0, total: 3_600 });
    const { fingerprint } = { fingerprint: 'again' };
    expect(await applyStaffImport(await hr(world.veurne), id, { fingerprint })).toBeNull();
    const jobs = await asOwner(
      `select data->'payload' as payload from pgboss.job where name = 'people.takeOverStaffList'`,
    );
    expect(jobs).toContainEqual({ payload: { importId: id } });
    const seen: unknown[] = [];
    await crashAt('11100', 'perform pg_sleep(1)');
    const working = work(id);
    for (let isBusy = true; isBusy;) {
      const people = await rowsOf('person', `import_id = '${id}'`);
      const [row] = await rowsOf('staff_import', `id = '${id}'`);
      isBusy = row!.state === 'applying';
      if (isBusy) expect(people).toEqual([]);
      seen.push(row!.done);
    }
    await working;
    expect(seen).toContain(2_200);
    expect(await here(id)).toMatchObject({ state: 'applied', outcome: { people: 1_200 } });
    await work(id);
    expect(await rowsOf('person', `import_id = '${id}'`)).toHaveLength(1_200);
  });

  it('of a worker that is killed leaves nothing, and is taken up again', async () => {
    const id = await confirmed();
    const before = await holdings(world.veurne);
    await crashAt('11100', `raise 'killed'`);
    // What a killed process leaves: a transaction that the database undoes, and nobody who tells the list.
    const killed = inOrganisation(system(world.veurne.id, 'test'), async (tx) => {
      const row = await importRow(tx, id);
      const fingerprint = row!.fingerprint!;
      return takeOver(tx, { id, waiting: listIn(row!), fingerprint, step: async () => {} });
    });
    await expect(killed).rejects.toThrow('killed');
    expect(await holdings(world.veurne)).toEqual(before);
    expect(await here(id)).toMatchObject({ state: 'applying' });
    await asOwner('drop trigger crash on appointment');
    await work(id);
    expect(await here(id)).toMatchObject({ state: 'applied', outcome: { people: 1_200 } });
  });

  it('that fails comes back to be looked at, with a sentence', async () => {
    const id = await confirmed();
    await crashAt('11100', `raise 'crash'`);
    await work(id);
    expect(await here(id)).toMatchObject({ state: 'preview', trouble: 'people_import_failed' });
    expect(await rowsOf('person', `import_id = '${id}'`)).toEqual([]);
  });

  it('of which something moved meanwhile comes back too', async () => {
    const id = await confirmed();
    await asOwner(
      `insert into person (organisation_id, id, first_name, last_name, email)
      values ($1, gen_random_uuid(), 'Bo', 'Nys', 'e7@wie.example')`,
      [world.veurne.id],
    );
    await work(id);
    expect(await here(id)).toMatchObject({ state: 'preview', trouble: 'people_import_moved' });
  });

  it('cannot be dropped or replaced while it is taken over', async () => {
    const id = await confirmed();
    await expect(dropStaffImport(await hr(world.veurne), id)).rejects.toThrow();
    const other = previewStaffList(await hr(world.veurne), textOf(header, '9;Nys;Bo;;Sport;;;'));
    await expect(other).rejects.toMatchObject({ reason: 'people_import_running' });
  });
});

describe('two administrators at once', () => {
  const one = textOf(header, '707;Baert;An;;Sport;;;');
  const two = textOf(header, '708;Nys;Bo;;Sport;;;');

  it('do not throw away what the other decided', async () => {
    const [hans, ada] = [await hr(world.veurne), await world.veurne.as('ada')];
    await Promise.all([previewStaffList(hans, one), previewStaffList(ada, two)]);
    expect(await rowsOf('staff_import', `state = 'preview'`)).toHaveLength(1);
    const id = await previewed(world.veurne, one);
    await answerStaffDoubts(hans, id, { pairs: {} });
    const refused = previewStaffList(ada, two);
    await expect(refused).rejects.toMatchObject({ reason: 'people_import_other_waits' });
    expect(await here(id)).toMatchObject({ state: 'preview' });
    await dropStaffImport(ada, id);
    await previewStaffList(ada, two);
  });

  it('take one list over once, and both see what it did', async () => {
    const id = await previewed(world.veurne, one);
    const { fingerprint } = await shown(world.veurne, id);
    const whos = [await hr(world.veurne), await world.veurne.as('ada')];
    const both = await Promise.allSettled(whos.map((who) => applyStaffImport(who, id, { fingerprint })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await rowsOf('person', `last_name = 'Baert'`)).toHaveLength(1);
    expect(await taken(world.veurne, two)).toMatchObject({ people: 1 });
  });
});

it('a list whose job was given up is tried once more the next day, and nobody else’s', async () => {
  const id = await confirmed();
  const jobs = () =>
    asOwner(`select data from pgboss.job where name = 'people.takeOverStaffList' and data->'payload' = $1`, [
      JSON.stringify({ importId: id }),
    ]);
  await asOwner(`delete from pgboss.job where name = 'people.takeOverStaffList'`);
  await everyDay(world.koksijde);
  expect(await jobs()).toEqual([]);
  await everyDay(world.veurne);
  expect(await jobs()).toMatchObject([{ data: { organisationId: world.veurne.id } }]);
  await work(id);
  expect(await here(id)).toMatchObject({ state: 'applied' });
});

it('a list that waits longer than fourteen days goes by itself', async () => {
  const id = await previewed(world.veurne, textOf(header, '707;Baert;An;;Sport;;;'));
  await travelTo('2026-12-06 10:00');
  await everyDay(world.veurne);
  expect(await here(id)).toMatchObject({ state: 'preview' });
  await travelTo('2026-12-08 10:00');
  await everyDay(world.veurne);
  expect(await rowsOf('staff_import')).toMatchObject([{ state: 'dropped', list: null }]);
  await travelTo(mondayMorning);
});
