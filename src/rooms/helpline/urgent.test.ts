import { describe, expect, it } from 'vitest';
import { canWait, cannotWait } from './urgent.fixture.ts';
import { urgentIn, urgentKinds } from './urgent.ts';
import { isOneSlipAway } from './urgent-words.ts';

describe.each(urgentKinds)('%s', (kind) => {
  it.each(cannotWait[kind])('%s', (said) => expect(urgentIn(said)).toBe(kind));
});

describe('can wait', () => {
  it.each(canWait)('%s', (said) => expect(urgentIn(said)).toBeNull());
});

it('reads half a question, none at all, and a very long one', () => {
  expect(urgentIn('')).toBeNull();
  expect(urgentIn('ik heb op een')).toBeNull();
  expect(urgentIn(`Ik ben mijn gsm kwijt. ${'ik typ nog wat '.repeat(5_000)}`)).toBe('device_lost');
});

it('forgives one slip of the fingers', () => {
  expect(isOneSlipAway('gekilkt', 'geklikt')).toBe(true);
  expect(isOneSlipAway('gestoln', 'gestolen')).toBe(true);
  expect(isOneSlipAway('laptopp', 'laptop')).toBe(true);
  expect(isOneSlipAway('tabel', 'tablet')).toBe(false);
});
