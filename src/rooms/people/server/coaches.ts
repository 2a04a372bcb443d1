import { found } from '#platform/errors.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { isTheme, type Theme } from '#rooms/organisations/themes.ts';
import type { Helper, Snapshot } from '../candidates.ts';
import { hasCard, isNamed, thereFor } from '../card.ts';
import type { Presence } from '../presence.ts';
import { personAsActor } from './actor.ts';
import { snapshotOf } from './snapshot.ts';

/** A coach or expert as everybody may find them. `there` null: not in the coming 60 days, and never why. */
export type CoachRow = {
  personId: string;
  firstName: string;
  lastName: string;
  /** Those they coach; for an expert who coaches none: their own. */
  units: { id: string; name: string }[];
  isCoach: boolean;
  isExpert: boolean;
  themes: Theme[];
  there: Presence | null;
};

/** Everything that stands on cards beside the snapshot, by person. */
export type CardTexts = {
  phone: string | null;
  place: string | null;
  about: string | null;
  themes: string[];
};

/** Who helps whom can be read from anywhere: coaches and experts, by name. */
export const helpersHere = verb('helpersHere', (tx) => helpersThat(tx, hasCard));

const mostNamed = 6;

/** The coaches and experts that a search by name means: a few, never other colleagues. */
export const coachesNamed = verb('coachesNamed', async (tx, typed: string) => {
  const { helpers, now } = await helpersThat(tx, (helper) => hasCard(helper) && isNamed(helper, typed));
  return { helpers: helpers.slice(0, mostNamed), now };
});

async function helpersThat(tx: Tx, fits: (helper: Helper) => boolean) {
  const snapshot = await snapshotOf(tx);
  const { unitId } = found(await personAsActor(tx, found(tx.actor.personId)));
  const helpers = snapshot.helpers.filter(fits);
  const texts = await cardTexts(
    tx,
    helpers.map(({ personId }) => personId),
  );
  const rows = helpers.map((helper) =>
    coachRow(snapshot, helper, { unitId, moment: tx.now, themes: texts.get(helper.personId)?.themes ?? [] }),
  );
  return { helpers: rows.toSorted(byName), now: tx.now };
}

const collator = new Intl.Collator('nl-BE');

const byName = (a: CoachRow, b: CoachRow): number =>
  collator.compare(a.firstName, b.firstName) || collator.compare(a.lastName, b.lastName);

/** One helper as a list or card shows them, to a colleague of that unit. */
export function coachRow(
  snapshot: Snapshot,
  helper: Helper,
  asking: { unitId: string; moment: Date; themes: readonly string[] },
): CoachRow {
  const { personId, firstName, lastName, coachOf, isExpert } = helper;
  const unitIds = coachOf.length > 0 ? coachOf : [helper.homeUnitId];
  return {
    ...{ personId, firstName, lastName, isExpert, isCoach: coachOf.length > 0 },
    units: unitIds.flatMap((id) => snapshot.units.get(id) ?? []).map(({ id, name }) => ({ id, name })),
    themes: [...new Set([...helper.themes, ...asking.themes])].filter(isTheme),
    there: thereFor(snapshot, helper, asking),
  };
}

export async function cardTexts(tx: Tx, ids: readonly string[]): Promise<Map<string, CardTexts>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('person')
    .leftJoin('helper', 'helper.person_id', 'person.id')
    .where('person.id', 'in', ids)
    .select(['person.id', 'person.phone', 'helper.place', 'helper.about', 'helper.themes'])
    .execute();
  return new Map(rows.map(({ id, themes, ...texts }) => [id, { ...texts, themes: themes ?? [] }]));
}
