import * as v from 'valibot';
import type { HandedIn } from '#platform/server/handed-in.ts';
import { job } from '#platform/server/jobs.ts';
import { deliver } from './deliver.ts';
import { keepPublished } from './keep.ts';
import { networkMails } from './mails.ts';
import { publish } from './publish.ts';

export const networks: HandedIn = {
  jobs: {
    'networks.publish': job(v.object({ membershipId: v.string() }), (actor, { membershipId }) =>
      publish(actor, membershipId),
    ),
    'networks.deliver': job(v.object({ networkId: v.string() }), (actor, { networkId }) =>
      deliver(actor, networkId),
    ),
  },
  sweeps: { 'networks.keepPublished': keepPublished },
  mails: networkMails,
};
