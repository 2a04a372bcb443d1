import * as v from 'valibot';
import { system } from '../../src/platform/server/scope.ts';
import { jobs, sweeps } from '../../src/registry.server.ts';
import { asOwner } from './database.ts';
import type { Town } from './town.ts';

type Waiting = { id: string; name: string; data: { organisationId: string; payload: unknown } };

/** Does what a worker would: the jobs of networks, oldest first, and those that come of them. */
export async function runNetworkJobs(): Promise<void> {
  for (;;) {
    const [one] = await asOwner<Waiting>(
      `delete from pgboss.job where id = (select id from pgboss.job
         where name like 'networks.%' and state = 'created' order by created_on, id limit 1)
       returning id, name, data`,
    );
    if (!one) return;
    const { schema, run } = jobs[one.name]!;
    await run(system(one.data.organisationId, one.name), v.parse(schema, one.data.payload) as never);
  }
}

/** A minute passes in these towns. */
export async function sweepNetworks(...towns: Town[]): Promise<void> {
  for (const town of towns) await sweeps['networks.keepPublished']!(town.system);
  await runNetworkJobs();
}
