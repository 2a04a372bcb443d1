import type { Actor } from '#platform/actor.ts';
import { unitsHere } from '#rooms/organisations/server/index.ts';
import { treeOf } from '#rooms/organisations/tree.ts';
import { fullName } from '#rooms/people/name.ts';
import { levelChoices, themeChoices, type TipChoices } from '#rooms/tips/choices.ts';
import { tipKeepers } from '#rooms/tips/server/index.ts';
import { canCheckTips } from '#rooms/tips/tip.ts';

type Asked = {
  /** Where the writer works: a colleague chooses between everybody and their own unit. */
  unitId: string;
  tip?: { id: string; unitId: string | null };
};

/** What the form of a tip lets this person choose from. */
export async function tipChoices(who: Actor, { unitId, tip }: Asked): Promise<TipChoices> {
  const units = treeOf(await unitsHere(who))
    .filter(({ unit }) => canCheckTips(who) || [unitId, tip?.unitId].includes(unit.id))
    .map(({ unit, path }) => ({ value: unit.id, label: path }));
  const keepers = tip ? await tipKeepers(who, tip.id) : [];
  return {
    themes: themeChoices(),
    levels: levelChoices(),
    units,
    keepers: keepers.map((one) => ({ value: one.id, label: fullName(one) })),
  };
}
