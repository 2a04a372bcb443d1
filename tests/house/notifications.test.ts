import ts from 'typescript';
import { expect, test } from 'vitest';
import { mails } from '../../src/registry.server.ts';
import { code, complain, filesUnder, isTest, nodesOf, parse, place } from './tree.ts';

const shape = /^[a-z]+\.[a-z][a-z_]*$/;

/** Every kind of notification that is written out in a room: of the shape 'room.what', under `kind` or told to somebody. */
const written = filesUnder(['src/rooms'], code)
  .filter((path) => !isTest(path))
  .flatMap((path) => [...nodesOf(parse(path))])
  .flatMap((node) => {
    if (!ts.isStringLiteralLike(node) || !shape.test(node.text) || !isKind(node)) return [];
    return [{ kind: node.text, at: place(node) }];
  });

/** `kind: 'a.b'`, `kind: one ? 'a.b' : 'c.d'`, `const kind = …`, `tellAsker(…, 'a.b')`. */
function isKind(node: ts.Node): boolean {
  let above = node.parent;
  while (ts.isConditionalExpression(above) || ts.isParenthesizedExpression(above)) above = above.parent;
  if (ts.isCallExpression(above)) return /^tell[A-Z]/.test(above.expression.getText());
  if (ts.isPropertyAssignment(above)) return above.name.getText() === 'kind';
  return ts.isVariableDeclaration(above) && above.name.getText() === 'kind';
}

test('every kind of notification has a mail', () => {
  const faults = written.filter(({ kind }) => !(kind in mails));
  complain(
    faults.map(({ kind, at }) => `${at} ${kind}`),
    "Hand in what this mail says in the room's server/register.ts:",
  );
});

test('every mail that is handed in is for a kind that somebody sends', () => {
  // One letter for whatever is under cover: notifications/server/send.ts.
  const sent = new Set([...written.map(({ kind }) => kind), 'notifications.under_cover']);
  complain(
    Object.keys(mails).filter((kind) => !sent.has(kind)),
    'Nobody sends these. Remove them, or write the kind out where it is sent:',
  );
});

test('there are some, and each is called after what happened', () => {
  expect(written.length).toBeGreaterThan(5);
  for (const kind of Object.keys(mails)) expect(kind).toMatch(shape);
});
