import pg from 'pg';
import type { Passwords } from './cluster-place.ts';

export const roles = { superuser: 'postgres', owner: 'trekkracht_owner', app: 'trekkracht_app' } as const;
export const databaseName = 'trekkracht';

export const urlFor = (options: {
  role: keyof typeof roles;
  passwords: Passwords;
  port: number;
  database?: string;
}) =>
  `postgres://${roles[options.role]}:${options.passwords[options.role]}@127.0.0.1:${options.port}/${options.database ?? databaseName}`;

/** Everybody who uses the server keeps one connection open under this name. */
const presenceName = 'cluster presence';

/** A connection as superuser that shows the others that we are here, and us when the server is gone. */
export async function openPresence(passwords: Passwords, port: number): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlFor({ role: 'superuser', passwords, port, database: 'postgres' }),
    application_name: presenceName,
    connectionTimeoutMillis: 5_000,
  });
  // Who cares listens for 'end'; without a listener here a lost server would end the process.
  client.on('error', () => {});
  await client.connect();
  return client;
}

export async function isServerOf(client: pg.Client, folder: string): Promise<boolean> {
  const { rows } = await client.query<{ folder: string }>(
    `select current_setting('data_directory') as folder`,
  );
  return rows[0]?.folder === folder;
}

/**
 * Whether nobody stays when we go. First we say that we are leaving, then we look: of any number that leave at the same
 * moment, whoever looks last sees nobody. False when the server is gone.
 */
export async function isLastOne(client: pg.Client): Promise<boolean> {
  try {
    await client.query(`set application_name = 'cluster leaving'`);
    const staying = await client.query('select from pg_stat_activity where application_name = $1', [
      presenceName,
    ]);
    return staying.rowCount === 0;
  } catch {
    return false;
  }
}
