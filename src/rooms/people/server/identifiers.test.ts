import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, rowsOf, useWorld, type Town } from '../../../../tests/support/world.ts';
import { changeIdentifiers, identifiersHere } from './index.ts';

const world = useWorld();
const ada = (town: Town = world.veurne) => town.as('ada');
const [kbo, ovo] = ['0123456749', 'OVO001234'];

const employerOf = async (town: Town) =>
  String((await rowsOf('employer', `organisation_id = '${town.id}' order by name`))[0]!.id);

const bodiesOf = async (town: Town) =>
  (await identifiersHere(await ada(town))).bodies.map(({ name, numbers }) => [name, numbers]);

const history = async () =>
  (await rowsOf('identifier', 'true order by starts_on, kind')).map(({ kind, value, starts_on, ends_on }) => [
    ...[kind, value, starts_on, ends_on],
  ]);

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('delete from identifier');
  await asOwner(`delete from activity where event = 'organisation.identifiers_changed'`);
  await asOwner(`delete from employer where name = 'OCMW'`);
  await asOwner(`update organisation set name = slug`);
});

describe('the numbers of an organisation', () => {
  it('are set, changed and left out by its administrator, with their history', async () => {
    const { veurne, koksijde } = world;
    const employerId = await employerOf(veurne);
    await changeIdentifiers(await ada(), null, { nis: '38025' });
    await changeIdentifiers(await ada(), employerId, { kbo, ovo, nis: '11111' });
    expect(await bodiesOf(veurne)).toEqual([
      ['veurne', { nis: '38025' }],
      ['Stad', { kbo, ovo }],
    ]);
    expect(await bodiesOf(koksijde)).toEqual([
      ['koksijde', {}],
      ['Stad', {}],
    ]);
    // Of the same day: a slip, and no history.
    await changeIdentifiers(await ada(), null, { nis: '38026' });
    await travelTo('2027-01-01 10:00');
    await changeIdentifiers(await ada(), employerId, { kbo: '0207523267', ovo });
    await changeIdentifiers(await ada(), null, {});
    expect(await bodiesOf(veurne)).toEqual([
      ['veurne', {}],
      ['Stad', { kbo: '0207523267', ovo }],
    ]);
    expect(await history()).toEqual([
      ['kbo', kbo, '2026-11-23', '2026-12-31'],
      ['nis', '38026', '2026-11-23', '2026-12-31'],
      ['ovo', ovo, '2026-11-23', null],
      ['kbo', '0207523267', '2027-01-01', null],
    ]);
  });

  it('leave a trace of who changed which kind, and none when nothing changed', async () => {
    const employerId = await employerOf(world.veurne);
    for (const _ of [1, 2]) await changeIdentifiers(await ada(), employerId, { kbo, ovo });
    await changeIdentifiers(await ada(), null, {});
    expect(await rowsOf('activity', `event = 'organisation.identifiers_changed'`)).toMatchObject([
      {
        ...{ actor_id: world.veurne.personId('ada'), subject_kind: 'employer', subject_id: employerId },
        particulars: { kinds: 'kbo ovo' },
      },
    ]);
  });

  it('are of one employer each', async () => {
    const { veurne } = world;
    const [ocmw, stad] = [newId(), await employerOf(veurne)];
    await asOwner(`insert into employer (organisation_id, id, name) values ($1, $2, 'OCMW')`, [
      veurne.id,
      ocmw,
    ]);
    await changeIdentifiers(await ada(), stad, { kbo, ovo });
    await expect(changeIdentifiers(await ada(), ocmw, { kbo })).rejects.toEqual(
      new Invalid({ kbo: 'organisations_number_of_other' }),
    );
    expect(await rowsOf('identifier', `employer_id = '${stad}'`)).toHaveLength(2);
  });

  it('of which the list of authorities knows one by name', async () => {
    expect((await identifiersHere(await ada())).listedNis).toBe('38025');
    await asOwner(`update organisation set name = 'Nergenshuizen' where id = $1`, [world.veurne.id]);
    expect((await identifiersHere(await ada())).listedNis).toBeNull();
  });

  it('are nobody else’s to see or change, and never those of elsewhere', async () => {
    const { veurne, koksijde } = world;
    for (const name of ['cora', 'hans', 'dirk', 'mia'] as const) {
      await expect(identifiersHere(await veurne.as(name))).rejects.toThrow(Forbidden);
      await expect(changeIdentifiers(await veurne.as(name), null, {})).rejects.toThrow(Forbidden);
    }
    for (const id of [await employerOf(koksijde), 'x', newId()])
      await expect(changeIdentifiers(await ada(), id, { kbo })).rejects.toThrow(NotFound);
    await changeIdentifiers(await ada(koksijde), await employerOf(koksijde), { kbo });
    await changeIdentifiers(await ada(), await employerOf(veurne), { kbo });
  });

  it('two who change them at once end with one of each kind', async () => {
    const employerId = await employerOf(world.veurne);
    const who = await ada();
    await Promise.all(
      ['0123456749', '0207523267'].map((one) => changeIdentifiers(who, employerId, { kbo: one })),
    );
    expect(await rowsOf('identifier')).toHaveLength(1);
  });
});
