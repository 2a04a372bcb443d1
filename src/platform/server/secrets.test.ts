import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../../tests/support/database.ts';
import { seal, unseal } from './secrets.ts';

useDatabase();

const mine = { purpose: 'sealed tests', about: 'one' };
const text = '01a20022-6ac8-7343-9d27-2ae3a13707cb';

describe('a sealed text', () => {
  it('opens for what it was sealed for, and nothing else', () => {
    const sealed = seal(text, mine);
    expect(unseal(sealed, mine)).toBe(text);
    expect(unseal(sealed, { ...mine, about: 'two' })).toBeNull();
    expect(unseal(sealed, { ...mine, purpose: 'other tests' })).toBeNull();
  });

  it('shows nothing of the text, not even that it is the same one', () => {
    const [one, other] = [seal(text, mine), seal(text, mine)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain(text.slice(0, 8));
  });

  it('does not open when a bit of it was changed, or when it never was one', () => {
    const bytes = Buffer.from(seal(text, mine), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(unseal(changed.toString('base64url'), mine)).toBeNull();
    }
    for (const nonsense of ['', 'forged', bytes.subarray(0, 20).toString('base64url')])
      expect(unseal(nonsense, mine)).toBeNull();
  });
});
