import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createWhole } from '#platform/server/cluster-file.ts';
import { dataFolderOf } from '#platform/server/cluster-place.ts';
import { readExternal, type External } from '#platform/server/external-settings.ts';
import { readWebSettings } from '../src/web-settings.ts';

/** What `npm start` and `npm run dev` read from the environment, with what they take when it says nothing. */
export type Environment = {
  port: number;
  host: string;
  /** Where people find it, as printed and as links begin. No slash at the end. */
  address: string;
  dataFolder: string;
  secretFile: string;
  demo: boolean;
  /** The PostgreSQL of somebody else; null when we run our own. */
  external: External | null;
};

/** Throws WrongSetting, or ExternalTrouble. */
export function readEnvironment(environment: NodeJS.ProcessEnv): Environment {
  const { port, host, publicUrl } = readWebSettings(environment);
  const dataFolder = dataFolderOf(environment);
  return {
    port,
    host,
    address: publicUrl.href.replace(/\/+$/, ''),
    dataFolder,
    secretFile: resolve(environment.SECRET_FILE || join(dataFolder, 'secret')),
    demo: environment.DEMO === '1',
    external: readExternal(environment),
  };
}

/** The variables of a command that we run: what we were given, completed. Which database it is it finds out as we did. */
export const errandVariables = (environment: Environment): NodeJS.ProcessEnv => ({
  ...process.env,
  PORT: String(environment.port),
  HOST: environment.host,
  PUBLIC_URL: environment.address,
  TREKKRACHT_DATA: environment.dataFolder,
  SECRET_FILE: environment.secretFile,
});

/** What tells how to come in as the owner of the database: none of it is for web and worker. */
const ownerVariables = new Set(['DATABASE_URL', 'PGUSER', 'PGPASSWORD', 'PGPASSFILE', 'PGSERVICE']);

/** The variables of web and worker. */
export const variablesFor = (environment: Environment, appUrl: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(errandVariables(environment)).filter(([name]) => !ownerVariables.has(name)),
  ),
  APP_DATABASE_URL: appUrl,
});

/** The key of this installation, made at the first start: 32 random bytes, outside the database and its backups. */
export async function makeSecret(file: string): Promise<void> {
  if (existsSync(file)) return;
  await mkdir(dirname(file), { recursive: true });
  await createWhole(file, `${randomBytes(32).toString('base64url')}\n`);
}
