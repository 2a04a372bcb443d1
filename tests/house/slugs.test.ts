import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSlug, reservedSlugs } from '../../src/rooms/organisations/slugs.ts';
import { complain, root } from './tree.ts';

/** The first parts of all addresses. What is in brackets is either invisible, (group), or a name, [organisation]. */
const firstParts = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => (/^\(.*\)$/.test(name) ? firstParts(join(folder, name)) : [name]))
    .filter((name) => !name.startsWith('['));

test('no organisation can take the address of a page', () => {
  complain(
    firstParts('src/routes').filter((part) => !reservedSlugs.includes(part)),
    'Add to reservedSlugs in src/rooms/organisations/slugs.ts:',
  );
});

test('a reserved word is refused, another one is not', () => {
  expect(isSlug(reservedSlugs[0]!)).toBe(false);
  expect(isSlug('veurne')).toBe(true);
});
