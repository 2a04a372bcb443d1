import { readFileSync, rmSync } from 'node:fs';

/** How many tests passed and failed. What did not run at all counts as failed: it guards nothing. */
export type Tally = { passed: number; failed: number };

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
});

/** A check that either holds or does not. */
export const single = (holds: boolean): Tally =>
  holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

type VitestReport = {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Of Vitest's JSON reporter. A file that could not be loaded has no tests, and counts as one that failed. */
export function vitestTally(file: string, succeeded: boolean): Tally {
  const report = readReport<VitestReport>(file);
  if (!report) return single(false);
  const { numPassedTests: passed, numTotalTests: total, testResults } = report;
  const unread = testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  return settle({ passed, failed: total - passed + unread }, succeeded);
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };

/** Of Playwright's JSON reporter. */
export function playwrightTally(file: string, succeeded: boolean): Tally {
  const report = readReport<PlaywrightReport>(file);
  if (!report) return single(false);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle({ passed: expected, failed: unexpected + flaky + skipped }, succeeded);
}

/** A run that complains although no test failed (an error outside of them, nothing to run) failed all the same. */
const settle = (tally: Tally, succeeded: boolean): Tally =>
  succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };

/** Null when it was never written. Read once: it is of no use afterwards. */
function readReport<Report>(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  } finally {
    rmSync(file, { force: true });
  }
}
