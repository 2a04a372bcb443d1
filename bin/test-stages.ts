import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from '../tests/support/chromium.ts';
import { playwrightTally, single, vitestTally, type Tally } from './test-tally.ts';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const reports = join(root, '.cache');

export const title = (text: string): void => console.log(`\n== ${text}`);

type Ended = { succeeded: boolean; said: string };

/** Runs a script of a package with this Node. `aloud`: straight to the terminal, else kept to be shown when it fails. */
function run(
  script: string,
  options: string[],
  { aloud = false, env = {} as NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(modules, script), ...options], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: aloud ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
    child.on('error', fail);
    child.on('close', (code) => done({ succeeded: code === 0, said }));
  });
}

function show(name: string, { succeeded, said }: Ended): Tally {
  console.log(`   ${succeeded ? '✓' : '✗'} ${name}`);
  if (!succeeded) console.log(said.trim());
  return single(succeeded);
}

/** Makes $app/tsconfig, on which tsconfig.json builds: without it neither eslint nor svelte-check knows a type. */
const prepareTypes = () => run('@sveltejs/kit/svelte-kit.js', ['sync']);

/** eslint and prettier. */
export async function lint(): Promise<Tally[]> {
  title('Lint and format');
  const prepared = await prepareTypes();
  if (!prepared.succeeded) return [show('svelte-kit sync', prepared)];
  const [rules, format] = await Promise.all([
    run('eslint/bin/eslint.js', ['.']),
    run('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  ]);
  return [show('eslint', rules), show('prettier (mend with: npx prettier --write .)', format)];
}

/** svelte-check reads all TypeScript, not only components. */
export async function types(): Promise<Tally[]> {
  title('Types');
  const prepared = await prepareTypes();
  if (!prepared.succeeded) return [show('svelte-kit sync', prepared)];
  const options = ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'];
  return [show('svelte-check', await run('svelte-check/bin/svelte-check', options))];
}

/** The projects of vitest.config.ts by name: house, pure, room. */
export async function vitest(projects: readonly string[]): Promise<Tally[]> {
  title(`Tests: ${projects.join(', ')}`);
  const report = reportFile('vitest');
  const options = [
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter',
    'default',
    '--reporter',
    'json',
  ];
  const { succeeded } = await run('vitest/vitest.mjs', ['run', ...options, `--outputFile.json=${report}`], {
    aloud: true,
  });
  return [vitestTally(report, succeeded)];
}

const folderOf = (kind: 'journeys' | 'long') => join(root, 'tests', kind);
const scriptsIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .toSorted()
    : [];

/** The main job in a real browser. */
export async function journeys(): Promise<Tally[]> {
  title('Journeys');
  if (!scriptsIn(folderOf('journeys')).some((name) => name.endsWith('.test.ts'))) {
    console.log('   There are none yet.');
    return [];
  }
  const trouble = ensureChromium((line) => console.log(`   ${line}`));
  if (trouble) return [show('Chromium', { succeeded: false, said: trouble })];
  const report = reportFile('playwright');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { succeeded } = await run('@playwright/test/cli.js', ['test', '--reporter', 'list,json'], {
    aloud: true,
    env,
  });
  return [playwrightTally(report, succeeded)];
}

/** Instruments that take hours: each is a script that says itself what it found and ends with 0 when all is well. */
export async function long(): Promise<Tally[]> {
  const scripts = scriptsIn(folderOf('long'));
  title(scripts.length > 0 ? `Long instruments: ${scripts.join(', ')}` : 'Long instruments: none yet');
  const tallies: Tally[] = [];
  for (const name of scripts) {
    title(name);
    tallies.push(single((await run(join('..', 'tests', 'long', name), [], { aloud: true })).succeeded));
  }
  return tallies;
}

/** A file for the counts of one run; several may run at once. */
function reportFile(name: string): string {
  mkdirSync(reports, { recursive: true });
  return join(reports, `${name}-${process.pid}.json`);
}
