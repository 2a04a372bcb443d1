/*
 * Spellings that mean the same are compared through a folded form; what is stored is never the folded form.
 */

/** Letters and figures without accents, single blanks between them. */
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Case, accents and repeated blanks folded away: 'Burgerzaken ' and 'burgerzaken' become one. */
export function foldSpelling(text: string): string {
  // Most is plain, and a list has twenty of these for each line.
  if (plain.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** As foldSpelling, and letters and digits only: "D'Haene", 'D’haene' and 'DHAENE' become one. */
export function foldLetters(text: string): string {
  return foldSpelling(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Leading zeros do not count: a spreadsheet eats them when somebody opens the list and saves it again, and
 * without this rule every colleague would come in a second time.
 */
export function foldNumber(number: string): string {
  return foldSpelling(number)
    .replace(/ /g, '')
    .replace(/^0+(?=.)/, '');
}
