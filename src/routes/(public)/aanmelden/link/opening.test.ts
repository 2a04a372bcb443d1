import { expect, test } from 'vitest';
import { load } from './+page.server.ts';

// These tests run without a database and without settings: whatever reached for one would throw.
test('opening the link, as a mail scanner does, changes nothing and asks nothing', () => {
  const url = new URL('https://trekkracht.test/aanmelden/link?token=abc');
  expect(process.env.APP_DATABASE_URL).toBeUndefined();
  expect(load({ url } as Parameters<typeof load>[0])).toEqual({ token: 'abc' });
});
