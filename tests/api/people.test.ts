import { beforeAll, describe, expect, it } from 'vitest';
import * as shapes from '../../src/routes/api/v1/shapes/people.ts';
import { asOwner } from '../support/database.ts';
import { rowsOf, useWorld } from '../support/world.ts';
import { programOf, read, reasons, type Program } from './calling.ts';

const world = useWorld();
let service: Program;
let elsewhere: Program;
beforeAll(async () => {
  service = await programOf(world.veurne);
  elsewhere = await programOf(world.brugge);
});

const everybody = async () => read(shapes.pageOfPeople, await service('GET', '/people?limit=100')).items;

describe('the people', () => {
  it('are those who work here today, with their unit and their roles of today, and no more', async () => {
    const people = await everybody();
    expect(people).toHaveLength(18);
    expect(people.find(({ firstName }) => firstName === 'Ann')).toEqual({
      id: world.veurne.personId('ann'),
      firstName: 'Ann',
      lastName: 'Maes',
      unit: 'Burgerzaken',
      unitId: world.veurne.unitId('Burgerzaken'),
      roles: ['coach'],
      visitingFrom: null,
    });
    expect(people.find(({ firstName }) => firstName === 'Mia')?.roles).toEqual([]);
  });

  it('may come from another authority, of which nothing else is told', async () => {
    const nele = world.veurne.personId('nele');
    const [job] = await rowsOf('appointment', `person_id = '${nele}'`);
    const { employer_id: employer, number } = job as { employer_id: string; number: string };
    const visit = `update appointment set employer_id = $2, number = $3, visiting_from = $4, ends_on = $5 where person_id = $1`;
    await asOwner(visit, [nele, null, null, 'Stad Kortrijk', '2027-06-30']);
    expect((await everybody()).find(({ id }) => id === nele)).toEqual({
      ...{ id: nele, firstName: 'Nele', lastName: 'Maes', visitingFrom: 'Stad Kortrijk' },
      ...{ unit: 'Personeel', unitId: world.veurne.unitId('Personeel'), roles: ['network_coordinator'] },
    });
    await asOwner(visit, [nele, employer, number, null, null]);
  });

  it('leave when their appointment ends, and lose a role on the day it ends', async () => {
    const luc = world.veurne.personId('luc');
    await asOwner(`update appointment set ends_on = '2026-11-20' where person_id = $1`, [luc]);
    const arno = world.veurne.personId('arno');
    const [role] = await rowsOf(
      'role',
      `appointment_id in (select id from appointment where person_id = '${arno}')`,
    );
    await asOwner(`update role set ends_on = '2026-11-22' where id = $1`, [role!.id]);
    const people = await everybody();
    expect(people.map(({ id }) => id)).not.toContain(luc);
    expect(people.find(({ id }) => id === arno)?.roles).toEqual([]);
  });

  it('are for service, coordinator, hr and admin, and for persons who may too', async () => {
    for (const role of ['coordinator', 'hr', 'admin'] as const)
      expect((await (await programOf(world.veurne, role))('GET', '/people')).status).toBe(200);
    for (const role of ['mail', 'employee', 'coach', 'manager', 'director'] as const)
      expect((await (await programOf(world.veurne, role))('GET', '/people')).status).toBe(403);
    const as = (name: 'hans' | 'mia') => service('GET', `/people?onBehalfOf=${world.veurne.personId(name)}`);
    expect([(await as('hans')).status, (await as('mia')).status]).toEqual([200, 403]);
  });

  it('are those of the own organisation', async () => {
    const there = (await elsewhere('GET', '/people?limit=100')).text;
    for (const { id } of await everybody()) expect(there).not.toContain(id);
    for (const cursor of ['x', 'MjAyNg', '%C3%A9'])
      expect(reasons(await service('GET', `/people?cursor=${cursor}`))).toEqual({
        cursor: 'is not a nextCursor of this list',
      });
  });
});

describe('the units', () => {
  it('are the tree of the organisation, for every token but the one of mail', async () => {
    const { items } = read(shapes.pageOfUnits, await service('GET', '/units'));
    expect(items).toHaveLength(6);
    expect(items).toContainEqual({
      ...{ id: world.veurne.unitId('ICT'), parentId: null, name: 'ICT' },
    });
    const there = await elsewhere('GET', '/units');
    for (const { id } of items) expect(there.text).not.toContain(id);
    expect((await (await programOf(world.veurne, 'employee'))('GET', '/units')).status).toBe(200);
    expect((await (await programOf(world.veurne, 'mail'))('GET', '/units')).status).toBe(403);
    expect(reasons(await service('GET', '/units?limit=0'))).toHaveProperty('limit');
  });
});

describe('coverage', () => {
  const of = (unit: string, more = '') =>
    service('GET', `/coverage?unit=${world.veurne.unitId(unit)}${more}`);

  it('is the chain of a unit, in order, with reasons and moments', async () => {
    const chain = read(shapes.coverage, await of('Burgerzaken', '&at=2026-11-23T14:00:00%2B01:00'));
    expect(chain).toMatchObject({ unit: 'Burgerzaken', at: '2026-11-23T13:00:00.000Z' });
    expect(chain.helpers[0]).toEqual({
      id: world.veurne.personId('ann'),
      ...{ firstName: 'Ann', lastName: 'Maes', reason: 'own_coach', thereNow: true },
      from: '2026-11-23T13:00:00.000Z',
    });
    const later = read(shapes.coverage, await of('Burgerzaken', '&at=2026-11-28T10:00:00%2B01:00'));
    expect(later.helpers[0]).toMatchObject({ thereNow: false, from: '2026-11-30T07:30:00.000Z' });
  });

  it('says of whoever is away neither that nor why', async () => {
    const ann = world.veurne.personId('ann');
    await asOwner(
      `insert into absence (organisation_id, id, person_id, starts_at, ends_at)
       values ($1, gen_random_uuid(), $2, '2026-11-23', '2026-12-24')`,
      [world.veurne.id, ann],
    );
    const answer = await of('Burgerzaken');
    expect(read(shapes.coverage, answer).helpers[0]).toMatchObject({
      firstName: 'Bram',
      reason: 'substitute',
    });
    expect(answer.text).not.toMatch(/forId|away|absen|"full"/);
    await asOwner('delete from absence');
  });

  it('is refused for a moment too far, and for a unit of elsewhere as for none', async () => {
    for (const at of ['2026-11-20T10:00:00Z', '2027-01-10T10:00:00Z', '2026-13-45T10:00:00Z'])
      expect(reasons(await of('ICT', `&at=${at}`))).toHaveProperty('at');
    expect(reasons(await of('ICT', '&at=tomorrow')).at).toContain('2026-11-23T09:00:00Z');
    expect(reasons(await service('GET', '/coverage'))).toEqual({ unit: 'is required' });
    expect(reasons(await service('GET', '/coverage?unit=x'))).toEqual({ unit: 'must be an id' });
    const foreign = await service('GET', `/coverage?unit=${world.koksijde.unitId('ICT')}`);
    const unknown = await service('GET', '/coverage?unit=01977a2e-5f00-7c3a-9d41-3b6f2a9c1e07');
    expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
  });

  it('is for who keeps it running, and programs', async () => {
    const statusOf = async (role: 'manager' | 'director' | 'employee' | 'coach' | 'mail') =>
      (await (await programOf(world.veurne, role))('GET', `/coverage?unit=${world.veurne.unitId('ICT')}`))
        .status;
    expect([await statusOf('manager'), await statusOf('director')]).toEqual([200, 200]);
    for (const role of ['employee', 'coach', 'mail'] as const) expect(await statusOf(role)).toBe(403);
    expect((await of('ICT', `&onBehalfOf=${world.veurne.personId('mia')}`)).status).toBe(403);
  });
});
