import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { unitsHere } from '#rooms/organisations/server/index.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld, type Name } from '../../../../tests/support/world.ts';
import {
  changeHelper,
  coachesHere,
  endRole,
  giveRole,
  helperHere,
  markAway,
  mySelf,
  peopleHere,
  personHere,
} from './index.ts';

const world = useWorld();

beforeEach(() => asOwner('delete from absence'));

const foundBy = async (q: string, name: Name = 'cora') =>
  (await peopleHere(await world.veurne.as(name), { q, page: 1 })).people.map(({ firstName }) => firstName);

describe('the list of colleagues', () => {
  it('holds those of one’s own organisation, with unit and roles', async () => {
    const { people, total } = await peopleHere(await world.veurne.as('hans'), { q: '', page: 1 });
    expect([people.length, total]).toEqual([18, 18]);
    expect(people.find(({ firstName }) => firstName === 'Ann')).toMatchObject({
      unitName: 'Burgerzaken',
      roles: ['coach'],
    });
    const there = await peopleHere(await world.koksijde.as('hans'), { q: '', page: 1 });
    expect(there.people.map(({ id }) => id)).not.toContain(world.veurne.personId('ann'));
  });

  it('is searched by name in either order, by unit, without accents or capitals', async () => {
    await asOwner(`update person set first_name = 'Aïcha' where id = $1`, [world.veurne.personId('karel')]);
    expect(await foundBy('aicha')).toEqual(['Aïcha']);
    expect(await foundBy('MAES AÏCHA')).toEqual(['Aïcha']);
    expect(await foundBy('biblio')).toEqual(['Lies', 'Omer']);
    expect(await foundBy('50%')).toEqual([]);
    await asOwner(`update person set first_name = 'Karel' where id = $1`, [world.veurne.personId('karel')]);
  });

  it('and a colleague’s page are for those who manage', async () => {
    const ann = world.veurne.personId('ann');
    for (const name of ['mia', 'ann', 'mara', 'dora'] satisfies Name[]) {
      const who = await world.veurne.as(name);
      await expect(peopleHere(who, { q: '', page: 1 })).rejects.toThrow(Forbidden);
      await expect(personHere(who, ann)).rejects.toThrow(Forbidden);
      await expect(coachesHere(who)).rejects.toThrow(Forbidden);
    }
    await expect(personHere(await world.koksijde.as('cora'), ann)).rejects.toThrow(NotFound);
    await expect(personHere(await world.veurne.as('cora'), 'x')).rejects.toThrow(NotFound);
  });
});

describe('oneself', () => {
  it('everybody sees: appointments, roles, and how one helps', async () => {
    const { veurne } = world;
    const mia = await mySelf(await veurne.as('mia'));
    expect(mia).toMatchObject({ id: veurne.personId('mia'), firstName: 'Mia', roles: [] });
    expect(mia.appointments).toMatchObject([{ unit: 'Burgerzaken', employer: 'Stad' }]);
    const ann = await mySelf(await veurne.as('ann'));
    expect(ann.helper).toMatchObject({
      place: 'loket 3',
      substitute: { firstName: 'Bram' },
      standsIn: false,
    });
    expect((await mySelf(await veurne.as('bram'))).helper.standsIn).toBe(true);
    await markAway(await veurne.as('ann'), veurne.personId('ann'), { until: null });
    expect((await mySelf(await veurne.as('ann'))).helper.away).toEqual({ until: null });
    await expect(mySelf(veurne.system)).rejects.toThrow(NotFound);
  });
});

describe('how somebody helps', () => {
  it('is for oneself and for who arranges it, with colleagues and coaches who may stand in', async () => {
    const { veurne } = world;
    const ann = veurne.personId('ann');
    const form = await helperHere(await veurne.as('ann'), ann);
    expect(form).toMatchObject({ firstName: 'Ann', settings: { place: 'loket 3' } });
    expect(form.colleagues.map(({ firstName }) => firstName)).toEqual([
      'Bram',
      'Karel',
      'Lies',
      'Mara',
      'Mia',
    ]);
    expect(Object.keys(form.unitHours)).toEqual(['1', '2', '3', '4', '5']);
    expect(await helperHere(await veurne.as('cora'), ann)).toEqual(form);
    await expect(helperHere(await veurne.as('lies'), ann)).rejects.toThrow(Forbidden);
    await expect(helperHere(await veurne.as('mia'), veurne.personId('mia'))).rejects.toThrow(Forbidden);
    await expect(helperHere(await world.koksijde.as('cora'), ann)).rejects.toThrow(NotFound);
    for (const id of ['x', 'a\u0000b', ann.toUpperCase()])
      await expect(helperHere(await veurne.as('cora'), id)).rejects.toThrow(NotFound);
  });

  it('keeps who was chosen among those who may be', async () => {
    const { veurne } = world;
    const change = { hours: null, alsoElsewhere: false, place: null, substituteId: veurne.personId('trees') };
    const lies = await veurne.as('lies');
    await changeHelper(lies, veurne.personId('lies'), change);
    const { colleagues } = await helperHere(lies, veurne.personId('lies'));
    expect(colleagues.map(({ firstName }) => firstName)).toEqual(['Ann', 'Omer', 'Trees']);
  });
});

describe('who coaches what', () => {
  it('is listed by unit, today’s only, of one’s own organisation only', async () => {
    const { veurne } = world;
    const cora = await veurne.as('cora');
    const names = async () => (await coachesHere(cora)).map(({ firstName, unitId }) => [firstName, unitId]);
    const before = [
      ['Ann', veurne.unitId('Burgerzaken')],
      ['Lies', veurne.unitId('Bibliotheek')],
    ];
    expect(await names()).toEqual(before);
    const unitId = veurne.unitId('Archief');
    const role = await giveRole(cora, { personId: veurne.personId('trees'), kind: 'coach', unitId });
    expect(await names()).toEqual([...before, ['Trees', unitId]]);
    await endRole(cora, role);
    expect(await names()).toEqual(before);
    expect((await coachesHere(await world.brugge.as('ada'))).length).toBe(2);
    expect((await unitsHere(cora)).length).toBe(6);
  });
});
