import ts from 'typescript';
import { test } from 'vitest';
import { code, complain, filesUnder, isTest, nodesOf, parse, place, read, textsOf } from './tree.ts';

/** Who may look at the wall clock, and why. Everybody else takes tx.now, clock.now() or app_now(). */
const allowed: Record<string, string> = {
  'src/platform/server/clock.ts': 'it is the clock',
  'src/platform/ids.ts': 'the moment in an id only keeps rows together',
  'src/platform/server/migrate.ts': 'when a migration ran is a fact about the machine',
  'db/migrations/0001_wall.sql': 'defines app_now()',
};

const sqlClock =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i;

const isClock = (node: ts.Node): boolean => {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && !node.arguments?.length;
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return true;
  return (
    ts.isPropertyAccessExpression(node) &&
    /^(Date\.now|Temporal\.Now)$/.test(node.getText().replace(/\s/g, ''))
  );
};

const inScripts = (path: string): string[] => [
  ...[...nodesOf(parse(path))].filter(isClock).map((node) => `${place(node)} ${node.getText()}`),
  ...textsOf(path)
    .filter(({ text }) => sqlClock.test(text))
    .map(({ text, at }) => `${at} ${sqlClock.exec(text)![0]}`),
];

/** Between the tags of a component there is code too, which the parser of scripts does not see. */
const inMarkup = (path: string): string[] =>
  path.endsWith('.svelte') && /\{[^}]*(new Date\(\)|Date\.now\()/.test(read(path))
    ? [`${path} in its markup`]
    : [];

const inSql = (path: string): string[] =>
  read(path)
    .split('\n')
    .flatMap((line, index) =>
      sqlClock.test(line.replace(/--.*$/, '')) ? [`${path}:${index + 1} ${line.trim()}`] : [],
    );

test('there is one clock', () => {
  const scripts = filesUnder(['src'], code).filter((path) => !isTest(path));
  const faults = [
    ...scripts
      .filter((path) => !(path in allowed))
      .flatMap((path) => [...inScripts(path), ...inMarkup(path)]),
    ...filesUnder(['src', 'db'], /\.sql$/)
      .filter((path) => !(path in allowed))
      .flatMap(inSql),
  ];
  complain(
    [...new Set(faults)],
    'Take tx.now inside a transaction, clock.now() outside one, app_now() in SQL; tests move these and no other:',
  );
});
