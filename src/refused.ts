/** EX_CONFIG of sysexits(3): what was set is wrong, and starting again does not mend it. */
const exitCode = 78;

/**
 * Ends web or worker with the sentence alone when it may not start as this role of the database (platform/server/guard.ts,
 * of which the built pages have a copy: the name tells). Any other error is thrown on.
 */
export function endWhenRefused(error: unknown): never {
  if (!(error instanceof Error) || error.name !== 'RoleRefused') throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(exitCode);
}
