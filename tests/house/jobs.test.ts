import ts from 'typescript';
import { expect, test } from 'vitest';
import { jobs } from '../../src/registry.server.ts';
import { code, complain, filesUnder, importsOf, isTest, nodesOf, parse, place } from './tree.ts';

type Posted = { name: string | null; at: string };

const posting = ['later', 'laterEach'];

/** Every `later(tx, 'name', …)`; a name that is not written out is null. */
const posted: Posted[] = filesUnder(['src'], code)
  .filter(
    (path) => !isTest(path) && importsOf(path).some(({ target }) => target === 'src/platform/server/jobs.ts'),
  )
  .flatMap((path) => [...nodesOf(parse(path))])
  .flatMap((node) => {
    if (!ts.isCallExpression(node) || !posting.includes(node.expression.getText())) return [];
    const name = node.arguments[1];
    return [{ name: name && ts.isStringLiteralLike(name) ? name.text : null, at: place(node) }];
  });

test('the name of a job is written out where it is posted', () => {
  complain(
    posted.filter((one) => one.name === null).map((one) => one.at),
    "Write later(tx, 'room.what', …) with the name itself, so that it can be found:",
  );
});

test('every job that is posted has somebody who does it', () => {
  const faults = posted.filter((one) => one.name !== null && !(one.name in jobs));
  complain(
    faults.map((one) => `${one.at} ${one.name}`),
    "Hand in a job of this name in the room's server/register.ts:",
  );
});

test('every job that is handed in is posted by somebody', () => {
  const names = new Set(posted.map((one) => one.name));
  complain(
    Object.keys(jobs).filter((name) => !names.has(name)),
    'Nobody posts these. Remove them, or make them sweeps:',
  );
});

test('the name of a job begins with its room', () => {
  for (const name of Object.keys(jobs)) expect(name).toMatch(/^[a-z]+\.[a-z][a-zA-Z]*$/);
});
