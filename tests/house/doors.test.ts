import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { rights } from '../../src/rooms/people/rights.ts';
import { complain, filesUnder, isTest, parse, read } from './tree.ts';

/**
 * What a door may hand out beside verbs, types and parts of a transaction, and why: `room.name`.
 * Everything here works before anybody has entered an organisation, or asks only about the request itself.
 */
const exceptions: Record<string, string> = {
  'networks.invitationWith':
    'what a host says of itself to whoever has its code, read before they enter their own',
  'onboarding.administratorOf': 'for the command that gives an administrator a new way in',
  'onboarding.beginDemo': 'makes the first organisations of an empty installation, for whoever is there',
  'onboarding.administratorAt': 'what an address says of a name, for the command that knows no more',
  'onboarding.beginOrganisation': 'makes the organisation that others enter; used by commands only',
  'onboarding.beginWithPass': 'the same, once, for whoever typed the code that the start printed',
  'onboarding.isPass': 'whether the code was typed in this browser, before there is anybody',
  'onboarding.newSetUpCode': 'the code that the start prints, while there is nothing',
  'onboarding.openSetUp': 'tries that code, before there is anybody',
  'onboarding.demoProgress': 'how far the making of the demo world is, before there is anybody',
  'onboarding.firstStep': 'whether anything is here yet',
  'onboarding.loadDemo': 'as beginDemo, for the command',
  'organisations.addOrganisation': 'makes the organisation that others enter; used by commands only',
  'organisations.authorities': 'public names, before there is an organisation',
  'organisations.authorityNamed': 'the same, by name',
  'organisations.newAddressOf': 'the slug of today for whoever follows an old link; it enters by itself',
  'organisations.organisationsHere': 'ids only, so that commands and jobs can enter one after the other',
  'organisations.organisationFrom': 'reads what organisationRow gave',
  'organisations.organisationKnown': 'a name: what is read once in a page',
  'organisations.organisationRow': 'a piece of a query, for the one that finds out who arrives',
  'organisations.resolve': 'what must be found before it is known whose it is',
  'people.arrivalAt': 'who a cookie belongs to and where the address leads them, before they are there',
  'people.actorFor': 'makes the actor with whom everything else begins',
  'people.demoHouses': 'who may be tried out, in demonstrations alone, shown to whoever is not signed in',
  'people.integration': 'makes the actor of a token',
  'people.tokenFor': 'finds whose a token is, before anybody has entered',
  'people.withToken': 'enters as a token; the work it is given runs inside',
  'people.readingAs': 'as actorFor, for a request that only reads; the work it is given runs inside',
  'people.requestSignIn': 'asked by somebody who is nobody yet',
  'people.secureCookies': 'a setting that hooks and sign-in must agree on',
  'people.sessionIdentity': 'who a cookie belongs to, before any organisation',
  'people.signInLink': 'for commands: a way in for the first administrator',
  'people.signInMailLeaves': 'a setting, told to whoever asks for a mail',
  'people.signInNow': 'for whoever made the organisation a moment ago, and nobody else',
  'people.signInWithCode': 'by somebody who is nobody until it succeeds',
  'people.signInWithLink': 'by somebody who is nobody until it succeeds',
  'people.signOut': 'ends a session, whoever it belongs to and wherever they work',
  'people.stepIn': 'signs in as somebody of a demonstration, and of nothing else',
  'people.workplacesOf': 'the chooser: where one human works, before entering any of it',
};

const doors = filesUnder(['src/rooms'], /^src\/rooms\/[^/]+\/server\/index\.ts$/);
const roomOf = (door: string) => door.split('/')[2]!;

type Handed = {
  room: string;
  name: string;
  kind: 'type' | 'verb' | 'part' | 'unknown';
  verb?: string;
  at: string;
};

/** What the name stands for in that file, followed through re-exports. */
function declared(path: string, name: string): Omit<Handed, 'room' | 'name'> {
  for (const statement of parse(path).statements) {
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier && statement.exportClause) {
      const passed = passedOn(statement).find((one) => one.name.text === name);
      const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
      if (passed && specifier.startsWith('.'))
        return declared(join(dirname(path), specifier), (passed.propertyName ?? passed.name).text);
    }
    if (isTypeNamed(statement, name)) return { kind: 'type', at: path };
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name)
      return { kind: takesTx(statement) ? 'part' : 'unknown', at: path };
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((one) => one.name.getText() === name);
    if (found) return { ...madeBy(found.initializer), at: path };
  }
  return { kind: 'unknown', at: path };
}

const passedOn = (statement: ts.ExportDeclaration): readonly ts.ExportSpecifier[] =>
  statement.exportClause && ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements : [];

const isTypeNamed = (statement: ts.Statement, name: string) =>
  (ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isClassDeclaration(statement)) &&
  statement.name?.text === name;

const takesTx = (made: ts.SignatureDeclaration) => {
  const [first] = made.parameters;
  return first?.type?.getText() === 'Tx' && first.name.getText() === 'tx';
};

function madeBy(initializer: ts.Expression | undefined): { kind: Handed['kind']; verb?: string } {
  if (!initializer) return { kind: 'unknown' };
  if (ts.isArrowFunction(initializer)) return { kind: takesTx(initializer) ? 'part' : 'unknown' };
  const isVerb = ts.isCallExpression(initializer) && initializer.expression.getText() === 'verb';
  const name = isVerb ? initializer.arguments[0] : undefined;
  return name && ts.isStringLiteral(name) ? { kind: 'verb', verb: name.text } : { kind: 'unknown' };
}

/** The names a door hands out; a star would hide them, so it is a fault of its own. */
function namesOf(door: string): string[] {
  return parse(door).statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement))
      return statement.exportClause ? passedOn(statement).map((one) => one.name.text) : ['*'];
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((one) => one.name.getText());
    return 'name' in statement ? [(statement.name as ts.Identifier).text] : [];
  });
}

const handed: Handed[] = doors.flatMap((door) =>
  namesOf(door).map((name) => ({ room: roomOf(door), name, ...declared(door, name) })),
);

test('every export of a door is a verb, a part of a transaction or a type', () => {
  expect(handed.length).toBeGreaterThan(20);
  const strange = handed.filter(
    (one) => one.kind === 'unknown' && !(`${one.room}.${one.name}` in exceptions),
  );
  complain(
    strange.map((one) => `${one.room}.${one.name} (${one.at})`),
    "Make it `verb('name', …)`, or give it `tx: Tx` first; what works outside the wall stands, with its reason, in tests/house/doors.test.ts:",
  );
});

test('every exception is still needed', () => {
  const needed = new Set(
    handed.filter((one) => one.kind === 'unknown').map((one) => `${one.room}.${one.name}`),
  );
  complain(
    Object.keys(exceptions).filter((name) => !needed.has(name)),
    'Remove from the exceptions of tests/house/doors.test.ts what no door hands out any more:',
  );
});

test('a verb has the name of its export and stands in the rights table', () => {
  const faults = handed.flatMap((one) => {
    if (one.kind !== 'verb') return [];
    if (one.verb !== one.name) return [`${one.room}.${one.name} calls itself '${one.verb}'`];
    return one.name in rights ? [] : [`${one.room}.${one.name} has no row in src/rooms/people/rights/`];
  });
  complain(faults, 'Give the verb its own name, and a row in the rights table:');
});

test('every verb of the rights table is handed out by exactly one door', () => {
  const faults = Object.keys(rights).flatMap((name) => {
    const by = handed.filter((one) => one.kind === 'verb' && one.name === name).map((one) => one.room);
    return by.length === 1 ? [] : [`${name}: ${by.length === 0 ? 'no door' : by.join(' and ')}`];
  });
  complain(faults, 'A row of the rights table is a verb of one room. Export it there, or remove the row:');
});

test('every verb is tried in a test', () => {
  const tests = filesUnder(['src/rooms', 'tests'], /\.ts$/).filter(
    (path) => isTest(path) && !path.startsWith('tests/house/'),
  );
  const words = new Set(tests.flatMap((path) => read(path).match(/\w+/g) ?? []));
  complain(
    Object.keys(rights).filter((name) => !words.has(name)),
    'Write a room test that calls it, from its own organisation and from another one:',
  );
});
