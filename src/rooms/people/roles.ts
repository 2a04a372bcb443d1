/** The roles of product.md, section 1, as the code names them. Everybody who works here is an employee. */
export const roles = [
  'employee',
  'coach',
  'expert',
  'trekker',
  'manager',
  'hr',
  'ict',
  'coordinator',
  'director',
  'dpo',
  'archivist',
  'network_coordinator',
  'trainer',
  'admin',
] as const;

export type Role = (typeof roles)[number];

/** Tokens carry a role of the table too, or one of these, which no person has. */
export const tokenRoles = ['service', 'mail'] as const;

export type TokenRole = (typeof tokenRoles)[number];

export const isRole = (text: unknown): text is Role => roles.includes(text as Role);
