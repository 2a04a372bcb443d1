import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWhole } from './cluster-file.ts';
import { makeDataFolder } from './cluster-place.ts';
import { codeOf } from './cluster-trouble.ts';
import { placeOf } from './external-settings.ts';
import { ExternalTrouble } from './external-trouble.ts';

const markIn = (dataFolder: string) => join(dataFolder, 'database-elsewhere');

/** Writes down that what belongs to this folder is in a database elsewhere; without a password. */
export async function markElsewhere(dataFolder: string, url: string): Promise<void> {
  await makeDataFolder(dataFolder);
  await createWhole(markIn(dataFolder), `${placeOf(url)}\n`);
}

/**
 * For who is about to use our own database. A command in a terminal that does not have DATABASE_URL would make an empty
 * one beside that of somebody else, and say that all went well. Throws ExternalTrouble.
 */
export async function refuseElsewhere(dataFolder: string): Promise<void> {
  const file = markIn(dataFolder);
  try {
    const place = (await readFile(file, 'utf8')).trim();
    throw new ExternalTrouble('external_expected', { place, file });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
