/**
 * Words that no organisation may have as its slug, because they are (or may become) addresses of the
 * site itself. A house test compares them with the top-level routes.
 */
export const reservedSlugs: readonly string[] = [
  'aanmelden',
  'api',
  'badges',
  'beheer',
  'demo',
  'h',
  'health',
  'help',
  'ics',
  'in',
  'inrichten',
  'metrics',
  'naar',
  'praktijken',
  'scim',
  'security',
  'v',
  'well-known',
  'welkom',
];

/** 3 to 40 lower-case letters, digits and dashes, beginning with a letter, none of the reserved. */
export const isSlug = (text: string): boolean =>
  /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/.test(text) && !reservedSlugs.includes(text);

const mostLetters = 40;

/** What a name could be called in an address: 'Spiere-Helkijn' is spiere-helkijn. May still be no slug: see isSlug(). */
export const slugFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, mostLetters)
    .replace(/-+$/, '');
