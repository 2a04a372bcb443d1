import type pg from 'pg';

/** What may change without anybody having done anything: that something was seen, that its mail went, what was told across. */
const passing: Record<string, readonly string[]> = {
  notification: ['seen_at', 'mail', 'mail_tries', 'mail_due_at'],
  membership: ['published', 'published_on', 'published_roster', 'delivered'],
  network: ['delivered', 'delivered_on'],
  network_member: ['heard', 'delivered'],
};

/** A sum of each table that holds anything of an organisation, and of who can sign in; and how many jobs were put in. */
async function tracesIn(owner: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
      where table_schema = 'public' and column_name = 'organisation_id'
      union values ('public.organisation'), ('identity.identity'), ('identity.credential') order by name`,
  );
  const traces: Record<string, string> = {};
  for (const { name } of tables) {
    const without = passing[name.replace('public.', '')] ?? [];
    const { rows } = await owner.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(one, ',' order by one)), '') as sum
         from (select md5((to_jsonb(t) - $1::text[])::text) as one from ${name} t) as rows`,
      [without],
    );
    traces[name] = rows[0]!.sum;
  }
  const { rows } = await owner.query<{ jobs: string }>(
    // Anybody may ask for a mail to sign in, and members tell their network how they stand.
    `select count(*) as jobs from pgboss.job where name !~ '^(__|networks\\.)' and name <> 'people.signInMail'`,
  );
  return { ...traces, jobs: rows[0]!.jobs };
}

/** The tables in which the work added, changed or took away anything. */
export async function changedBy(owner: pg.Pool, work: () => Promise<unknown>): Promise<string[]> {
  const before = await tracesIn(owner);
  await work();
  const after = await tracesIn(owner);
  return Object.keys(after).filter((name) => after[name] !== before[name]);
}
