/** Why there is no database; the command that asked for one says it in words. */
export type ClusterReason =
  /** There is no PostgreSQL among the packages for this kind of machine. */
  | 'no-programs'
  /** We are root, and there is no ordinary user to run it as. */
  | 'no-account'
  /** The files belong to another user. */
  | 'not-yours'
  /** It was tried and did not work; the detail is what the programs said. */
  | 'failed';

export class ClusterTrouble extends Error {
  readonly reason: ClusterReason;
  readonly detail: string;

  constructor(reason: ClusterReason, detail: string, cause?: unknown) {
    super(`No database (${reason}): ${detail}`, { cause });
    this.name = 'ClusterTrouble';
    this.reason = reason;
    this.detail = detail;
  }
}

/** What may be worth telling the person who waits. */
export type ClusterNews =
  | { kind: 'elsewhere'; folder: string; account: string }
  | { kind: 'copying'; folder: string }
  | { kind: 'waiting' };

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
