import { createHmac } from 'node:crypto';
import { hashToken, keyFor } from '#platform/server/secrets.ts';
import { bareCode } from '../network.ts';

// Without I, L, O and U: what is read aloud or written down stays what it was (Crockford's base 32).
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;
const groupOf = 4;

/**
 * The code of an invitation: 128 bits that only the key of this installation can make again, so that it can be shown
 * as long as it is open and stands nowhere. In groups of four, to be copied or read aloud.
 */
export function codeOf(invitationId: string): string {
  const bytes = createHmac('sha256', keyFor('network invitations')).update(invitationId).digest();
  let rest = BigInt(`0x${bytes.subarray(0, 16).toString('hex')}`);
  let text = '';
  for (let at = 0; at < length; at++) {
    text = signs[Number(rest % 32n)] + text;
    rest /= 32n;
  }
  return text.match(new RegExp(`.{1,${groupOf}}`, 'g'))!.join('-');
}

/** By what the code is found. */
export const codeLookup = (code: string): string => hashToken(bareCode(code));
