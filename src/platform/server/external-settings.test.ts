import { expect, test } from 'vitest';
import { asRole, placeOf, readExternal } from './external-settings.ts';

const own = 'postgres://owner:s%40fe@db.example:6000/trekkracht?sslmode=verify-full';

test('without addresses the database is our own', () => {
  expect(readExternal({})).toBeNull();
  expect(readExternal({ DATABASE_URL: '', APP_DATABASE_URL: '' })).toBeNull();
});

test('one address will do, or two of different roles', () => {
  expect(readExternal({ DATABASE_URL: own })).toEqual({ ownerUrl: own, appUrl: null });
  const app = 'postgresql://app:x@db.example/trekkracht';
  expect(readExternal({ DATABASE_URL: own, APP_DATABASE_URL: app })).toEqual({ ownerUrl: own, appUrl: app });
});

test('what is wrong is told by name, and never with the address', () => {
  const troubles: [NodeJS.ProcessEnv, string][] = [
    [{ DATABASE_URL: 'mysql://owner:safe@db.example/trekkracht' }, 'external_no_address'],
    [{ DATABASE_URL: 'db.example:safe' }, 'external_no_address'],
    [{ DATABASE_URL: 'postgres://:safe@db.example/trekkracht' }, 'external_name_missing'],
    [{ DATABASE_URL: 'postgres://owner:safe@db.example' }, 'external_name_missing'],
    [{ DATABASE_URL: 'postgres://owner@db.example/trekkracht?password=safe' }, 'external_part_unusable'],
    [{ DATABASE_URL: `${own}&options=-csafe` }, 'external_part_unusable'],
    [{ APP_DATABASE_URL: 'postgres://app:safe@db.example/trekkracht' }, 'external_owner_missing'],
    [{ DATABASE_URL: own, APP_DATABASE_URL: 'postgres://owner:safe@other.example/t' }, 'external_same_role'],
    [{ DATABASE_URL: own, APP_DATABASE_URL: 'https://app:safe@db.example/t' }, 'external_no_address'],
  ];
  for (const [environment, reason] of troubles) {
    expect(() => readExternal(environment)).toThrow(expect.objectContaining({ reason }));
    expect(() => readExternal(environment)).not.toThrow('safe');
  }
});

test('the same place, as somebody else', () => {
  expect(asRole(own, 'app', 'a/b')).toBe(
    'postgres://app:a%2Fb@db.example:6000/trekkracht?sslmode=verify-full',
  );
  expect(placeOf(own)).toBe('db.example:6000');
  expect(placeOf('postgres://owner@%2Frun%2Fpostgresql/trekkracht')).toBe('/run/postgresql');
});
