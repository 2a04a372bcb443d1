import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { inOrganisation } from '#platform/server/scope.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, rowsOf, useWorld, type Name } from '../../../../tests/support/world.ts';
import { forgetCalls } from './forget.ts';
import {
  callHere,
  callStands,
  changeCallClosing,
  closeCall,
  colleaguesBeside,
  declineNaming,
  myNamings,
  nameColleague,
  openCall,
  planStart,
  startPathHere,
  startpathOnStart,
  stepBackFromCall,
  volunteer,
  volunteersHere,
  withdrawNaming,
  writeStepText,
} from './index.ts';
import { startpath } from './register.ts';

const world = useWorld();
const text = { body: '# Wil jij digicoach worden?\n\nTot en met [sluitingsdag].', edition: 0 };

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('truncate start_path, start_step, start_text, coach_call, pinned, notification cascade');
  for (const town of [world.veurne, world.koksijde]) {
    await planStart(await town.as('cora'), '2026-11-23');
    await writeStepText(await town.as('cora'), 'call', text);
  }
});

const as = (name: Name) => world.veurne.as(name);
const open = async (closesOn = '2026-12-11') => openCall(await as('cora'), closesOn);
const called = async (name: Name, town = world.veurne) => callHere(await town.as(name));
const listed = async () =>
  (await volunteersHere(await as('cora'))).map(({ firstName, line }) => [firstName, line]);
const told = () => rowsOf('notification', `kind = 'call.named'`);

describe('the call', () => {
  it('is read by everybody of the organisation, hangs on Start until it closes, and does its step', async () => {
    expect(await called('mia')).toBeNull();
    await open();
    expect(await called('mia')).toMatchObject({ isOpen: true, closesOn: '2026-12-11', mine: null });
    expect((await called('mia'))!.text).toContain('Tot en met vr 11 dec. 2026.');
    expect((await startpathOnStart(await as('karel'))).call).toEqual({
      closesOn: '2026-12-11',
      isNew: false,
    });
    expect((await startpathOnStart(await world.koksijde.as('karel'))).call).toBeNull();
    expect(await called('mia', world.koksijde)).toBeNull();
    const { steps } = await startPathHere(await as('cora'));
    expect(steps.find(({ step }) => step === 'call')?.doneOn).toBe('2026-11-23');
    await travelTo('2026-12-12 10:00');
    expect((await startpathOnStart(await as('karel'))).call).toBeNull();
    expect(await called('mia')).toMatchObject({ isOpen: false });
  });

  it('opens once, for a while, with a text without open places, by who keeps the path', async () => {
    await expect(open('2026-11-20')).rejects.toThrow(Invalid);
    await expect(open('2027-11-20')).rejects.toThrow(Invalid);
    await expect(openCall(await as('hans'), '2026-12-11')).rejects.toThrow(Forbidden);
    await writeStepText(await as('cora'), 'call', { body: '[..] uur', edition: 1 });
    await expect(open()).rejects.toThrow(Invalid);
    expect(await callStands(await as('dirk'))).toBeNull();
    await writeStepText(await as('cora'), 'call', { body: '1 uur', edition: 2 });
    await open();
    await expect(open()).rejects.toThrow(Conflict);
    await changeCallClosing(await as('ada'), '2026-12-04');
    expect(await callStands(await as('dirk'))).toMatchObject({ closesOn: '2026-12-04', isOpen: true });
    await closeCall(await as('cora'));
    expect(await callStands(await as('hans'))).toMatchObject({ isOpen: false });
    expect((await startpathOnStart(await as('karel'))).call).toBeNull();
    for (const verb of [callStands, closeCall])
      await expect(verb(await as('mia'))).rejects.toThrow(Forbidden);
    await expect(changeCallClosing(await as('mia'), '2026-12-04')).rejects.toThrow(Forbidden);
    await expect(closeCall(await world.koksijde.as('cora'))).rejects.toThrow(Conflict);
    await expect(changeCallClosing(await world.koksijde.as('cora'), '2026-12-04')).rejects.toThrow(Conflict);
  });
});

describe('wanting to', () => {
  it('is seen by coordinator and HR, never by a manager or the one who only keeps the path', async () => {
    await open();
    await volunteer(await as('mia'), 'Ik help graag.');
    await volunteer(await as('karel'), '');
    await volunteer(await as('mia'), 'Ik help heel graag.');
    expect(await listed()).toEqual([
      ['Mia', 'Ik help heel graag.'],
      ['Karel', ''],
    ]);
    expect(await volunteersHere(await as('hans'))).toMatchObject([
      { unitName: 'Burgerzaken', coachOf: [] },
      { unitName: 'Burgerzaken' },
    ]);
    expect(await volunteersHere(await world.koksijde.as('cora'))).toEqual([]);
    for (const name of ['mara', 'ada', 'dirk', 'mia', 'ann'] as const)
      await expect(volunteersHere(await as(name))).rejects.toThrow(Forbidden);
    await stepBackFromCall(await as('karel'));
    await stepBackFromCall(await world.koksijde.as('mia'));
    expect(await listed()).toEqual([['Mia', 'Ik help heel graag.']]);
    expect((await called('mia'))!.mine).toEqual({ line: 'Ik help heel graag.' });
  });

  it('is possible while the call is open; taking it back always is', async () => {
    await expect(volunteer(await as('mia'), '')).rejects.toThrow(Conflict);
    await open();
    await volunteer(await as('mia'), '');
    await expect(volunteer(await world.koksijde.as('mia'), '')).rejects.toThrow(Conflict);
    await closeCall(await as('cora'));
    await expect(volunteer(await as('karel'), '')).rejects.toThrow(Conflict);
    await stepBackFromCall(await as('mia'));
    expect(await listed()).toEqual([]);
  });
});

describe('naming a colleague', () => {
  it('asks them, by name or address, and tells nobody what became of it', async () => {
    await open();
    await nameColleague(await as('karel'), ' maes  MIA ');
    expect(await told()).toMatchObject([{ person_id: world.veurne.personId('mia') }]);
    expect((await startpathOnStart(await as('mia'))).call).toMatchObject({ isNew: true });
    expect((await called('mia'))!.namedBy).toEqual([{ firstName: 'Karel', lastName: 'Maes' }]);
    expect((await startpathOnStart(await as('mia'))).call).toMatchObject({ isNew: false });
    expect((await called('karel'))!.namedBy).toEqual([]);
    expect(await listed()).toEqual([]);
    for (const name of ['cora', 'ada', 'hans', 'bram'] as const)
      await inOrganisation(await as(name), async (tx) => {
        for (const table of ['call_named', 'call_naming'] as const)
          expect(await tx.selectFrom(table).selectAll().execute(), `${name} ${table}`).toEqual([]);
      });
    await declineNaming(await world.koksijde.as('mia'));
    await declineNaming(await as('mia'));
    expect((await called('mia'))!.namedBy).toEqual([]);
    expect(await rowsOf('call_named')).toEqual([]);
    expect(await myNamings(await as('karel'))).toMatchObject([{ typed: ' maes  MIA ' }]);
  });

  it('answers the same whether or not somebody is called so', async () => {
    await open();
    await nameColleague(await as('karel'), 'Niemand Hier');
    await nameColleague(await as('karel'), `omer@${world.koksijde.id.slice(-12)}.example`);
    await nameColleague(await as('karel'), `OMER@${world.veurne.id.slice(-12)}.example`);
    expect((await myNamings(await as('karel'))).map(({ typed }) => typed)).toHaveLength(3);
    expect(await told()).toMatchObject([{ person_id: world.veurne.personId('omer') }]);
    // Of two with one name the one of the own unit is meant.
    await asOwner(`update person set first_name = 'Bram' where id = $1`, [world.veurne.personId('lies')]);
    await nameColleague(await as('karel'), 'Bram Maes');
    expect((await told()).map((row) => row.person_id)).toContain(world.veurne.personId('bram'));
    await nameColleague(await as('hans'), 'Bram Maes');
    expect(await told()).toHaveLength(2);
    await asOwner(`update person set first_name = 'Lies' where id = $1`, [world.veurne.personId('lies')]);
  });

  it('is done by a yes, and then asked no more; not for oneself, and not without end', async () => {
    await open();
    await nameColleague(await as('karel'), 'Mia Maes');
    await nameColleague(await as('karel'), 'mia maes');
    expect(await told()).toHaveLength(1);
    await volunteer(await as('mia'), '');
    expect((await called('mia'))!.namedBy).toEqual([]);
    await nameColleague(await as('bram'), 'Mia Maes');
    expect(await told()).toHaveLength(1);
    await expect(nameColleague(await as('karel'), 'Karel Maes')).rejects.toThrow(Invalid);
    for (const name of ['a', 'b', 'c', 'd']) await nameColleague(await as('karel'), name);
    await expect(nameColleague(await as('karel'), 'e')).rejects.toThrow(Conflict);
    const bram = await as('bram');
    await Promise.allSettled(['f', 'g', 'h', 'i', 'j', 'k', 'l'].map((name) => nameColleague(bram, name)));
    expect(await myNamings(bram)).toHaveLength(5);
    await expect(nameColleague(await world.koksijde.as('karel'), 'Mia Maes')).rejects.toThrow(Conflict);
    await expect(myNamings(await world.koksijde.as('karel'))).rejects.toThrow(Conflict);
  });

  it('mails nobody twice, however often somebody thinks of them', async () => {
    await open();
    for (const typed of ['Mia Maes', 'Maes Mia', 'Mia Maes']) {
      await nameColleague(await as('karel'), typed);
      for (const { id } of await myNamings(await as('karel'))) await withdrawNaming(await as('karel'), id);
    }
    await nameColleague(await as('bram'), 'Mia Maes');
    expect(await told()).toHaveLength(1);
    expect((await called('mia'))!.namedBy).toMatchObject([{ firstName: 'Bram' }]);
  });

  it('counts what was taken back, without a name: who errs may mend it, nobody names the whole house', async () => {
    await open();
    const karel = await as('karel');
    for (const name of ['Mia Maes', 'Bram Maes', 'Omer Maes', 'Lies Maes', 'Tom Maes']) {
      await nameColleague(karel, name);
      const [{ id }] = (await myNamings(karel)) as unknown as [{ id: string }];
      await withdrawNaming(karel, id);
      await expect(withdrawNaming(karel, id)).rejects.toThrow(NotFound);
    }
    expect(await told()).toHaveLength(5);
    expect(await rowsOf('call_named')).toEqual([]);
    expect((await rowsOf('call_naming')).map(({ typed }) => typed)).toEqual(['', '', '', '', '']);
    const [row] = await rowsOf('call_naming');
    await expect(withdrawNaming(karel, String(row!.id))).rejects.toThrow(NotFound);
    for (const name of ['a', 'b', 'c', 'd', 'e']) await nameColleague(karel, name);
    expect(await myNamings(karel)).toHaveLength(5);
    await withdrawNaming(karel, (await myNamings(karel))[0]!.id);
    await expect(nameColleague(karel, 'Cora Maes')).rejects.toThrow(new Conflict('startpath_named_often'));
    expect(await told()).toHaveLength(5);
    await nameColleague(await as('bram'), 'Cora Maes');
    expect(await told()).toHaveLength(6);
  });

  it('is taken back by who did it', async () => {
    await open();
    await nameColleague(await as('karel'), 'Mia Maes');
    const [{ id }] = (await myNamings(await as('karel'))) as unknown as [{ id: string }];
    await expect(withdrawNaming(await as('bram'), id)).rejects.toThrow(NotFound);
    await expect(withdrawNaming(await world.koksijde.as('karel'), id)).rejects.toThrow(NotFound);
    await expect(withdrawNaming(await as('karel'), 'x')).rejects.toThrow(NotFound);
    await withdrawNaming(await as('karel'), id);
    expect(await myNamings(await as('karel'))).toEqual([]);
    expect((await called('mia'))!.namedBy).toEqual([]);
  });

  it('offers the colleagues of the own unit alone', async () => {
    expect((await colleaguesBeside(await as('omer'))).map(({ firstName }) => firstName)).toEqual(['Lies']);
    const there = await colleaguesBeside(await world.koksijde.as('omer'));
    expect(there).toHaveLength(1);
  });
});

it('goes with all answers thirty days after it closed, and those of who leaves at once', async () => {
  await open('2026-12-01');
  for (const name of ['mia', 'karel'] as const) await volunteer(await as(name), '');
  await nameColleague(await as('karel'), 'Bram Maes');
  const leave = (name: Name, gone: boolean) =>
    world.veurne.inside((tx) =>
      startpath.whenLeft!(tx, { personId: world.veurne.personId(name), gone, keeperId: null }),
    );
  await leave('mia', true);
  await leave('karel', false);
  await leave('bram', true);
  expect([(await rowsOf('call_volunteer')).length, (await rowsOf('call_named')).length]).toEqual([1, 0]);
  await travelTo('2026-12-31 10:00');
  await forgetCalls(world.veurne.system);
  expect(await rowsOf('coach_call')).toHaveLength(1);
  await travelTo('2027-01-01 10:00');
  await forgetCalls(world.koksijde.system);
  expect(await rowsOf('coach_call')).toHaveLength(1);
  await forgetCalls(world.veurne.system);
  for (const table of ['coach_call', 'call_volunteer', 'call_naming'])
    expect(await rowsOf(table)).toEqual([]);
});
