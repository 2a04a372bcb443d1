import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { dropDatabase, inDatabase } from './cluster.ts';

/** Roles and databases on the server of the tests, as somebody who runs a PostgreSQL would make them; all go afterwards. */
export type Administrator = {
  sql(text: string, database?: string): Promise<void>;
  /** A role that may sign in, with these rights besides. Its address in that database. */
  role(rights: string, database: string): Promise<{ name: string; url: string }>;
  /** A new name for a role that is dropped afterwards, if it is made. */
  newRole(): string;
  /** An empty database. */
  database(owner: string, options?: string): Promise<string>;
  /** A name for a database that somebody else makes, and that is dropped afterwards. */
  newDatabase(): string;
  leave(): Promise<void>;
};

const password = 'of-the-tests';
const fresh = (kind: string) => `test_${kind}_${process.pid}_${randomBytes(4).toString('hex')}`;

export function administrator(): Administrator {
  const [made, databases]: [string[], string[]] = [[], []];
  const run = async (text: string, database = 'postgres') => {
    const client = new pg.Client({ connectionString: inDatabase(inject('server').superuserUrl, database) });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  const [newRole, newDatabase] = [noted(made, 'role'), noted(databases, 'base')];
  return {
    sql: run,
    newRole,
    newDatabase,
    role: async (rights, database) => {
      const name = newRole();
      await run(`create role ${name} login password '${password}' ${rights}`);
      const url = new URL(inDatabase(inject('server').ownerUrl, database));
      Object.assign(url, { username: name, password });
      return { name, url: url.href };
    },
    database: async (owner, options = '') => {
      const name = newDatabase();
      await run(`create database ${name} owner ${owner} ${options}`);
      return name;
    },
    leave: async () => {
      for (const name of databases) await dropDatabase(inject('server'), name);
      // In turn: one may have been given away by another.
      for (const name of made.toReversed()) await run(`drop role if exists ${name}`);
    },
  };
}

const noted = (names: string[], kind: string) => () => {
  names.push(fresh(kind));
  return names.at(-1)!;
};
