import { expect, it } from 'vitest';
import { canArrange, canGiveRole, rolesToGive } from './arranging.ts';

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

it('a coordinator gives the roles of the helpers, an administrator all but employee', () => {
  expect(rolesToGive(holding('coordinator'))).toEqual(['coach', 'expert', 'trekker']);
  expect(canGiveRole(holding('coordinator'), 'admin')).toBe(false);
  expect(rolesToGive(holding('admin'))).not.toContain('employee');
  expect(rolesToGive(holding('admin'))).toHaveLength(13);
});
