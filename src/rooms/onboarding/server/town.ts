import { m } from '#messages';
import { localDay } from '#platform/days.ts';
import { enterAt, type Tx } from '#platform/server/scope.ts';
import { addMember, addNetwork, changeOrganisation } from '#rooms/organisations/server/index.ts';
import { giveParts, markAwayCoaches } from './parts.ts';
import { beginningOf, playQuestions, writeTips } from './past.ts';
import { shareWithAll } from './sharing.ts';
import { settlePast } from './settle.ts';
import { bringInStaff, staffOf } from './staff.ts';
import type { Town } from './towns.ts';

/** Says in a sentence what happens now. */
export type Tell = (line: string) => void;

/** Fills an empty organisation of the demo, in the caller's transaction. `here` holds organisations by name. */
export async function fillTown(
  tx: Tx,
  town: Town,
  { here, tell }: { here: ReadonlyMap<string, string>; tell: Tell },
): Promise<void> {
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
  if (town.network) await keepNetwork(tx, town.network, here);
}

async function keepNetwork(
  tx: Tx,
  { name, members }: NonNullable<Town['network']>,
  here: ReadonlyMap<string, string>,
): Promise<void> {
  const networkId = await addNetwork(tx, name);
  const startsOn = `${localDay(tx.now).slice(0, 4)}-01-01`;
  for (const { name: member, type, nis } of members)
    await addMember(tx, networkId, {
      name: member,
      type,
      nis,
      organisationId: here.get(member) ?? null,
      startsOn,
    });
}
