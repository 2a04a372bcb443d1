import { allow } from '../errors.ts';
import { actorOf, inOrganisation, type Tx, type Who } from './scope.ts';

export type Verb<Args extends unknown[], Result> = ((who: Who, ...args: Args) => Promise<Result>) & {
  readonly verb: string;
};

/**
 * Makes a verb: what a page, an API call or a job may ask of a room. Its first argument is who asks;
 * the rights table is checked here, for each of them, so that no verb can forget it. `work` goes on
 * with: load, allow, change, record, notify, return.
 */
export function verb<Args extends unknown[], Result>(
  name: string,
  work: (tx: Tx, ...args: Args) => Promise<Result>,
): Verb<Args, Result> {
  const call = async (who: Who, ...args: Args) => {
    allow(actorOf(who).may(name));
    return inOrganisation(who, (tx) => work(tx, ...args));
  };
  return Object.assign(call, { verb: name });
}
