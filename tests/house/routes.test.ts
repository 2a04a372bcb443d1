import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routesHere } from '../support/access-routes.ts';
import { complain, read, root } from './tree.ts';

const list = 'tests/house/routes.txt';

/** What a page loads comes and goes with the page, so it has no line of its own. */
const linesNow = () => [
  ...new Set(
    routesHere()
      .filter(({ kind }) => kind !== 'data')
      .map(({ line }) => line)
      .toSorted(),
  ),
];

test('no page, action or address of the API comes or goes unnoticed', () => {
  const now = linesNow();
  expect(now.length).toBeGreaterThan(10);
  if (process.env.UPDATE === '1') writeFileSync(join(root, list), `${now.join('\n')}\n`);
  const before = read(list).trim().split('\n');
  const gone = before.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  const fresh = now.filter((line) => !before.includes(line)).map((line) => `+ ${line}`);
  complain(
    [...gone, ...fresh],
    `Addresses are interface: people have links to them. If this is meant: UPDATE=1 bin/test --only house, and commit ${list}:`,
  );
});
