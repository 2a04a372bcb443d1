import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './cluster-trouble.ts';

/**
 * Writes a new file that only its owner can read: there entirely or not at all, also after a power cut.
 * False when the file existed; then it is left alone.
 */
export async function createWhole(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** A new name is only safe once its folder is written too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** A folder that every account may walk through whatever our umask says, with those above it that were missing. */
export async function makeOpenFolder(folder: string): Promise<void> {
  if (!existsSync(dirname(folder))) await makeOpenFolder(dirname(folder));
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}
