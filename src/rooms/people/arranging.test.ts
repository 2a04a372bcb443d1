import { expect, it } from 'vitest';
import { canArrange, canGiveRole, canMarkAway, rolesToGive } from './arranging.ts';

const holding = (kind: string | null, personId = 'me') => ({
  kind: 'person' as const,
  personId,
  roles: kind ? [{ kind, unitId: null, themes: [] }] : [],
});

it('one arranges for oneself, a coordinator and an administrator for anyone', () => {
  expect(canArrange(holding('coach'), 'me')).toBe(true);
  expect(canArrange(holding('coach'), 'you')).toBe(false);
  expect(canArrange(holding('hr'), 'you')).toBe(false);
  expect(canArrange(holding('coordinator'), 'you')).toBe(true);
  expect(canArrange(holding('admin'), 'you')).toBe(true);
});

it('one is marked away by oneself, whoever stands in, a manager of the unit or above, a coordinator', () => {
  const ann = { personId: 'ann', substituteIds: ['bram'], unitIds: ['registry', 'town'] };
  const manager = (unitId: string | null) => ({
    kind: 'person' as const,
    personId: 'mara',
    roles: [{ kind: 'manager', unitId, themes: [] }],
  });
  expect(canMarkAway(holding('coach', 'ann'), ann)).toBe(true);
  expect(canMarkAway(holding(null, 'bram'), ann)).toBe(true);
  expect(canMarkAway(holding('coordinator'), ann)).toBe(true);
  expect(canMarkAway(manager('registry'), ann)).toBe(true);
  expect(canMarkAway(manager('town'), ann)).toBe(true);
  expect(canMarkAway(manager('library'), ann)).toBe(false);
  expect(canMarkAway(manager(null), ann)).toBe(false);
  expect(canMarkAway(holding('coach', 'lies'), ann)).toBe(false);
  expect(canMarkAway({ ...holding(null), personId: null }, ann)).toBe(false);
});

it('a coordinator gives the roles of the helpers, an administrator all but employee', () => {
  expect(rolesToGive(holding('coordinator'))).toEqual(['coach', 'expert', 'trekker']);
  expect(canGiveRole(holding('coordinator'), 'admin')).toBe(false);
  expect(rolesToGive(holding('admin'))).not.toContain('employee');
  expect(rolesToGive(holding('admin'))).toHaveLength(13);
});
