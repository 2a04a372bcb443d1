import { expect, it } from 'vitest';
import { functionGroups } from '#rooms/people/function-group.ts';
import { exampleItems } from './example.ts';
import { canTick, isFor, isTheirs, keepsWelcome, seesStep, type Doer } from './steps.ts';

const actor = (personId: string, kind?: string, unitId: string | null = null) => ({
  personId,
  roles: kind ? [{ kind, unitId, themes: [] }] : [],
});
const step = (doer: Doer) => ({ doer, personId: 'new', unitIds: ['library'] });

it('lets everybody tick what is theirs, and who welcomes people everything', () => {
  expect(canTick(actor('new'), step('self'))).toBe(true);
  expect(canTick(actor('new'), step('hr'))).toBe(false);
  expect(canTick(actor('ann', 'coach', 'library'), step('coach'))).toBe(true);
  expect(canTick(actor('ann', 'coach', 'archive'), step('coach'))).toBe(false);
  expect(canTick(actor('ann', 'coach', 'library'), step('manager'))).toBe(false);
  expect(canTick(actor('ann', 'coach', 'library'), step('self'))).toBe(false);
  expect(canTick(actor('mara', 'manager', 'library'), step('manager'))).toBe(true);
  for (const kind of ['hr', 'coordinator', 'admin']) {
    expect(keepsWelcome(actor('x', kind))).toBe(true);
    expect(canTick(actor('x', kind), step('ict'))).toBe(true);
    expect(isTheirs(actor('x', kind), step('self'))).toBe(false);
  }
});

it('shows the own list whole, and to a coach or manager no more than is theirs', () => {
  expect(seesStep(actor('new'), step('manager'))).toBe(true);
  expect(seesStep(actor('mia'), step('self'))).toBe(false);
  expect(seesStep(actor('ann', 'coach', 'library'), step('coach'))).toBe(true);
  expect(seesStep(actor('ann', 'coach', 'library'), step('hr'))).toBe(false);
  expect(seesStep(actor('tom', 'ict'), step('ict'))).toBe(false);
});

it('has a short example for every group, and one of its own for who becomes a coach', () => {
  for (const group of functionGroups) {
    const theirs = exampleItems().filter((item) => isFor(item, group));
    expect(theirs.length, group).toBeGreaterThanOrEqual(6);
    expect(theirs.length, group).toBeLessThanOrEqual(13);
    expect(
      theirs.some(({ doer }) => doer === 'coach'),
      group,
    ).toBe(true);
  }
  const coachs = exampleItems().filter((item) => isFor(item, 'coach'));
  expect(coachs.flatMap(({ shownBy }) => shownBy ?? [])).toEqual(['card', 'hours', 'drop_in']);
  expect(coachs.every(({ groups }) => groups.join() === 'coach')).toBe(true);
});
