/** Why a PostgreSQL of one's own cannot be used: each is the key of a sentence. */
export type ExternalReason =
  | 'external_no_address'
  | 'external_name_missing'
  | 'external_part_unusable'
  | 'external_owner_missing'
  | 'external_same_role'
  | 'external_unreachable'
  | 'external_refused'
  | 'external_too_old'
  | 'external_not_unicode'
  | 'external_no_collation'
  | 'external_other_owner'
  | 'external_owner_needs'
  | 'external_role_missing'
  | 'external_role_password'
  | 'external_role_needs'
  | 'external_other_database'
  | 'external_expected';

export type RoleFault =
  | 'database_role_superuser'
  | 'database_role_bypasses'
  | 'database_role_makes_roles'
  | 'database_role_owns'
  | 'database_role_member';

/** What is told to whoever starts it: a sentence with its words, and below it what the server said, or SQL to run. */
export class ExternalTrouble extends Error {
  override readonly name = 'ExternalTrouble';
  readonly reason: ExternalReason | RoleFault;
  readonly words: Readonly<Record<string, string>>;
  readonly detail: string;

  constructor(reason: ExternalReason | RoleFault, words: Record<string, string> = {}, detail = '') {
    super(`${reason} ${JSON.stringify(words)} ${detail}`.trim());
    this.reason = reason;
    this.words = words;
    this.detail = detail;
  }
}
