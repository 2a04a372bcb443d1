// What kinds of body work together, by the words of the law. Pure.

/** The types of body that work together (domain.md, section 6). */
export const bodyTypes = [
  'gemeente',
  'ocmw',
  'agb',
  'interlokale_vereniging',
  'projectvereniging',
  'dienstverlenende_vereniging',
  'opdrachthoudende_vereniging',
  'welzijnsvereniging',
  'andere',
] as const;

/** What most members are: gemeente and OCMW together are one authority. */
export const usualType = bodyTypes[0];

export type BodyType = (typeof bodyTypes)[number];

export const isBodyType = (text: unknown): text is BodyType => bodyTypes.includes(text as BodyType);
