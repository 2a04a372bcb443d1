import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rights } from '../../src/rooms/people/rights.ts';
import { roles, tokenRoles } from '../../src/rooms/people/roles.ts';
import { root } from './tree.ts';

const file = join(root, 'docs', 'rights.md');
const columns = [...roles, ...tokenRoles];

const line = (verb: string, may: readonly string[]): string =>
  `| \`${verb}\` | ${columns.map((role) => (may.includes(role) ? '•' : '')).join(' | ')} |`;

/** The table as a page to read. */
const page = [
  '# Who may call which verb',
  '',
  'Made from `src/rooms/people/rights/` by `UPDATE=1 bin/test --only house`, never by hand. Which question or which',
  'colleague a verb then opens is decided by what somebody can see, and by the predicates of the room.',
  '',
  `| verb | ${columns.join(' | ')} |`,
  `| --- | ${columns.map(() => ':-:').join(' | ')} |`,
  ...Object.entries(rights).map(([verb, may]) => line(verb, may)),
  '',
].join('\n');

test('docs/rights.md says what the code says', () => {
  if (process.env.UPDATE === '1') writeFileSync(file, page);
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(written, 'Run UPDATE=1 bin/test --only house and look at what changed.').toBe(page);
});
