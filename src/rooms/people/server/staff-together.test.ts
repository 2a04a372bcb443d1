import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf } from '../../../../tests/support/world.ts';
import { applyStaffImport } from './staff-apply.ts';
import { answerStaffDoubts, decideStaffEnding } from './staff-decide.ts';
import { dropStaffImport, previewStaffList, staffImport } from './staff-import.ts';
import { takeOverStaffList } from './staff-job.ts';
import { oneImportAtATime } from './staff-waiting.ts';
import {
  header,
  holdings,
  hr,
  shown,
  taken,
  textOf,
  useStaffWorld,
  type File,
} from './staff-import.world.ts';

// Hans and Ada keep the staff of one town, each with a list of their own.

const world = useStaffWorld();

const stad = ['700;Baert;An;;Sport;;Stad Voorbeeld;', '701;Nys;Bo;;Sport;;Stad Voorbeeld;'];
const october = textOf(
  header,
  ...stad,
  '800;Claes;Els;;Zorg;;OCMW;',
  '801;Daems;Fien;;Zorg;;OCMW;',
  ...Array.from({ length: 20 }, (_, at) => `${900 + at};Wie${at};Ever;;Zorg;;OCMW;`),
);
/** The OCMW alone, a month later: Els moved, Fien left, Gust is new. */
const november = textOf(
  header,
  '800;Claes;Els;;Thuiszorg;;OCMW;',
  '802;Evers;Gust;;Zorg;;OCMW;',
  ...Array.from({ length: 20 }, (_, at) => `${900 + at};Wie${at};Ever;;Zorg;;OCMW;`),
);
const hans = () => hr(world.veurne);
const ada = () => world.veurne.as('ada');

async function readBy(who: Awaited<ReturnType<typeof hans>>, file: File): Promise<string> {
  const read = await previewStaffList(who, file);
  if (read.problem) throw new Error(read.problem);
  return read.id;
}
const seen = async (id: string) => (await shown(world.veurne, id)).fingerprint;
const whereIs = async (number: string) =>
  (
    await asOwner<{ unit: string; ends: string | null }>(
      `select u.name as unit, a.ends_on::text as ends from appointment a join unit u on u.id = a.unit_id
        where a.number = $1 and a.organisation_id = $2`,
      [number, world.veurne.id],
    )
  )[0];

describe('two lists of one town, looked at side by side', () => {
  it('the last one read waits; who looks at the other is told so, and nothing is done', async () => {
    const first = await readBy(await hans(), october);
    const fingerprint = await seen(first);
    const second = await readBy(await ada(), november);
    const before = await holdings(world.veurne);
    const gone = { reason: 'people_import_gone' };
    await expect(applyStaffImport(await hans(), first, { fingerprint })).rejects.toMatchObject(gone);
    await expect(answerStaffDoubts(await hans(), first, { alike: 'same' })).rejects.toMatchObject(gone);
    const ending = { employerId: crypto.randomUUID(), ends: true, lastDay: '2026-11-20', sureOf: null };
    await expect(decideStaffEnding(await hans(), first, ending)).rejects.toMatchObject(gone);
    await dropStaffImport(await hans(), first);
    expect(await holdings(world.veurne)).toEqual(before);
    expect(await staffImport(await ada(), second)).toMatchObject({ state: 'preview' });
  });

  it('after the one was taken over, the older one shows what it would undo before it does', async () => {
    await taken(world.veurne, october);
    const late = await readBy(await hans(), october);
    const stale = await seen(late);
    const newer = await readBy(await ada(), november);
    expect(await applyStaffImport(await ada(), newer, { fingerprint: await seen(newer) })).toMatchObject({
      ...{ people: 1, changed: 1, ended: 1, units: 1 },
    });
    const undo = applyStaffImport(await hans(), late, { fingerprint: stale });
    await expect(undo).rejects.toMatchObject({ reason: 'people_import_gone' });
    expect([await whereIs('800'), await whereIs('801')]).toEqual([
      { unit: 'Thuiszorg', ends: null },
      { unit: 'Zorg', ends: '2026-11-22' },
    ]);
    const again = await readBy(await hans(), october);
    const { plan } = await shown(world.veurne, again);
    expect(plan.changed.flatMap(({ staff, changes }) => changes.map((one) => [staff.number, one]))).toEqual([
      ['800', { field: 'unit', from: 'Thuiszorg', to: 'Zorg' }],
      ['801', { field: 'endsOn', from: '2026-11-22', to: null }],
    ]);
    expect(plan.endings.flatMap(({ people }) => people.map(({ number }) => number))).toEqual(['802']);
    // What the first looked at is not what would happen now.
    const blind = applyStaffImport(await hans(), again, { fingerprint: stale });
    await expect(blind).rejects.toMatchObject({ reason: 'people_import_moved' });
    await dropStaffImport(await hans(), again);
    expect((await whereIs('800'))?.unit).toBe('Thuiszorg');
  });

  it('a list of one employer leaves the others as the whole list made them', async () => {
    await taken(world.veurne, october);
    await taken(world.veurne, november);
    for (const number of ['700', '701']) expect(await whereIs(number)).toEqual({ unit: 'Sport', ends: null });
  });
});

describe('at the very same moment', () => {
  it('reading waits for who takes over, and is reckoned with what that did', async () => {
    const first = await readBy(await hans(), october);
    const fingerprint = await seen(first);
    const events: string[] = [];
    let reading = Promise.resolve('');
    const taking = inOrganisation(await hans(), async (tx) => {
      await applyStaffImport(tx, first, { fingerprint });
      reading = readBy(await ada(), november).finally(() => events.push('read'));
      await pause(300);
      events.push('taken over');
    });
    await taking;
    const second = await reading;
    expect(events).toEqual(['taken over', 'read']);
    const { plan } = await shown(world.veurne, second);
    expect([plan.added.length, plan.changed.length, plan.newEmployers, plan.unchanged]).toEqual([
      1,
      1,
      [],
      20,
    ]);
    expect(await rowsOf('staff_import', `list is not null`)).toHaveLength(1);
  });

  it('whatever comes first: the list taken over whole, or gone whole', async () => {
    await taken(world.veurne, october);
    const first = await readBy(await hans(), november);
    const fingerprint = await seen(first);
    const [applied, read] = await Promise.allSettled([
      hans().then((who) => applyStaffImport(who, first, { fingerprint })),
      ada().then((who) => readBy(who, october)),
    ]);
    expect(read.status).toBe('fulfilled');
    const isApplied = applied.status === 'fulfilled';
    if (!isApplied) expect(applied.reason).toMatchObject({ reason: 'people_import_gone' });
    expect(await whereIs('800')).toEqual({ unit: isApplied ? 'Thuiszorg' : 'Zorg', ends: null });
    expect((await whereIs('801'))?.ends).toBe(isApplied ? '2026-11-22' : null);
    expect(await rowsOf('appointment', `number = '802'`)).toHaveLength(isApplied ? 1 : 0);
  });

  it('confirmed first: whoever lets it go hears that it is being taken over', async () => {
    const id = await readBy(await hans(), november);
    let dropping: Promise<unknown> = Promise.resolve();
    await inOrganisation(await hans(), async (tx) => {
      await oneImportAtATime(tx);
      const confirmed = { state: 'applying', fingerprint: await seen(id) };
      await tx.updateTable('staff_import').set(confirmed).where('id', '=', id).execute();
      dropping = dropStaffImport(await ada(), id).catch((error: unknown) => error);
      await pause(200);
    });
    expect(await dropping).toMatchObject({ reason: 'people_import_running' });
    expect(await rowsOf('activity', `event = 'staff_list.dropped' and subject_id = '${id}'`)).toEqual([]);
    await asOwner(`update staff_import set state = 'preview', fingerprint = null where id = $1`, [id]);
  });

  it('while a job takes a long list over, nobody is kept waiting for it', async () => {
    const many = Array.from(
      { length: 1_100 },
      (_, at) => `${at + 10_000};Wie${at};Ever;;Sport;;Stad Voorbeeld;`,
    );
    const id = await readBy(await hans(), textOf(header, ...many));
    const fingerprint = await seen(id);
    expect(await applyStaffImport(await hans(), id, { fingerprint })).toBeNull();
    // The job stands still at one line, for as long as this test holds a lock.
    await asOwner(`create or replace function crash() returns trigger language plpgsql as
      $$ begin if new.number = '11000' then perform pg_advisory_xact_lock(11000); end if; return new; end $$;
      create trigger crash before insert on appointment for each row execute function crash()`);
    const job = await world.veurne.inside(async (tx) => {
      await sql`select pg_advisory_xact_lock(11000)`.execute(tx);
      const working = takeOverStaffList(system(world.veurne.id, 'test'), { importId: id });
      await untilWritten(id);
      const running = { reason: 'people_import_running' };
      await expect(ada().then((who) => readBy(who, november))).rejects.toMatchObject(running);
      await expect(dropStaffImport(await ada(), id)).rejects.toMatchObject(running);
      await expect(answerStaffDoubts(await ada(), id, { alike: 'same' })).rejects.toMatchObject(running);
      expect(await applyStaffImport(await ada(), id, { fingerprint })).toBeNull();
      return { working };
    });
    await job.working;
    expect(await staffImport(await ada(), id)).toMatchObject({ state: 'applied' });
    const second = await readBy(await ada(), november);
    expect((await shown(world.veurne, second)).plan.endings).toEqual([]);
  });
});

/** Until the job said how far it is: it is at work in its own transaction. */
async function untilWritten(id: string): Promise<void> {
  for (;;) {
    const [row] = await rowsOf('staff_import', `id = '${id}' and done > 0`);
    if (row) return;
    await pause(20);
  }
}
