import { expect, test } from 'vitest';
import { isSlug, slugFrom } from './slugs.ts';

test('a name becomes something that can stand in an address', () => {
  expect(slugFrom('Spiere-Helkijn')).toBe('spiere-helkijn');
  expect(slugFrom("  's Gravenvoeren & Été ")).toBe('s-gravenvoeren-ete');
  expect(slugFrom('2 dorpen')).toBe('dorpen');
  expect(slugFrom('x'.repeat(60))).toHaveLength(40);
  expect(isSlug(slugFrom('De Panne'))).toBe(true);
});

test('what the site itself uses is no slug, nor is nothing', () => {
  for (const name of ['Inrichten', 'API', '', '!!']) expect(isSlug(slugFrom(name)), name).toBe(false);
});
