import { m } from '#messages';
import { enterAt, type Tx } from '#platform/server/scope.ts';
import { changeOrganisation } from '#rooms/organisations/server/index.ts';
import type { hostsOf } from './networks.ts';
import { joinNetworks, keepNetwork } from './networks.ts';
import { giveParts, markAwayCoaches } from './parts.ts';
import { beginningOf, playQuestions, writeTips } from './past.ts';
import { shareWithAll } from './sharing.ts';
import { settlePast } from './settle.ts';
import { bringInStaff, staffOf } from './staff.ts';
import type { Town } from './towns.ts';

/** Says in a sentence what happens now. */
export type Tell = (line: string) => void;

/** The organisations of the demo by name, and those that keep this one as a member of their network. */
export type Around = {
  here: ReadonlyMap<string, string>;
  hosts: Awaited<ReturnType<typeof hostsOf>>;
  tell: Tell;
};

/** Fills an empty organisation of the demo, in the caller's transaction. */
export async function fillTown(tx: Tx, town: Town, { here, hosts, tell }: Around): Promise<void> {
  const { name, ictPhone, dpoPhone } = town;
  const beginning = { actor: tx.actor, moment: beginningOf(tx.now) };
  tell(m.seed_staff({ name }));
  await enterAt(tx, beginning, async (past) => {
    await changeOrganisation(past, { name, ictPhone, dpoPhone });
    await bringInStaff(past, town.staff);
  });
  const staff = await staffOf(tx, beginning.moment);
  tell(m.seed_parts({ name }));
  await enterAt(tx, beginning, (past) => giveParts(past, town, staff));
  await markAwayCoaches(tx, town, staff);
  tell(m.seed_questions({ name }));
  await writeTips(tx, town, staff);
  await playQuestions(tx, town, staff);
  await shareWithAll(tx, town, staff);
  await settlePast(tx);
  await enterAt(tx, beginning, async (past) => {
    await keepNetwork(past, town, here);
    await joinNetworks(past, town, { hosts, staff });
  });
}
