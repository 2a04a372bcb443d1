import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What the house tests know about the project: its files, and what stands in them. Paths are relative to the root. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

const generated = /^(src\/paraglide\/|db\/types\.ts$|db\/schema\.sql$)/;

/** Every file we write ourselves under the folders, sorted. */
export function filesUnder(folders: readonly string[], names: RegExp): string[] {
  const found = folders.filter((folder) => existsSync(join(root, folder))).flatMap(walk);
  return found.filter((path) => names.test(path) && !generated.test(path)).toSorted();
}

const walk = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });

export const code = /\.(ts|js|svelte)$/;
/** Tests, and what lies beside them for them alone: made-up texts, and worlds of organisations. */
export const isTest = (path: string): boolean => /\.(test|fixture|world)\.ts$/.test(path);

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The scripts of a component, on the lines where they stand; everything else blank. */
const scriptsOf = (text: string): string => {
  let kept = text.replace(/[^\n]/g, ' ');
  for (const script of text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)) {
    const start = script.index + script[0].indexOf('>') + 1;
    kept = kept.slice(0, start) + script[1] + kept.slice(start + script[1]!.length);
  }
  return kept;
};

const parsed = new Map<string, ts.SourceFile>();

/** The syntax tree of a file; of a component, that of its scripts. */
export function parse(path: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known) return known;
  const text = path.endsWith('.svelte') ? scriptsOf(read(path)) : read(path);
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  parsed.set(path, tree);
  return tree;
}

/** All nodes below one, in the order of the text. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** `path:line`, as editors open it. */
export const place = (node: ts.Node): string => {
  const tree = node.getSourceFile();
  return `${tree.fileName}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
};

export type Import = { from: string; specifier: string; target: string; typesOnly: boolean; at: string };

/** What a file imports or passes on: `target` is a path in the project, or the specifier of a package. */
export function importsOf(path: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typesOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const target = targetOf(path, specifier.text);
    found.push({ from: path, specifier: specifier.text, target, typesOnly, at: place(node) });
  };
  for (const node of nodesOf(parse(path))) {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypesOnly(node.importClause));
    if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node, node.arguments[0], false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal, true);
  }
  return found;
}

/** `import type …`, or an import of which every name is marked `type`. */
function isTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((name) => name.isTypeOnly);
}

function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(path), specifier));
  if (specifier.startsWith('#messages')) return specifier.replace('#messages', 'src/paraglide');
  return specifier.replace(/^#(rooms|platform)\//, 'src/$1/').replace(/^#(db|demo)\//, '$1/');
}

export type Text = { text: string; at: string; node: ts.Node };

/** Texts between quotes and the fixed parts of templates. */
export function textsOf(path: string): Text[] {
  const found: Text[] = [];
  for (const node of nodesOf(parse(path))) {
    const isText = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node);
    if (isText) found.push({ text: node.text, at: place(node), node });
  }
  return found;
}

/** Fails with what to do about them, and one fault on each line below. */
export function complain(faults: readonly string[], whatToDo: string): void {
  if (faults.length === 0) return;
  const failure = new Error([whatToDo, ...faults].join('\n  '));
  // Where this stands in the test is no help: the faults say where to look.
  failure.stack = failure.message;
  throw failure;
}
