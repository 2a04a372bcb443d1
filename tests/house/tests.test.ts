import { matchesGlob } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import vitest from '../../vitest.config.ts';
import { complain, filesUnder, isTest, nodesOf, parse, place } from './tree.ts';

const starters = /^(test|it|describe|suite|bench)\b/;
const ways = ['only', 'skip', 'todo', 'fails', 'fixme', 'skipIf', 'runIf', 'fail'];

/** Calls that set a test aside or all others, also behind `each(…)` or `describe`. */
const isPutAside = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) &&
  ways.includes(node.name.text) &&
  starters.test(node.expression.getText());

test('every test runs, always', () => {
  const files = filesUnder(['src', 'tests'], /\.ts$/).filter(isTest);
  const faults = files.flatMap((path) => [...nodesOf(parse(path))].filter(isPutAside));
  expect(files.length).toBeGreaterThan(5);
  complain(
    faults.map((node) => `${place(node)} ${node.getText()}`),
    'A test that does not run guards nothing. Mend it, or remove it and say why in the commit:',
  );
});

/** Where the runners look: the projects of Vitest, and Playwright in its folder. */
const places = (vitest.test?.projects ?? [])
  .flatMap((project) =>
    typeof project === 'object' && 'test' in project ? (project.test?.include ?? []) : [],
  )
  .concat('tests/journeys/**/*.test.ts');

test('every test lies where a runner looks for it', () => {
  const files = filesUnder(['src', 'tests', 'bin', 'demo', 'db'], /\.(test|spec)\.[jt]sx?$/);
  complain(
    files.filter((path) => !places.some((place) => matchesGlob(path, place))),
    'Nobody runs these. Move them, or give them a place in vitest.config.ts:',
  );
});
