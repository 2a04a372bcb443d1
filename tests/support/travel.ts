import type pg from 'pg';

/**
 * Moves the test clock of a database, as its owner: from now on app_now() goes on from that moment. A text without
 * a zone is a time in Brussels.
 */
export async function moveClock(owner: pg.Pool | pg.Client, moment: Date | string): Promise<void> {
  const text = typeof moment === 'string' ? moment : moment.toISOString();
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(text);
  const at = zoned ? '$1::timestamptz' : `$1::timestamp at time zone 'Europe/Brussels'`;
  await owner.query(`update test_clock set shift = (${at}) - now()`, [text]);
}
