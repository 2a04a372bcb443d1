import { beforeAll, expect, it } from 'vitest';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { rowsOf, useWorld, type Town } from '../../../../tests/support/world.ts';
import { watched } from '../../../../tests/support/watched.ts';
import { readingAs } from './actor.ts';
import { endAbsence, markAway, whoHelpsMe } from './index.ts';
import { snapshotOf } from './snapshot.ts';

const world = useWorld();

/** Who helps Mia, as a page of hers says it, and how often the roster was read for it. */
async function page(town: Town) {
  const place = { organisationId: town.id, personId: town.personId('mia') };
  const read = () =>
    readingAs(
      place,
      async ({ actor }) => (await whoHelpsMe(actor)).first.firstName,
      () => 'nobody',
    );
  const { result, sent } = await watched(read);
  return { first: result, reads: sent.filter(({ text }) => text.includes('looked_for')).length };
}

const versionOf = async (town: Town) =>
  (await rowsOf('roster', `organisation_id = '${town.id}'`))[0]!.version as string;

beforeAll(async () => {
  await page(world.veurne);
  await page(world.koksijde);
});

it('is read once, until something in it changes; and then by every page', async () => {
  const { veurne, koksijde } = world;
  expect(await page(veurne)).toEqual({ first: 'Ann', reads: 0 });
  const ann = await veurne.as('ann');
  await markAway(ann, veurne.personId('ann'), { until: null });
  expect(await page(veurne)).toEqual({ first: 'Bram', reads: 1 });
  expect(await page(veurne)).toEqual({ first: 'Bram', reads: 0 });
  expect(await page(koksijde)).toEqual({ first: 'Ann', reads: 0 });
  await endAbsence(ann, veurne.personId('ann'));
  expect(await page(veurne)).toEqual({ first: 'Ann', reads: 1 });
});

it('is read anew on another day, and what ends within the day is over by itself', async () => {
  const { veurne } = world;
  const ann = await veurne.as('ann');
  await markAway(ann, veurne.personId('ann'), { until: new Date('2026-11-23T11:00:00Z') });
  expect((await page(veurne)).first).toBe('Bram');
  await travelTo('2026-11-23 13:30');
  expect(await page(veurne)).toEqual({ first: 'Ann', reads: 0 });
  await travelTo('2026-11-23 11:00');
  expect(await page(veurne)).toEqual({ first: 'Bram', reads: 0 });
  await travelTo('2026-11-24 10:00');
  expect(await page(veurne)).toEqual({ first: 'Ann', reads: 1 });
});

it('turns with each of the tables it is made of, once a transaction, for its own organisation alone', async () => {
  const { veurne, koksijde } = world;
  const there = await versionOf(koksijde);
  for (const table of ['unit', 'person', 'appointment', 'role', 'helper']) {
    const before = await versionOf(veurne);
    await asOwner(
      `update ${table} set organisation_id = organisation_id where organisation_id = '${veurne.id}'`,
    );
    expect([table, Number(await versionOf(veurne))]).toEqual([table, Number(before) + 1]);
  }
  expect(await versionOf(koksijde)).toBe(there);
});

it('is read by who changes it as they changed it', async () => {
  const { veurne } = world;
  await inOrganisation(system(veurne.id, 'test'), async (tx) => {
    const before = (await snapshotOf(tx)).helpers.find(({ firstName }) => firstName === 'Ann')!;
    await tx.updateTable('person').set({ first_name: 'Anneke' }).where('id', '=', before.personId).execute();
    expect((await snapshotOf(tx)).helpers.some(({ firstName }) => firstName === 'Anneke')).toBe(true);
    await tx.updateTable('person').set({ first_name: 'Ann' }).where('id', '=', before.personId).execute();
  });
});
