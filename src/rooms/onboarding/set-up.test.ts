import { expect, test } from 'vitest';
import { cleanCode, codeBytes, codeFrom } from './set-up-code.ts';
import { setUpOf, setUpSteps, stateOf, type StepFacts } from './set-up.ts';

const nothing: StepFacts = { staff: false, units: false, coaches: false, mail: false, question: false };
const begun = Object.fromEntries(setUpSteps.map((step) => [step, null]));

test('a step is done when it shows, or when somebody says so', () => {
  expect(stateOf('staff', nothing, {})).toBe('todo');
  expect(stateOf('staff', nothing, { staff: 'skipped' })).toBe('skipped');
  expect(stateOf('staff', nothing, { staff: 'done' })).toBe('done');
  expect(stateOf('staff', { ...nothing, staff: true }, { staff: 'skipped' })).toBe('done');
});

test('it is open from the beginning until nothing is left to do', () => {
  expect(setUpOf(nothing, begun).isOpen).toBe(true);
  const most = { ...nothing, staff: true, units: true, coaches: true, mail: true };
  expect(setUpOf(most, begun).isOpen).toBe(true);
  expect(setUpOf({ ...most, question: true }, begun).isOpen).toBe(false);
  expect(setUpOf(most, { ...begun, question: 'skipped' }).isOpen).toBe(false);
});

test('a demonstration, which nobody set up, is not open', () => {
  expect(setUpOf(nothing, {}).isOpen).toBe(false);
});

test('a code is three groups of four letters, and is read however it was typed', () => {
  const code = codeFrom(Uint8Array.from({ length: codeBytes }, (_, index) => index * 21));
  expect(code).toMatch(/^[bcdfghjkmnprstvwxz]{4}(-[bcdfghjkmnprstvwxz]{4}){2}$/);
  expect(cleanCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(code.replaceAll('-', ''));
});
