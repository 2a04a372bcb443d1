import * as v from 'valibot';
import { jobs, sweeps } from '../../src/registry.server.ts';
import { workOn } from '../../src/platform/server/jobs.ts';
import { asOwner } from './database.ts';
import type { Town } from './town.ts';

type Payload = { notificationId: string; sealedPerson?: string };

/** Runs one mail job as the worker would: what is in the queue goes through the job's own schema. */
export async function runMailJob(town: Town, payload: Payload): Promise<void> {
  const { schema, run } = jobs['notifications.mail']!;
  await run(town.system, v.parse(schema, payload) as never);
}

/** Every mail job of this town that was ever put in, once more. */
export async function runMailJobs(town: Town): Promise<void> {
  type Row = { payload: Payload };
  const rows = await asOwner<Row>(
    `select data -> 'payload' as payload from pgboss.job
      where name = 'notifications.mail' and data ->> 'organisationId' = $1 order by created_on`,
    [town.id],
  );
  for (const { payload } of rows) await runMailJob(town, payload);
}

/** The sweep that sends what is due. */
export const sendDue = async (town: Town): Promise<unknown> => sweeps['notifications.sendDue']!(town.system);

/** A worker that takes mails out of the queue, until stopQueue(). */
export const workOnMails = (): Promise<void> => workOn({ 'notifications.mail': jobs['notifications.mail']! });

type FormerRow = { data: { organisationId: string; payload: unknown } };

/** Every job that mails an address of before, in any of these towns, once more. Returns what the queue knows. */
export async function runFormerAddressJobs(...towns: Town[]): Promise<string> {
  const rows = await asOwner<FormerRow>(`select data from pgboss.job where name = 'people.formerAddress'`);
  const { schema, run } = jobs['people.formerAddress']!;
  for (const { data } of rows) {
    const town = towns.find(({ id }) => id === data.organisationId)!;
    await run(town.system, v.parse(schema, data.payload) as never);
  }
  return JSON.stringify(rows);
}
