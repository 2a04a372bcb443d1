/*
 * One cell at a time: from what an HR package writes to what we keep. Pure; no clock and no Date, so that no time
 * zone can move a day.
 */

const isClean = /^(?:(?!=)[!-~\u00c0-\u017e]+(?: [!-~\u00c0-\u017e]+)*)?$/;

/** Blanks joined and trimmed, accents in one form, invisible marks out (they can make two names look alike). */
export function cleanCell(cell: string): string {
  // Most is, and reading a long list is mostly this.
  if (isClean.test(cell)) return cell;
  // ="001016" is how some packages keep a spreadsheet from eating zeros.
  const bare = /^\s*="(.*)"\s*$/s.exec(cell)?.[1] ?? cell;
  return bare
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** What people type where there is nothing to say; only asked of cells that may be empty. */
const nothingWords: readonly string[] = ['-', '/', 'geen', 'nvt', 'n.v.t.'];

/** Cleaned, or null when the cell says nothing. */
export function optionalCell(cell: string): string | null {
  const text = cleanCell(cell);
  return text === '' || nothingWords.includes(text.toLowerCase()) ? null : text;
}

/**
 * Lower case; null if it cannot be an address. Deliberately loose: only a mail that arrives proves an address. But under
 * .invalid are those of our own making (server/identity.ts), which nobody may type for somebody.
 */
export function readEmail(text: string): string | null {
  const email = text.toLowerCase();
  const plausible = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@.<>(),;:"\\[\]]{2,}$/.test(email);
  return plausible && !/\.\.|\.invalid$/.test(email) && email.length <= 254 ? email : null;
}

const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const midnight = /[ T]0?0:00(:00(\.0+)?)?Z?$/;

/**
 * 'YYYY-MM-DD', or null if it is no day. Day before month, as in Belgium; years in four digits, for '26' may be
 * 1926. A midnight behind the date is dropped.
 */
export function readDay(text: string): string | null {
  const bare = text.replace(midnight, '');
  const first = dayFirst.exec(bare);
  const [year, month, day] = (
    first ? [first[3], first[2], first[1]] : (yearFirst.exec(bare)?.slice(1) ?? [])
  ).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (year < 1900 || (year > 2199 && !isOpenEnd(year))) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** HR packages write 31/12/9999 (or 2999) for a contract without an end. */
export function isOpenEnd(year: number): boolean {
  return year === 2999 || year === 9999;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * Does this stand for a person in the national register (rijksregisternummer or bis number)? Eleven digits: a
 * date, a serial number, and 97 minus the rest of the first nine by 97, a 2 put before them for who was born
 * from 2000 on. Some small employers use it as staff number; it may never be stored (domain.md, section 6).
 */
export function isNationalNumber(text: string): boolean {
  const digits = text.replace(/[ .-]/g, '');
  // Six zeros in front are a staff number padded with zeros, not a day of birth.
  if (!/^(?!000000)\d{11}$/.test(digits)) return false;
  const check = Number(digits.slice(9));
  return ['', '2'].some((before) => 97 - (Number(before + digits.slice(0, 9)) % 97) === check);
}
