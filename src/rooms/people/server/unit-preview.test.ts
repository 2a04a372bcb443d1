import { expect, it } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.ts';
import type { WeekHours } from '#platform/hours.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { whoWouldHelp } from './index.ts';

const world = useWorld();

it('says who would help a unit with these neighbours, before they are kept', async () => {
  const { veurne, koksijde } = world;
  const cora = await veurne.as('cora');
  const archive = veurne.unitId('Archief');
  const names = async (neighbourIds: string[] | null) =>
    (await whoWouldHelp(cora, archive, { neighbourIds })).helpers.map(({ firstName }) => firstName);
  expect((await names([veurne.unitId('Bibliotheek')]))[0]).toBe('Lies');
  expect((await names([veurne.unitId('Burgerzaken')]))[0]).toBe('Ann');
  expect((await names([])).slice(0, 2)).toEqual(['Tom', 'Cora']);
  expect(await names(null)).toContain('Ann');
  await expect(whoWouldHelp(await koksijde.as('cora'), archive, {})).rejects.toThrow(NotFound);
  await expect(whoWouldHelp(await veurne.as('ann'), archive, {})).rejects.toThrow(Forbidden);
});

it('says which units go along with the hours of one, and who would help in them', async () => {
  const { veurne } = world;
  const cora = await veurne.as('cora');
  const top = veurne.unitId('Archief');
  await asOwner(
    `insert into unit (organisation_id, id, parent_id, name, hours)
     select organisation_id, gen_random_uuid(), id, below.name, below.hours
       from unit, (values ('Kelder', null), ('Zolder', '{}'::jsonb)) as below (name, hours) where id = $1`,
    [top],
  );
  expect((await whoWouldHelp(cora, top, {})).follow).toEqual(['Kelder']);
  // Shut on Mondays: whoever keeps to the hours of the unit is no longer there now.
  const unitId = veurne.unitId('Burgerzaken');
  const first = async (hours: WeekHours | null) => (await whoWouldHelp(cora, unitId, { hours })).helpers[0]!;
  expect((await first(null)).thereNow).toBe(true);
  expect(await first({ 2: [['09:00', '12:00']] })).not.toEqual(await first(null));
});
