import { randomBytes } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { access, chmod, mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { accountFor, canEnter, type Account } from './cluster-account.ts';
import { createWhole } from './cluster-file.ts';
import { ClusterTrouble, codeOf, type ClusterNews } from './cluster-trouble.ts';

/** For what the account of the database cannot reach where we are. */
export const systemFolder = '/var/lib/trekkracht';

/** Where this code lies, and where the data lies when nothing else is said. */
export const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

export const dataFolderOf = (environment: NodeJS.ProcessEnv): string =>
  resolve(environment.TREKKRACHT_DATA || join(projectFolder, 'data'));

/** `database.json`: readable by its owner alone. The folder is written down once, so that the database is never
 *  looked for in another place because the rights on a folder changed. */
const recordSchema = v.object({
  folder: v.string(),
  passwords: v.object({ superuser: v.string(), owner: v.string(), app: v.string() }),
});
export type Passwords = v.InferOutput<typeof recordSchema>['passwords'];

export type Place = {
  dataFolder: string;
  /** PostgreSQL's own folder. */
  folder: string;
  passwords: Passwords;
};

const recordFile = (dataFolder: string) => join(dataFolder, 'database.json');

async function readRecord(dataFolder: string) {
  try {
    return v.parse(recordSchema, JSON.parse(await readFile(recordFile(dataFolder), 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    if (codeOf(error) === 'EACCES') throw new ClusterTrouble('not-yours', dataFolder, error);
    throw error;
  }
}

/** Who is to run the server of this place: whoever owns its files, or what they will lie in. */
export async function accountOf({ folder, dataFolder }: Place): Promise<Account | null> {
  return accountFor(await stat(existsSync(folder) ? folder : dataFolder));
}

/** The place of a database that was made before, or null. Changes nothing. */
export async function findPlace(dataFolder: string): Promise<Place | null> {
  const record = await readRecord(dataFolder);
  if (!record) return null;
  // One folder, one name, whichever way one came to it.
  const real = await realpath(dataFolder);
  return { dataFolder: real, folder: resolve(real, record.folder), passwords: record.passwords };
}

/** The place of the database, chosen and written down the first time. */
export async function choosePlace(dataFolder: string, log: (news: ClusterNews) => void): Promise<Place> {
  await makeDataFolder(dataFolder);
  const known = await findPlace(dataFolder);
  if (known) return known;
  const account = accountFor(await stat(dataFolder));
  const away = account !== null && !canEnter(account, dataFolder);
  const password = () => randomBytes(24).toString('base64url');
  const passwords = { superuser: password(), owner: password(), app: password() };
  // A name of its own each time: a folder that was thrown away and made again must not meet what it left there.
  const folder = away ? join(systemFolder, randomBytes(6).toString('hex'), 'postgres') : 'postgres';
  const record = { folder, passwords };
  if (away) log({ kind: 'elsewhere', folder, account: account.name });
  // Whoever was first decides; a second start at the same moment reads what the first wrote.
  await createWhole(recordFile(dataFolder), `${JSON.stringify(record, null, 2)}\n`);
  return (await findPlace(dataFolder))!;
}

/** Nobody may look around in it; when root made it, the account of the database may walk through. Throws ClusterTrouble. */
export async function makeDataFolder(dataFolder: string): Promise<void> {
  try {
    if (existsSync(dataFolder)) return await access(dataFolder, constants.W_OK);
    await mkdir(dataFolder, { recursive: true });
    await chmod(dataFolder, process.getuid?.() === 0 ? 0o711 : 0o700);
  } catch (error) {
    if (codeOf(error) === 'EACCES') throw new ClusterTrouble('not-yours', dataFolder, error);
    throw error;
  }
}
