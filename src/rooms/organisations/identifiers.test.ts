import * as v from 'valibot';
import { expect, test } from 'vitest';
import { identifierEntries, identifiersFrom } from './identifiers.ts';

const read = (given: Record<string, string>) => v.safeParse(v.object(identifierEntries), given);

test('numbers are kept as registers write them, however they were typed', () => {
  const kept = { kbo: '0123456749', ovo: 'OVO001234', nis: '38025' };
  expect(read({ kbo: 'BE 0123.456.749', ovo: 'ovo 001 234', nis: '38025' }).output).toEqual(kept);
  expect(read({ kbo: '123456749', ovo: 'OVO001234', nis: '38 025' }).output).toEqual(kept);
});

test('what cannot be is refused, each with its own sentence', () => {
  for (const [field, value] of [
    ['kbo', '0123456740'],
    ['kbo', '2123456749'],
    ['kbo', 'abc'],
    ['ovo', 'OVO12345'],
    ['nis', '3802'],
    ['nis', '3802a'],
  ] as const) {
    const outcome = read({ [field]: value });
    expect(outcome.issues?.[0].message, value).toBe(`organisations_${field}_unusable`);
  }
});

test('only what was filled in is an identifier', () => {
  expect(identifiersFrom({ nis: '38025', kbo: undefined })).toEqual([{ kind: 'nis', value: '38025' }]);
});
