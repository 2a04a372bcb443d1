import { describe, expect, it } from 'vitest';
import { Invalid, NotFound } from '#platform/errors.ts';
import { actorFor } from '#rooms/people/server/index.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { statusFor } from '../shown.ts';
import { askedIn, hire, holderOf, startsAfresh } from './asking.world.ts';
import { plant, silentFor } from './cover.world.ts';
import { askQuestion, claimQuestion, questionThread, whoMayHelpMe } from './index.ts';
import { questionsForMe } from './listing.world.ts';

const world = useWorld();
const asked = askedIn(world);
startsAfresh();

const actorOf = async (personId: string) => (await actorFor(world.veurne.id, personId))!.actor;

describe('asking outside the own unit', () => {
  it('goes to somebody of another unit, who sees the name, and is of that unit', async () => {
    const id = await asked('mia', { way: 'outside' });
    const thread = await questionThread(await world.veurne.as('lies'), id);
    expect(thread.holder?.firstName).toBe('Lies');
    expect(thread.asker?.firstName).toBe('Mia');
    expect(thread.unitName).toBe('Bibliotheek');
    const own = await questionThread(await world.veurne.as('mia'), id);
    expect(statusFor(own)[0]).toContain('digicoach van Bibliotheek');
    const row = (await questionsForMe(await world.veurne.as('lies'))).mine.find((one) => one.id === id);
    expect(row).toMatchObject({ askerName: 'Mia Maes', unitName: '' });
  });

  it('is not there for the coach and the leader of the own unit, nor for other coaches', async () => {
    const id = await asked('mia', { way: 'outside' });
    const near = await hire(world.veurne, {
      ...{ first: 'Piet', last: 'Beide', unit: 'Archief' },
      roles: [
        { kind: 'coach', unit: 'Burgerzaken' },
        { kind: 'coach', unit: 'Bibliotheek' },
      ],
    });
    for (const who of [
      await world.veurne.as('ann'),
      await world.veurne.as('mara'),
      await actorOf(near.personId),
    ]) {
      await expect(questionThread(who, id)).rejects.toBeInstanceOf(NotFound);
      await expect(claimQuestion(who, id)).rejects.toBeInstanceOf(NotFound);
      expect(JSON.stringify(await questionsForMe(who))).not.toContain(id);
    }
  });

  it('never comes to the own unit or a leader, however long it waits', async () => {
    const planted = await plant(world.veurne);
    const asker = await actorOf(planted.personId);
    const id = await askQuestion(asker, {
      body: 'Hoe deel ik mijn scherm?',
      theme: null,
      key: '',
      way: 'outside',
    });
    const had = await silentFor(world.veurne, id, 8);
    expect(new Set(had).size).toBeGreaterThan(4);
    expect(had.filter((personId) => planted.keptOff.includes(personId))).toEqual([]);
  });

  it('may go to a coach of choice, but not to one of the own unit', async () => {
    const { veurne } = world;
    const id = await asked('mia', { way: 'outside', coachId: veurne.personId('lies') });
    expect(await holderOf(id)).toBe(veurne.personId('lies'));
    await expect(asked('mia', { way: 'outside', coachId: veurne.personId('ann') })).rejects.toBeInstanceOf(
      Invalid,
    );
  });
});

describe('a coach of choice', () => {
  it('has it first, and after silence the own chain goes on', async () => {
    const { veurne } = world;
    const id = await asked('mia', { coachId: veurne.personId('lies') });
    const thread = await questionThread(await veurne.as('mia'), id);
    expect(thread.steps.at(-1)?.reason).toEqual({ kind: 'chosen' });
    expect(thread.unitName).toBe('Burgerzaken');
    expect(thread.next?.firstName).toBe('Ann');
    expect(await silentFor(veurne, id, 1)).toEqual([veurne.personId('lies'), veurne.personId('ann')]);
  });
});

describe('whom one may choose', () => {
  it('is each coach who is there; outside nobody of the own unit; under cover those last; never a leader', async () => {
    const { veurne } = world;
    const { coaches, instead } = await whoMayHelpMe(await veurne.as('mia'));
    const first = (way: 'unit' | 'outside' | 'cover') => coaches[way].map(({ firstName }) => firstName);
    expect(first('unit')).toEqual(expect.arrayContaining(['Ann', 'Lies', 'Magda']));
    expect(first('outside')).toContain('Lies');
    expect(first('outside')).not.toContain('Ann');
    expect(first('cover').indexOf('Ann')).toBeGreaterThan(first('cover').indexOf('Lies'));
    for (const way of ['outside', 'cover'] as const) expect(first(way)).not.toContain('Magda');
    expect(instead).toBeNull();
  });

  it('is of the own organisation alone', async () => {
    const { coaches } = await whoMayHelpMe(await world.koksijde.as('mia'));
    const ids = coaches.unit.map(({ personId }) => personId);
    expect(ids).toContain(world.koksijde.personId('ann'));
    expect(ids).not.toContain(world.veurne.personId('ann'));
    await expect(
      askQuestion(await world.koksijde.as('mia'), {
        ...{ body: 'Hoe?', theme: null, key: '' },
        coachId: world.veurne.personId('ann'),
      }),
    ).rejects.toBeInstanceOf(Invalid);
  });

  it('offers another first when the coach of the unit leads it', async () => {
    const led = { unit: 'Zwembad', last: 'Water' };
    await hire(world.veurne, { ...led, first: 'Baas', roles: [{ kind: 'manager' }, { kind: 'coach' }] });
    const swimmer = await hire(world.veurne, { ...led, first: 'Vis' });
    const { instead } = await whoMayHelpMe(await actorOf(swimmer.personId));
    expect(instead).not.toBeNull();
    expect(instead?.lastName).not.toBe('Water');
  });
});
