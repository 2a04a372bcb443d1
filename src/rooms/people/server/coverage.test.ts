import { expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld, type Town } from '../../../../tests/support/world.ts';
import { coverage, coverageOf, coverageToday, endAbsence, markAway, whoHelpsMe } from './index.ts';

const world = useWorld();

const unitOf = async (town: Town, name: string) =>
  (await coverage(await town.as('cora'))).units.find((unit) => unit.name === name)!;

it('tells everybody who helps where today, in full, and names the one of the card', async () => {
  const { veurne } = world;
  const mia = await veurne.as('mia');
  const { units, ownUnitId, arranges } = await coverageToday(mia);
  expect(units.map(({ name }) => name)).toContain('Bibliotheek');
  const own = units.find(({ unitId }) => unitId === ownUnitId);
  expect(own?.first).toMatchObject({ personId: (await whoHelpsMe(mia)).first.personId, firstName: 'Ann' });
  expect(Object.keys(own?.first ?? {}).toSorted()).toEqual([
    'firstName',
    'from',
    'kind',
    'lastName',
    'leavesAt',
    'personId',
    'thereNow',
  ]);
  expect(arranges).toEqual([]);
  const ofBram = (await coverageToday(await veurne.as('bram'))).arranges;
  expect(ofBram.map(({ firstName }) => firstName)).toEqual(['Ann']);
  const ofMara = (await coverage(await veurne.as('mara'))).arranges;
  expect(ofMara.map(({ firstName }) => firstName)).toEqual(['Ann']);
});

it('shows gaps, stand-ins and the coming weeks to who keeps it running, and to nobody else', async () => {
  const { veurne, koksijde } = world;
  const ann = veurne.personId('ann');
  expect(await unitOf(veurne, 'Burgerzaken')).toMatchObject({ cover: 'own', gap: null, staff: 5 });
  expect(await unitOf(veurne, 'Archief')).toMatchObject({
    ...{ cover: 'others', gap: { kind: 'no_coach', since: null } },
    coaches: [],
  });
  await markAway(await veurne.as('cora'), ann, { until: new Date('2026-11-30T23:00:00Z') });
  const found = await unitOf(veurne, 'Burgerzaken');
  expect(found).toMatchObject({ cover: 'stand_in', gap: { kind: 'away', since: '2026-11-23' } });
  expect(found.weeks[0]?.days[0]).toEqual({ day: '2026-11-23', cover: 'stand_in' });
  expect(found.weeks[1]?.days[1]).toEqual({ day: '2026-12-01', cover: 'own' });
  expect(await unitOf(koksijde, 'Burgerzaken')).toMatchObject({ cover: 'own' });
  await endAbsence(await veurne.as('cora'), ann);
  for (const name of ['mia', 'ann', 'tom', 'dora'] as const)
    await expect(coverage(await veurne.as(name))).rejects.toBeInstanceOf(Forbidden);
});

it('knows a coach who begins later, and since when a unit has none', async () => {
  const { veurne } = world;
  const archief = veurne.unitId('Archief');
  const give = `insert into role (organisation_id, id, appointment_id, kind, unit_id, starts_on, ends_on)
    select organisation_id, gen_random_uuid(), id, 'coach', $2, $3, $4 from appointment where person_id = $1`;
  await asOwner(give, [veurne.personId('arno'), archief, '2026-01-05', '2026-11-01']);
  expect((await unitOf(veurne, 'Archief')).gap).toEqual({ kind: 'no_coach', since: '2026-11-02' });
  await asOwner(give, [veurne.personId('trees'), archief, '2026-12-07', null]);
  const { weeks, cover } = await unitOf(veurne, 'Archief');
  expect(cover).toBe('others');
  expect(weeks[1]?.days.map((one) => one.cover)).toEqual(Array(5).fill('others'));
  expect(weeks[2]?.days.map((one) => one.cover)).toEqual(Array(5).fill('own'));
});

it('names the chain of a unit at a moment, with reasons', async () => {
  const { veurne, koksijde } = world;
  const cora = await veurne.as('cora');
  const unitId = veurne.unitId('Burgerzaken');
  const { unitName, chain } = await coverageOf(cora, unitId, new Date('2026-11-24T09:00:00Z'));
  expect(unitName).toBe('Burgerzaken');
  expect(chain.slice(0, 2)).toMatchObject([
    { firstName: 'Ann', reason: { kind: 'own_coach' }, thereNow: true },
    { firstName: 'Bram', reason: { kind: 'substitute', forId: veurne.personId('ann') } },
  ]);
  await expect(coverageOf(await koksijde.as('cora'), unitId)).rejects.toBeInstanceOf(NotFound);
  await expect(coverageOf(await veurne.as('mia'), unitId)).rejects.toBeInstanceOf(Forbidden);
  const far = coverageOf(cora, unitId, new Date('2027-06-01T09:00:00Z'));
  await expect(far).rejects.toBeInstanceOf(Invalid);
  await expect(coverageOf(cora, unitId, new Date('no moment'))).rejects.toBeInstanceOf(Invalid);
});
