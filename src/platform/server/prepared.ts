import type pg from 'pg';

/**
 * So many statements a connection keeps ready. What comes after is planned each time, as a text that is put together
 * in ever new ways would be.
 */
const mostKept = 300;
const names = new Map<string, string>();

/** A new column changes what these give, and a migration may add one while we serve: they are not kept ready. */
const givesAllColumns = /(^|[\s,."])\*(\s|,|$)/;

/** What opens and closes a transaction has no plan. */
const hasPlan = /^\s*(select|with|insert|update|delete)\b/i;

/** A name for a statement of this text, the same in each connection of the process, if it is one to keep ready. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= mostKept || givesAllColumns.test(text) || !hasPlan.test(text)) return undefined;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * The pool, with every statement that has a plan prepared under a name: PostgreSQL then plans it once a connection
 * and not at each request (https://www.postgresql.org/docs/18/sql-prepare.html). Under the wall's policies planning
 * takes longer than running.
 */
export function preparing(pool: pg.Pool) {
  return {
    connect: async () => prepared(await pool.connect()),
    options: pool.options,
    end: () => pool.end(),
  };
}

function prepared(client: pg.PoolClient): pg.PoolClient {
  const query = (text: string, values?: unknown[]) => {
    const name = values ? nameOf(text) : undefined;
    return name ? client.query({ name, text, values }) : client.query(text, values);
  };
  return Object.assign(Object.create(client) as pg.PoolClient, { query });
}
