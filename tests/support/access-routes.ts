import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { filesUnder, parse, root } from '../house/tree.ts';

/** One thing that can be asked of the front door. */
export type Route = {
  /** As the route list has it: '/[organisation]/tips/nieuw action writeTip'. */
  line: string;
  /** '/[organisation]/tips/nieuw' */
  address: string;
  /** A page, the data that a browser fetches of it, an action of its form, or a method of an address without a page. */
  kind: 'page' | 'data' | 'action' | 'method';
  /** Of the action or the method. */
  name: string;
};

/** Everything that src/routes answers: read from the tree and from what each file exports. */
export const routesHere = (): Route[] =>
  filesUnder(['src/routes'], /\/\+(page\.svelte|page\.server\.ts|server\.ts)$/).flatMap(routesIn);

function routesIn(path: string): Route[] {
  const address = addressOf(path);
  const named = (kind: Route['kind'], name: string) => ({
    line: [address, kind === 'method' ? '' : kind, name].filter(Boolean).join(' '),
    ...{ address, kind, name },
  });
  if (path.endsWith('+page.svelte'))
    return [named('page', ''), ...(isLoaded(dirname(path)) ? [named('data', '')] : [])];
  if (path.endsWith('+page.server.ts')) {
    const actions = actionsOf(path).map((name) => named('action', name));
    // One that only leads on has nothing to show.
    const shows = existsSync(join(root, dirname(path), '+page.svelte'));
    return shows ? actions : [named('page', ''), named('data', ''), ...actions];
  }
  return methodsOf(path).map((name) => named('method', name));
}

/** Groups in brackets do not show in an address. */
const addressOf = (path: string) =>
  `/${dirname(path)
    .split('/')
    .slice(2)
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`;

/** Whether the page, or one of the layouts around it, loads anything on the server. */
function isLoaded(folder: string): boolean {
  if (existsSync(join(root, folder, '+page.server.ts'))) return true;
  const isInside = (name: string) => name === 'src/routes' || name.startsWith('src/routes/');
  for (let around = folder; isInside(around); around = dirname(around))
    if (existsSync(join(root, around, '+layout.server.ts'))) return true;
  return false;
}

/** The names between the braces of `export const actions = { … }`, whatever is said about their type. */
function actionsOf(path: string): string[] {
  let made = exportsOf(path).find((one) => one.name.getText() === 'actions')?.initializer;
  while (made && (ts.isSatisfiesExpression(made) || ts.isAsExpression(made))) made = made.expression;
  if (!made || !ts.isObjectLiteralExpression(made)) return [];
  return made.properties.map((property) => property.name?.getText() ?? property.getText());
}

function methodsOf(path: string): string[] {
  const functions = parse(path).statements.filter(ts.isFunctionDeclaration);
  const names = [...exportsOf(path).map((one) => one.name), ...functions.map((one) => one.name)];
  return names
    .map((name) => name?.getText() ?? '')
    .filter((name) => /^[A-Z]+$/.test(name) || name === 'fallback');
}

function exportsOf(path: string): ts.VariableDeclaration[] {
  return parse(path)
    .statements.filter(ts.isVariableStatement)
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap((statement) => [...statement.declarationList.declarations]);
}
