/** Letters that are read aloud and typed without doubt; no vowels, so that no words come of them. */
const letters = 'bcdfghjkmnprstvwxz';
const [groups, inGroup] = [3, 4];

/** How many random bytes a code is made from. One letter each; what the remainder favours costs a tenth of a bit. */
export const codeBytes = groups * inGroup;

/** A code as it is printed: 'bcdf-ghjk-mnpr', fifty bits. `bytes`: as many random ones as codeBytes says. */
export function codeFrom(bytes: Uint8Array): string {
  const all = [...bytes].map((byte) => letters[byte % letters.length]).join('');
  return all.match(new RegExp(`.{${inGroup}}`, 'g'))!.join('-');
}

/** What counts of what was typed: its letters, whatever stands between them. */
export const cleanCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z]/g, '');
