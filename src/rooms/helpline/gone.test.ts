import { expect, test } from 'vitest';
import { at, away, helper, monday } from '#rooms/people/candidates.world.ts';
import { mustLeave, type Holder } from './gone.ts';

const waiting = { state: 'waiting', unitId: 'finance' } as const;
const claimed = { state: 'claimed', unitId: 'finance' } as const;
const ann = { coachOf: ['finance'] };

const holder = (own: Parameters<typeof helper>[1] | null, more: Partial<Holder> = {}): Holder => ({
  ...{ helper: own ? helper('ann', own) : null, worksHere: true, reason: { kind: 'own_coach' } },
  ...more,
});

test.each([
  ['there', ann, waiting, null],
  ['away', { ...ann, ...away('2026-11-20T00:00', null) }, claimed, 'away'],
  ['away later', { ...ann, ...away('2026-11-24T00:00', null) }, waiting, null],
  ['pausing with one that waits', { ...ann, pausedUntil: at('2026-11-23T11:00') }, waiting, 'away'],
  ['pausing with one begun', { ...ann, pausedUntil: at('2026-11-23T11:00') }, claimed, null],
  ['after a pause', { ...ann, pausedUntil: at(monday) }, waiting, null],
  ['coach of another unit now', { coachOf: ['registry'] }, waiting, 'left'],
  ['no helper any more', null, claimed, 'left'],
] as const)('%s', (_what, own, question, ending) => {
  const made = own && { ...own, coachOf: [...('coachOf' in own ? own.coachOf : [])] };
  expect(mustLeave(question, holder(made as typeof ann | null), at(monday))).toBe(ending);
});

test('who left has nothing, a stand-in keeps what came while the other was away', () => {
  expect(mustLeave(waiting, holder(ann, { worksHere: false }), at(monday))).toBe('left');
  const standIn = { reason: { kind: 'substitute', forId: 'zoe' } } as const;
  expect(mustLeave(waiting, holder(null, standIn), at(monday))).toBeNull();
  expect(mustLeave(waiting, holder(null, { ...standIn, worksHere: false }), at(monday))).toBe('left');
});

test('each reason asks for its own role', () => {
  const has = (own: object, reason: Holder['reason']) =>
    mustLeave(waiting, holder(own, { reason }), at(monday));
  expect(has({ isExpert: true }, { kind: 'expert', theme: 'teams' })).toBeNull();
  expect(has({}, { kind: 'expert', theme: 'teams' })).toBe('left');
  expect(has({ coachOf: ['registry'] }, { kind: 'neighbour', unitId: 'registry' })).toBeNull();
  expect(has({}, { kind: 'neighbour', unitId: 'registry' })).toBe('left');
  for (const kind of ['ict', 'coordinator', 'admin'] as const) expect(has({}, { kind })).toBe('left');
  expect(has({}, { kind: 'claimed' })).toBeNull();
});
