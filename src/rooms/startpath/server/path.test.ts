import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid } from '#platform/errors.ts';
import { addClosingDay } from '#rooms/organisations/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import { moveStep, planStart, startPathHere, tickStep, untickStep } from './index.ts';

const world = useWorld();

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('truncate start_path, start_step, closing_day');
});

const cora = () => world.veurne.as('cora');
const due = async (name: 'cora' | 'hans' | 'dirk' | 'ada' = 'cora') => {
  const { steps } = await startPathHere(await world.veurne.as(name));
  return Object.fromEntries(steps.map(({ step, dueOn }) => [step, dueOn]));
};

describe('the path', () => {
  it('has days once the decision has one, for whoever keeps it or leads, of the own organisation alone', async () => {
    expect(await startPathHere(await cora())).toMatchObject({ decidesOn: null, steps: [] });
    await planStart(await cora(), '2026-11-30');
    for (const name of ['cora', 'hans', 'dirk', 'ada'] as const)
      expect(await due(name)).toMatchObject({ decision: '2026-11-30', statement: '2026-12-03' });
    const there = await startPathHere(await world.koksijde.as('cora'));
    expect(there).toMatchObject({ decidesOn: null, steps: [] });
    for (const name of ['mia', 'ann', 'mara', 'dora'] as const)
      await expect(startPathHere(await world.veurne.as(name))).rejects.toThrow(Forbidden);
    for (const name of ['hans', 'dirk', 'mia'] as const)
      await expect(planStart(await world.veurne.as(name), '2026-12-01')).rejects.toThrow(Forbidden);
  });

  it('knows holidays and the days on which the house is shut', async () => {
    await planStart(await cora(), '2026-11-30');
    await addClosingDay(await cora(), { day: '2026-12-03', name: 'Brug' });
    expect(await due()).toMatchObject({ statement: '2026-12-04', consultation: '2026-12-15' });
  });

  it('moves along when a step was late, and back when it was not done after all', async () => {
    await planStart(await cora(), '2026-11-23');
    await travelTo('2026-12-01 10:00');
    expect(await due()).toMatchObject({ decision: '2026-12-01', statement: '2026-12-04' });
    await tickStep(await cora(), 'decision');
    await tickStep(await cora(), 'decision', '2026-11-24');
    expect(await due()).toMatchObject({ decision: '2026-12-01', statement: '2026-12-04' });
    await untickStep(await cora(), 'decision');
    await tickStep(await cora(), 'decision', '2026-11-24');
    expect(await due()).toMatchObject({ decision: '2026-11-24', statement: '2026-12-01' });
    await expect(untickStep(await world.veurne.as('hans'), 'decision')).rejects.toThrow(Forbidden);
    await expect(tickStep(await world.veurne.as('hans'), 'decision')).rejects.toThrow(Forbidden);
    await untickStep(await world.koksijde.as('cora'), 'decision');
    expect((await due()).decision).toBe('2026-11-24');
  });

  it('is past its first step when the decision was taken already, on that day and no other', async () => {
    const decision = async () => {
      const { steps } = await startPathHere(await cora());
      return steps.find(({ step }) => step === 'decision')?.doneOn;
    };
    await planStart(await cora(), '2026-11-19');
    expect(await decision()).toBe('2026-11-19');
    expect(await due()).toMatchObject({ statement: '2026-11-24' });
    await planStart(await cora(), '2026-11-20');
    expect(await decision()).toBe('2026-11-20');
    expect(await due()).toMatchObject({ statement: '2026-11-25' });
    await planStart(await cora(), '2026-11-30');
    expect(await decision()).toBeNull();
    expect((await startPathHere(await world.koksijde.as('cora'))).decidesOn).toBeNull();
  });

  it('keeps a day that was set by hand, until it is let go', async () => {
    await planStart(await cora(), '2026-11-23');
    await moveStep(await cora(), 'statement', '2026-12-07');
    expect(await due()).toMatchObject({ statement: '2026-12-07', consultation: '2026-12-16' });
    await moveStep(await cora(), 'statement', null);
    expect(await due()).toMatchObject({ statement: '2026-11-26', consultation: '2026-12-07' });
    await expect(moveStep(await world.veurne.as('dirk'), 'statement', null)).rejects.toThrow(Forbidden);
  });

  it('refuses days that cannot be, and a step before there is a path', async () => {
    await expect(planStart(await cora(), '2031-01-01')).rejects.toThrow(Invalid);
    await expect(tickStep(await cora(), 'staff')).rejects.toThrow(Conflict);
    await expect(moveStep(await cora(), 'staff', '2026-12-01')).rejects.toThrow(Conflict);
    await planStart(await cora(), '2026-11-23');
    await expect(tickStep(await cora(), 'staff', '2026-11-24')).rejects.toThrow(Invalid);
    await expect(moveStep(await cora(), 'staff', '2026-11-20')).rejects.toThrow(Invalid);
    await expect(moveStep(await cora(), 'staff', '2030-11-20')).rejects.toThrow(Invalid);
  });
});
