import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '#platform/server/cluster-place.ts';
import { runErrand, type Errand } from './child.ts';
import { say } from './terminal.ts';

/** What the build is made from. */
const sources = [
  ...['src', 'db', 'demo', 'messages', 'static'],
  ...['project.inlang/settings.json', 'vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'],
];
const isSource = (path: string) => !/^src\/paraglide\/|\.test\.ts$/.test(path);
const stamp = join(projectFolder, 'build', '.stamp');

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(join(projectFolder, path), { withFileTypes: true }).catch(() => null);
  if (!entries) return existsSync(join(projectFolder, path)) ? [path] : [];
  return (await Promise.all(entries.map(({ name }) => filesOf(`${path}/${name}`)))).flat();
}

/** By content, not by time: a fresh clone, a copy and a checkout change times and nothing else. */
async function hashSources(): Promise<string> {
  const paths = (await Promise.all(sources.map(filesOf))).flat().filter(isSource).sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(projectFolder, path))));
  const hash = createHash('sha256');
  paths.forEach((path, index) => hash.update(`${path}\0${texts[index]!.length}\0`).update(texts[index]!));
  return hash.digest('hex');
}

/** Builds the pages if a source changed since the last time. Gives the hash of the sources. Throws Told. */
export async function buildWhenChanged(errand: Pick<Errand, 'signal' | 'onChild'> = {}): Promise<string> {
  const wanted = await hashSources();
  const present = await readFile(stamp, 'utf8').catch(() => '');
  if (present.trim() === wanted) return wanted;
  say('start_building');
  await runErrand({
    ...errand,
    script: join('node_modules', 'vite', 'bin', 'vite.js'),
    options: ['build'],
    variables: { ...process.env, NODE_ENV: 'production' },
    complaint: 'start_build_failed',
  });
  await writeFile(stamp, `${wanted}\n`);
  return wanted;
}
