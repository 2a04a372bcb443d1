import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const onMac = ['Chromium', 'Google Chrome'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The browser for the journeys: CHROMIUM if it is set, else the first one found. Null when there is none. */
export function findChromium(): string | null {
  if (process.env.CHROMIUM) return canRun(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...onMac];
  return candidates.find(canRun) ?? null;
}

/** Root may go without the sandbox that Chromium refuses to set up for it. Nothing calls home. */
export const chromiumOptions: string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Debian's own package runs without anything else; Ubuntu's of the same name needs snap. */
const isDebian = (): boolean => {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

/** Installs it where that can be done without asking: as root on Debian. Returns what to do by hand when it cannot. */
export function ensureChromium(say: (line: string) => void): string | null {
  if (findChromium()) return null;
  if (process.env.CHROMIUM) return `CHROMIUM is ${process.env.CHROMIUM}, which cannot be run.`;
  const byHand = 'The journeys need Chromium or Chrome. Install one, or set CHROMIUM to where it is';
  if (!isDebian()) return `${byHand}.`;
  if (process.getuid?.() !== 0) return `${byHand}. On Debian: sudo apt-get install chromium`;
  say('Installing Chromium (apt-get install chromium) …');
  const said = ['update', 'install'].map((what) => apt(what)).join('');
  return findChromium() ? null : `apt-get could not install chromium:\n${said}`;
}

function apt(what: string): string {
  const packages = what === 'install' ? ['-y', '--no-install-recommends', 'chromium'] : [];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { stdout, stderr } = spawnSync('apt-get', ['-qq', what, ...packages], { env, encoding: 'utf8' });
  return `${stdout}${stderr}`;
}
