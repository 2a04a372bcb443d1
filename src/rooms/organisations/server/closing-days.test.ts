import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import {
  addClosingDay,
  changeOrganisation,
  changeUnitClosing,
  changeUnitNeighbours,
  closingDaysHere,
  organisationHere,
  removeClosingDay,
  unitsHere,
} from './index.ts';

const world = useWorld();
const bridge = { day: '2026-12-24', name: 'Brugdag' };

describe('closing days', () => {
  it('stand among the holidays to come, each by its name, for the own organisation alone', async () => {
    const { veurne, koksijde } = world;
    const cora = await veurne.as('cora');
    await addClosingDay(cora, bridge);
    expect((await closingDaysHere(cora)).slice(0, 3)).toEqual([
      { ...bridge, own: true },
      { day: '2026-12-25', name: 'Kerstmis', own: false },
      { day: '2027-01-01', name: 'Nieuwjaar', own: false },
    ]);
    expect((await closingDaysHere(await koksijde.as('cora'))).some(({ own }) => own)).toBe(false);
    await expect(removeClosingDay(await koksijde.as('ada'), bridge.day)).rejects.toThrow(NotFound);
    expect(await removeClosingDay(cora, bridge.day)).toEqual({ name: 'Brugdag' });
    // A year and a month from late November reaches the year after next: the one between is not passed over.
    await travelTo('2026-11-30 10:00');
    const years = new Set((await closingDaysHere(cora)).map(({ day }) => day.slice(0, 4)));
    expect([...years]).toEqual(['2026', '2027', '2028']);
    await travelTo(mondayMorning);
    await expect(removeClosingDay(cora, bridge.day)).rejects.toThrow(NotFound);
  });

  it('are added once, never on a holiday, in the past or centuries away', async () => {
    const ada = await world.veurne.as('ada');
    await addClosingDay(ada, bridge);
    await expect(addClosingDay(ada, bridge)).rejects.toThrow(Conflict);
    await expect(addClosingDay(ada, { day: '2026-12-25', name: 'x' })).rejects.toThrow(Conflict);
    await expect(addClosingDay(ada, { day: '2026-11-20', name: 'x' })).rejects.toThrow(Invalid);
    await expect(addClosingDay(ada, { day: '9202-11-20', name: 'x' })).rejects.toThrow(Invalid);
    await removeClosingDay(ada, bridge.day);
  });

  it('are for who keeps the organisation running', async () => {
    for (const name of ['mia', 'ann', 'hans'] as const) {
      const who = await world.veurne.as(name);
      await expect(closingDaysHere(who)).rejects.toThrow(Forbidden);
      await expect(addClosingDay(who, bridge)).rejects.toThrow(Forbidden);
      await expect(removeClosingDay(who, bridge.day)).rejects.toThrow(Forbidden);
    }
  });
});

describe('a unit', () => {
  const archive = async () =>
    (await unitsHere(await world.veurne.as('mia'))).find(({ name }) => name === 'Archief')!;

  it('has the neighbours that were chosen, or the default ones', async () => {
    const { veurne, koksijde } = world;
    const cora = await veurne.as('cora');
    const [unitId, library] = [veurne.unitId('Archief'), veurne.unitId('Bibliotheek')];
    await changeUnitNeighbours(cora, unitId, [library, library]);
    expect((await archive()).neighbourIds).toEqual([library]);
    await changeUnitNeighbours(cora, unitId, []);
    expect((await archive()).neighbourIds).toEqual([]);
    for (const strange of [unitId, koksijde.unitId('ICT'), 'x'])
      await expect(changeUnitNeighbours(cora, unitId, [strange])).rejects.toThrow(Invalid);
    await expect(changeUnitNeighbours(await koksijde.as('cora'), unitId, [])).rejects.toThrow(NotFound);
    await expect(changeUnitNeighbours(await veurne.as('ann'), unitId, [])).rejects.toThrow(Forbidden);
    await changeUnitNeighbours(cora, unitId, null);
    expect((await archive()).neighbourIds).toBeNull();
  });

  it('may be open on closing days', async () => {
    const { veurne, koksijde } = world;
    const [ada, unitId] = [await veurne.as('ada'), veurne.unitId('Archief')];
    await changeUnitClosing(ada, unitId, true);
    expect((await archive()).openOnClosingDays).toBe(true);
    await expect(changeUnitClosing(await koksijde.as('ada'), unitId, false)).rejects.toThrow(NotFound);
    await expect(changeUnitClosing(await veurne.as('mia'), unitId, false)).rejects.toThrow(Forbidden);
    await expect(changeUnitClosing(ada, 'x', false)).rejects.toThrow(NotFound);
    await changeUnitClosing(ada, unitId, false);
    expect((await archive()).openOnClosingDays).toBe(false);
  });
});

it('the number of the DPO stands beside that of ICT, and stays when only the other changes', async () => {
  const ada = await world.veurne.as('ada');
  await changeOrganisation(ada, { name: 'Veurne', ictPhone: '1234', dpoPhone: '5678' });
  await changeOrganisation(ada, { name: 'Veurne', ictPhone: null });
  const numbers = { ictPhone: null, dpoPhone: '5678' };
  expect(await organisationHere(await world.veurne.as('mia'))).toMatchObject(numbers);
  expect((await organisationHere(await world.koksijde.as('mia'))).dpoPhone).toBeNull();
});
