import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { test } from 'vitest';
import { complain, filesUnder, parse, read, root } from './tree.ts';

const list = 'tests/house/routes.txt';

/** The address a folder of src/routes answers at: groups in brackets do not show. */
const addressOf = (path: string) =>
  `/${dirname(path)
    .split('/')
    .slice(2)
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`;

function exportsOf(path: string): ts.VariableDeclaration[] {
  const exported = parse(path)
    .statements.filter(ts.isVariableStatement)
    .filter((statement) =>
      statement.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword),
    );
  return exported.flatMap((statement) => [...statement.declarationList.declarations]);
}

const functionsOf = (path: string): string[] =>
  parse(path)
    .statements.filter(ts.isFunctionDeclaration)
    .flatMap((made) => (made.name ? [made.name.text] : []));

/** The names between the braces of `export const actions = { … }`, whatever is said about their type. */
function actionsOf(path: string): string[] {
  let made = exportsOf(path).find((one) => one.name.getText() === 'actions')?.initializer;
  while (made && (ts.isSatisfiesExpression(made) || ts.isAsExpression(made))) made = made.expression;
  if (!made || !ts.isObjectLiteralExpression(made)) return [];
  return made.properties.flatMap((property) => (property.name ? [property.name.getText()] : []));
}

const methodsOf = (path: string): string[] =>
  [...exportsOf(path).map((one) => one.name.getText()), ...functionsOf(path)].filter(
    (name) => /^[A-Z]+$/.test(name) || name === 'fallback',
  );

function linesOf(path: string): string[] {
  const address = addressOf(path);
  if (path.endsWith('+page.svelte')) return [`${address} page`];
  if (path.endsWith('+page.server.ts')) return actionsOf(path).map((name) => `${address} action ${name}`);
  return path.endsWith('+server.ts') ? methodsOf(path).map((name) => `${address} ${name}`) : [];
}

test('no page, action or address of the API comes or goes unnoticed', () => {
  const now = [...new Set(filesUnder(['src/routes'], /\/\+/).flatMap(linesOf))].toSorted();
  if (process.env.UPDATE === '1') writeFileSync(join(root, list), `${now.join('\n')}\n`);
  const before = read(list).trim().split('\n').filter(Boolean);
  const gone = before.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
  const fresh = now.filter((line) => !before.includes(line)).map((line) => `+ ${line}`);
  complain(
    [...gone, ...fresh],
    `Addresses are interface: people have links to them. If this is meant: UPDATE=1 bin/test --only house, and commit ${list}:`,
  );
});
