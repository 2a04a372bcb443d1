import type { WeekHours } from '#platform/hours.ts';
import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import {
  changeDefaultHours,
  changeOrganisation,
  changeUnitHours,
  organisationHere,
  unitsHere,
} from '#rooms/organisations/server/index.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { changeHelper, endAbsence, endRole, giveRole, markAway, personAsActor, whoHelpsMe } from './index.ts';

const world = useWorld();
const plain = { hours: null, substituteId: null, alsoElsewhere: false, place: null };

describe('who helps', () => {
  it('names the coach, then the substitute the moment the coach is away, then the coach again', async () => {
    const { veurne } = world;
    const mia = await veurne.as('mia');
    expect((await whoHelpsMe(mia)).first).toMatchObject({
      firstName: 'Ann',
      place: 'loket 3',
      thereNow: true,
    });
    const ann = await veurne.as('ann');
    await markAway(ann, veurne.personId('ann'), { until: null });
    expect((await whoHelpsMe(mia)).first).toMatchObject({
      firstName: 'Bram',
      reason: { kind: 'substitute' },
    });
    await endAbsence(ann, veurne.personId('ann'));
    expect((await whoHelpsMe(mia)).first.firstName).toBe('Ann');
  });

  it('keeps no reason for being away', async () => {
    const columns = await asOwner<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name = 'absence' order by 1`,
    );
    expect(columns.map((row) => row.column_name)).toEqual([
      'ends_at',
      'id',
      'organisation_id',
      'person_id',
      'starts_at',
      'substitute_id',
    ]);
  });

  it('follows the opening hours of the unit', async () => {
    const { veurne } = world;
    const unitId = veurne.unitId('Bibliotheek');
    await changeUnitHours(await veurne.as('cora'), unitId, { '6': [['09:00', '12:00']] });
    const { first } = await whoHelpsMe(await veurne.as('omer'));
    expect(first.thereNow || first.from > new Date('2026-11-23T10:00:00Z')).toBe(true);
    expect((await unitsHere(await veurne.as('mia'))).find((unit) => unit.id === unitId)?.hours).toEqual({
      '6': [['09:00', '12:00']],
    });
    await changeUnitHours(await veurne.as('cora'), unitId, null);
    await expect(changeUnitHours(await veurne.as('mia'), unitId, null)).rejects.toBeInstanceOf(Forbidden);
    await expect(changeUnitHours(await world.koksijde.as('cora'), unitId, null)).rejects.toBeInstanceOf(
      NotFound,
    );
  });
});

describe('arranging how somebody helps', () => {
  it('is for oneself and the coordinator, in the own organisation', async () => {
    const { veurne, koksijde } = world;
    const ann = veurne.personId('ann');
    await changeHelper(await veurne.as('cora'), ann, {
      ...plain,
      place: 'loket 4',
      substituteId: veurne.personId('bram'),
    });
    await changeHelper(await veurne.as('ann'), ann, {
      ...plain,
      place: 'loket 3',
      substituteId: veurne.personId('bram'),
    });
    await expect(changeHelper(await veurne.as('lies'), ann, plain)).rejects.toBeInstanceOf(Forbidden);
    await expect(markAway(await veurne.as('lies'), ann, { until: null })).rejects.toBeInstanceOf(Forbidden);
    const cora = await koksijde.as('cora');
    await expect(changeHelper(cora, ann, plain)).rejects.toBeInstanceOf(NotFound);
    await expect(markAway(cora, ann, { until: null })).rejects.toBeInstanceOf(NotFound);
    await expect(endAbsence(cora, ann)).rejects.toBeInstanceOf(NotFound);
    const theirs = changeHelper(await veurne.as('cora'), ann, {
      ...plain,
      substituteId: koksijde.personId('bram'),
    });
    await expect(theirs).rejects.toBeInstanceOf(NotFound);
  });
});

describe('roles', () => {
  it('a coordinator names coaches and no administrators; the role counts at once', async () => {
    const { veurne, brugge } = world;
    const cora = await veurne.as('cora');
    const id = await giveRole(cora, { personId: veurne.personId('karel'), kind: 'coach' });
    expect(await giveRole(cora, { personId: veurne.personId('karel'), kind: 'coach' })).toBe(id);
    expect((await veurne.as('karel')).roles).toMatchObject([
      { kind: 'coach', unitId: veurne.unitId('Burgerzaken') },
    ]);
    await expect(
      giveRole(cora, { personId: veurne.personId('karel'), kind: 'admin' }),
    ).rejects.toBeInstanceOf(Forbidden);
    await expect(
      giveRole(await brugge.as('ada'), { personId: veurne.personId('karel'), kind: 'coach' }),
    ).rejects.toBeInstanceOf(NotFound);
    await expect(endRole(await brugge.as('ada'), id)).rejects.toBeInstanceOf(NotFound);
    await endRole(cora, id);
    expect((await veurne.as('karel')).roles).toEqual([]);
  });

  it('the last administrator stays, also when two end each other at once', async () => {
    const { veurne } = world;
    const ada = await veurne.as('ada');
    const roleOf = async (personId: string) => {
      const rows = await asOwner<{ id: string }>(
        `select r.id from role r join appointment a on a.id = r.appointment_id
          where a.person_id = $1 and r.kind = 'admin' and r.ends_on is null`,
        [personId],
      );
      return rows[0]!.id;
    };
    const adas = await roleOf(veurne.personId('ada'));
    await expect(endRole(ada, adas)).rejects.toBeInstanceOf(Conflict);
    await giveRole(ada, { personId: veurne.personId('tom'), kind: 'admin' });
    const toms = await roleOf(veurne.personId('tom'));
    const tom = await veurne.as('tom');
    const outcomes = await Promise.allSettled([endRole(ada, toms), endRole(tom, adas)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('end with the appointment', async () => {
    const { veurne } = world;
    await asOwner('update appointment set ends_on = $2 where person_id = $1', [
      veurne.personId('luc'),
      '2026-11-22',
    ]);
    expect(await veurne.inside((tx) => personAsActor(tx, veurne.personId('luc')))).toBeNull();
  });
});

describe('the organisation', () => {
  it('is changed by its administrator alone, and is the own one', async () => {
    const { koksijde, brugge } = world;
    await changeOrganisation(await koksijde.as('ada'), { name: 'Koksijde', ictPhone: '058 11 22 33' });
    expect(await organisationHere(await koksijde.as('mia'))).toMatchObject({
      name: 'Koksijde',
      ictPhone: '058 11 22 33',
    });
    expect(await organisationHere(await brugge.as('mia'))).toMatchObject({ name: 'brugge', ictPhone: null });
    await expect(
      changeOrganisation(await koksijde.as('cora'), { name: 'x', ictPhone: null }),
    ).rejects.toBeInstanceOf(Forbidden);
  });

  it('has hours that coordinator and administrator change, for itself alone', async () => {
    const { koksijde, brugge } = world;
    const before = (await organisationHere(await brugge.as('mia'))).defaultHours;
    const hours: WeekHours = { 2: [['09:00', '12:30']] };
    await changeDefaultHours(await koksijde.as('cora'), hours);
    expect((await organisationHere(await koksijde.as('mia'))).defaultHours).toEqual(hours);
    expect((await organisationHere(await brugge.as('mia'))).defaultHours).toEqual(before);
    await expect(changeDefaultHours(await koksijde.as('ann'), hours)).rejects.toBeInstanceOf(Forbidden);
    await changeDefaultHours(await koksijde.as('ada'), before);
  });
});
