/** A role that somebody holds: for one unit, for some themes, or as such. */
export type RoleHeld = {
  readonly kind: string;
  readonly unitId: string | null;
  readonly themes: readonly string[];
};

/**
 * Who asks. Every verb takes one first; without it the database shows nothing.
 * - person: somebody who is signed in;
 * - integration: a token, on one question acting on behalf of a person (`personId`);
 * - system: a job, by its name.
 */
export type Actor = {
  readonly kind: 'person' | 'integration' | 'system';
  readonly organisationId: string;
  readonly personId: string | null;
  readonly tokenId: string | null;
  readonly name: string;
  readonly roles: readonly RoleHeld[];
  /** Whether the rights table lets this actor call the verb at all. */
  readonly may: (verb: string) => boolean;
};
