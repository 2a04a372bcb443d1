import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Runs one test file whole: what is short in `npm test` looks at LONG. Gives the exit code. */
export function runLong(file: string): number {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, LONG: '1' };
  return spawnSync(process.execPath, [vitest, 'run', file], { cwd: root, stdio: 'inherit', env }).status ?? 1;
}
