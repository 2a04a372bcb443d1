import * as v from 'valibot';

/** The numbers by which registers elsewhere know a body: never a key here. KBO and OVO are of a legal body, NIS of a territory. */
export const identifierKinds = ['kbo', 'ovo', 'nis'] as const;

export type IdentifierKind = (typeof identifierKinds)[number];
export type Identifier = { kind: IdentifierKind; value: string };

const kboDigits = 10;
const checkDigits = 97;

/** Ten digits, the last two being 97 less the remainder of the first eight by 97. */
const isKbo = (digits: string): boolean =>
  /^[01]\d{9}$/.test(digits) &&
  checkDigits - (Number(digits.slice(0, 8)) % checkDigits) === Number(digits.slice(8));

/** As people write them, with dots and blanks; '0' may be missing in front. */
const kboOf = (typed: string): string =>
  typed
    .replace(/^BE/i, '')
    .replace(/[\s.-]/g, '')
    .padStart(kboDigits, '0');

const compact = (typed: string): string => typed.replace(/[\s.-]/g, '').toUpperCase();

// Messages are keys of messages/nl.json.

export const identifierEntries = {
  kbo: v.optional(v.pipe(v.string(), v.transform(kboOf), v.check(isKbo, 'organisations_kbo_unusable'))),
  ovo: v.optional(
    v.pipe(v.string(), v.transform(compact), v.regex(/^OVO\d{6}$/, 'organisations_ovo_unusable')),
  ),
  nis: v.optional(v.pipe(v.string(), v.transform(compact), v.regex(/^\d{5}$/, 'organisations_nis_unusable'))),
};

/** Those that were filled in. */
export const identifiersFrom = (given: { [kind in IdentifierKind]?: string | undefined }): Identifier[] =>
  identifierKinds.flatMap((kind) => {
    const value = given[kind];
    return value === undefined ? [] : [{ kind, value }];
  });

/** As people write one: '0123.456.749'. */
export const shownKbo = (digits: string): string =>
  [digits.slice(0, 4), digits.slice(4, 7), digits.slice(7)].join('.');

/** By what numbers one body is known: without an employer it is the organisation itself. */
export const bodyIdentifiersForm = v.object({
  employerId: v.optional(v.string(), ''),
  ...identifierEntries,
});
