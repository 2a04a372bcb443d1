import pg from 'pg';

/** A statement as it went to the database. */
export type Statement = { text: string; values: unknown[] };

type Query = (this: pg.Client, ...given: unknown[]) => unknown;

/**
 * Every statement that this process sends while `work` runs, in order. What opens and closes a transaction and says who
 * is in it counts as one: 'begin' stands for all of them.
 */
export async function watched<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; sent: Statement[] }> {
  const sent: Statement[] = [];
  const original = pg.Client.prototype.query as unknown as Query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given as [string | Statement, unknown[] | undefined];
    const statement =
      typeof first === 'string'
        ? { text: first, values: second ?? [] }
        : { text: first.text, values: first.values ?? second ?? [] };
    if (!isFrame(statement.text)) sent.push(statement);
    return original.apply(this, given);
  } as never;
  try {
    return { result: await work(), sent };
  } finally {
    pg.Client.prototype.query = original as never;
  }
}

const isFrame = (text: string) => /^\s*(commit|rollback|start transaction|select set_config)/i.test(text);
