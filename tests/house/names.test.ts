import ts from 'typescript';
import { test } from 'vitest';
import { complain, filesUnder, isTest, nodesOf, parse, place, read } from './tree.ts';

/** Where a first name stands alone, and why. Everywhere else a colleague is named in full, by `fullName`. */
const allowed: Record<string, string> = {
  'src/rooms/people/name.ts': 'it makes the names',
  'src/rooms/helpline/helping-shown.ts': 'a standard answer greets whoever asked',
  'src/rooms/helpline/server/asker-name.ts': 'looks for the name in a text',
  'src/rooms/helpline/server/mail-parts.ts': 'greets the reader',
  'src/rooms/networks/server/mails.ts': 'greets the reader',
  'src/rooms/onboarding/server/mail-test.ts': 'greets the reader',
  'src/rooms/onboarding/server/welcome/mails.ts': 'greets the reader',
  'src/rooms/people/server/leaving-mails.ts': 'greets the reader',
  'src/rooms/people/server/mails.ts': 'greets the reader',
  'src/rooms/people/server/person-by-hand.ts': 'compares what is typed',
  'src/rooms/people/ui/PersonFields.svelte': 'asks for it',
  'src/rooms/people/server/role-mail.ts': 'greets the reader',
  'src/rooms/people/server/sign-in-mail.ts': 'greets the reader',
  'src/rooms/startpath/server/call-mails.ts': 'greets the reader',
  'src/rooms/tips/server/mails.ts': 'greets the reader',
  'src/routes/(public)/inrichten/+page.svelte': 'asks the reader for it',
  'src/routes/[organisation]/+page.svelte': 'greets the reader',
};

/** The staff list compares, cleans and changes the fields of a person; what it shows it names in full as well. */
const fields = /^src\/rooms\/people\/staff\/(?!shown)/;

const isFirstName = (name: string) => name === 'firstName' || name === 'first_name';

/** Handed on under its own name, or looked at to put people in order or to find out whether it is there. */
function isHandedOn(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return isFirstName(parent.name.getText());
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text === 'localeCompare';
  if (ts.isCallExpression(parent)) return /\.(localeCompare|compare)$/.test(parent.expression.getText());
  return ts.isBinaryExpression(parent) && /^[!=]==$/.test(parent.operatorToken.getText());
}

const isShownAlone = (node: ts.Node): boolean => {
  if (ts.isPropertyAccessExpression(node)) return isFirstName(node.name.text) && !isHandedOn(node);
  if (!ts.isIdentifier(node) || !isFirstName(node.text)) return false;
  if (ts.isPropertyAssignment(node.parent)) return node.parent.initializer === node && !isHandedOn(node);
  return ts.isTemplateSpan(node.parent) || (ts.isArrowFunction(node.parent) && node.parent.body === node);
};

/** Between the tags of a component, and in SQL that puts a name together by hand. */
const inMarkup = /\{[^}]*\bfirstName\b[^}]*\}/;
const inSql = /first_name \|\| ' ' \|\| [\w.]*last_name(?! \|\|)/;

const inText = (path: string): string[] => {
  const script = /<script[^]*?<\/script>/;
  const text = path.endsWith('.svelte')
    ? read(path).replace(script, (code) => code.replace(/[^\n]/g, ''))
    : read(path);
  const fault = path.endsWith('.svelte') ? inMarkup : inSql;
  return text
    .split('\n')
    .flatMap((line, at) => (fault.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : []));
};

test('a colleague is named in full', () => {
  const faults = filesUnder(['src'], /\.(ts|svelte)$/)
    .filter((path) => !isTest(path) && !(path in allowed) && !fields.test(path))
    .flatMap((path) => [
      ...[...nodesOf(parse(path))]
        .filter(isShownAlone)
        .map((node) => `${place(node)} ${node.parent.getText()}`),
      ...inText(path),
    ]);
  complain([...new Set(faults)], 'Every town has two Mariekes. Take fullName() of rooms/people/name.ts:');
});

/** Where names are read from the table itself, and why. Everything else of the past reads the view `named`. */
const fromTable: Record<string, string> = {
  'src/rooms/helpline/server/asker-name.ts': 'looks for the name in a text',
  'src/rooms/helpline/server/own-name.ts': 'of the reader',
  'src/rooms/startpath/server/namings.ts': 'of who works here today',
  'src/rooms/startpath/server/places.ts': 'of who works here today',
  'src/rooms/tips/server/keeping.ts': 'of who works here today',
};

const readsTable = (path: string): boolean =>
  /(selectFrom|[jJ]oin)\('person( as \w+)?'/.test(read(path)) && /first_name/.test(read(path));

test('what is shown of the past names nobody who is gone', () => {
  const rooms = filesUnder(['src/rooms'], /\/server\/.*\.ts$/).filter((path) => !isTest(path));
  const reading = rooms.filter((path) => !/^src\/rooms\/(people|onboarding)\//.test(path)).filter(readsTable);
  complain(
    reading.filter((path) => !(path in fromTable)),
    'Who left is "een digicoach": read the view named instead of person (docs/decisions/0016):',
  );
  complain(
    Object.keys(fromTable).filter((path) => !reading.includes(path)),
    'It reads no name there any more; take it off the list:',
  );
});

test('every exception is still needed', () => {
  const idle = Object.keys(allowed).filter((path) => !/first_?name/i.test(read(path)));
  complain(idle, 'No first name stands there any more; take it off the list:');
});
