import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld, type Name } from '../../../../tests/support/world.ts';
import {
  cardHere,
  changeCard,
  coachCard,
  coachesNamed,
  endRole,
  giveRole,
  helpersHere,
  markAway,
} from './index.ts';
import { roleMails } from './role-mail.ts';

const world = useWorld();
const empty = { themes: [], about: null, phone: null, place: null };

beforeEach(() => asOwner('delete from absence'));

const rowsFor = async (name: Name = 'mia') => (await helpersHere(await world.veurne.as(name))).helpers;

describe('the list of coaches and experts', () => {
  it('is for every colleague: by name, with units and themes, of the own organisation', async () => {
    const { veurne, brugge } = world;
    const rows = await rowsFor();
    expect(rows.map(({ firstName }) => firstName)).toEqual(['Ann', 'Ernst', 'Lies']);
    expect(rows[0]).toMatchObject({
      units: [{ id: veurne.unitId('Burgerzaken'), name: 'Burgerzaken' }],
      isCoach: true,
      isExpert: false,
      there: { thereNow: true },
    });
    expect(rows[1]).toMatchObject({ units: [{ name: 'Archief' }], isCoach: false, themes: ['outlook'] });
    const there = (await helpersHere(await brugge.as('mia'))).helpers;
    expect(there.map(({ personId }) => personId)).not.toContain(veurne.personId('ann'));
  });

  it('says from when somebody is there, never why not before', async () => {
    const { veurne } = world;
    await markAway(await veurne.as('ann'), veurne.personId('ann'), {
      until: new Date('2026-11-24T23:00:00Z'),
    });
    const [ann] = await rowsFor();
    expect(ann?.there).toEqual({ thereNow: false, from: new Date('2026-11-25T07:30:00Z'), until: null });
    await markAway(await veurne.as('ann'), veurne.personId('ann'), { until: null });
    expect((await rowsFor())[0]).not.toHaveProperty('away');
    expect((await rowsFor())[0]?.there).toBeNull();
  });

  it('is searched by name, and finds nobody else of the staff', async () => {
    const named = async (typed: string, town = world.veurne) =>
      (await coachesNamed(await town.as('mia'), typed)).helpers.map(({ firstName }) => firstName);
    expect(await named('maes LI')).toEqual(['Lies']);
    expect(await named('bram')).toEqual([]);
    expect(await named('')).toEqual([]);
    const ids = (await coachesNamed(await world.koksijde.as('mia'), 'ann')).helpers.map(
      ({ personId }) => personId,
    );
    expect(ids).toEqual([world.koksijde.personId('ann')]);
  });
});

describe('a card', () => {
  it('says what the coach wrote, to any colleague here and to nobody elsewhere', async () => {
    const { veurne, koksijde } = world;
    const ann = veurne.personId('ann');
    const change = {
      themes: ['teams', 'office'],
      about: 'Ik kom graag langs.',
      phone: '058 11 22 33',
      place: 'loket 4',
    };
    await changeCard(await veurne.as('ann'), ann, change as Parameters<typeof changeCard>[2]);
    expect(await coachCard(await veurne.as('omer'), ann)).toMatchObject({
      firstName: 'Ann',
      ...change,
      dropIns: [],
    });
    expect(await cardHere(await veurne.as('ann'), ann)).toMatchObject(change);
    await expect(coachCard(await koksijde.as('cora'), ann)).rejects.toThrow(NotFound);
    await expect(cardHere(await koksijde.as('cora'), ann)).rejects.toThrow(NotFound);
    await expect(changeCard(await koksijde.as('cora'), ann, empty)).rejects.toThrow(NotFound);
  });

  it('is there for coaches and experts alone', async () => {
    const { veurne } = world;
    await coachCard(await veurne.as('mia'), veurne.personId('ernst'));
    for (const id of [...(['mia', 'tom', 'cora', 'ada', 'bram'] as const).map(veurne.personId), 'x'])
      await expect(coachCard(await veurne.as('mia'), id)).rejects.toThrow(NotFound);
    await expect(changeCard(await veurne.as('cora'), veurne.personId('bram'), empty)).rejects.toThrow(
      NotFound,
    );
  });

  it('is mended by its owner, coordinator and administrator, and leaves the rest of how they help', async () => {
    const { veurne } = world;
    const ann = veurne.personId('ann');
    for (const name of ['cora', 'ada', 'ann'] as const) await changeCard(await veurne.as(name), ann, empty);
    for (const name of ['lies', 'mia'] as const) {
      await expect(changeCard(await veurne.as(name), ann, empty)).rejects.toThrow(Forbidden);
      await expect(cardHere(await veurne.as(name), ann)).rejects.toThrow(Forbidden);
    }
    const [row] = await asOwner<{ substitute_id: string }>(
      'select substitute_id from helper where person_id = $1',
      [ann],
    );
    expect(row?.substitute_id).toBe(veurne.personId('bram'));
  });
});

describe('who is given a role', () => {
  const told = async (personId: string) =>
    asOwner<{ kind: string; mail: string }>(
      `select kind, mail from notification where person_id = $1 and kind = 'role.given'`,
      [personId],
    );

  it('is told by mail, once, when somebody named them', async () => {
    const { veurne } = world;
    const karel = veurne.personId('karel');
    await giveRole(await veurne.as('cora'), { personId: karel, kind: 'coach' });
    await giveRole(await veurne.as('cora'), { personId: karel, kind: 'coach' });
    expect(await told(karel)).toEqual([{ kind: 'role.given', mail: 'waiting' }]);
  });

  it('reads what to do first, and nothing once the role ended again', async () => {
    const { veurne } = world;
    const [cora, omer] = [await veurne.as('cora'), veurne.personId('omer')];
    const subjectId = await giveRole(cora, { personId: omer, kind: 'coach' });
    const occasion = { id: subjectId, personId: omer, subjectId, particulars: {} };
    const letter = () => veurne.inside((tx) => roleMails['role.given']!(tx, occasion));
    const written = await letter();
    expect(written?.text).toMatch(/^Dag Omer,\n\n.*digicoach van Bibliotheek/);
    expect(written?.subject).not.toMatch(/Omer|Bibliotheek/);
    await endRole(cora, subjectId);
    expect(await letter()).toBeNull();
  });

  it('is not told by a command that sets things up', async () => {
    expect(await told(world.veurne.personId('ann'))).toEqual([]);
  });
});
