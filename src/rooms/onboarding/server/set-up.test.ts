import { describe, expect, test } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { defaultWeekHours } from '#platform/hours.ts';
import { askQuestion } from '#rooms/helpline/server/index.ts';
import { changeUnitHours } from '#rooms/organisations/server/index.ts';
import {
  changePerson,
  coachesHere,
  nameCoaches,
  personByHand,
  signInWithCode,
  unitsToCoach,
} from '#rooms/people/server/index.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld, type Name, type Town } from '../../../../tests/support/world.ts';
import { setUpSteps } from '../set-up.ts';
import { continueElsewhere, markSetUpStep, setUpHere } from './index.ts';

const world = useWorld();

const stateOf = async (town: Town, name: (typeof setUpSteps)[number]) =>
  (await setUpHere(await town.as('ada'))).steps.find(({ step }) => step === name)!.state;

const begin = (town: Town) =>
  asOwner(`insert into set_up_step (organisation_id, step) select $1, unnest($2::text[])`, [
    town.id,
    setUpSteps,
  ]);

describe('the steps of the set-up', () => {
  test('are open only where an organisation was begun with them', async () => {
    expect((await setUpHere(await world.veurne.as('cora'))).isOpen).toBe(false);
    await begin(world.veurne);
    expect((await setUpHere(await world.veurne.as('cora'))).isOpen).toBe(true);
    expect((await setUpHere(await world.koksijde.as('cora'))).isOpen).toBe(false);
  });

  test('show by themselves what was done', async () => {
    expect(await stateOf(world.veurne, 'units')).toBe('todo');
    await changeUnitHours(await world.veurne.as('ada'), world.veurne.unitId('Archief'), defaultWeekHours);
    expect(await stateOf(world.veurne, 'units')).toBe('done');
    expect(await stateOf(world.veurne, 'coaches')).toBe('done');
    expect(await stateOf(world.veurne, 'question')).toBe('todo');
    const ask = { body: 'Hoe sla ik op als pdf?', theme: null, key: '' };
    await askQuestion(await world.veurne.as('mia'), ask);
    expect(await stateOf(world.veurne, 'question')).toBe('done');
    expect(await stateOf(world.koksijde, 'question')).toBe('todo');
  });

  test('can be skipped and taken up again, by coordinator and administrator alone', async () => {
    await markSetUpStep(await world.veurne.as('cora'), 'mail', 'skipped');
    expect(await stateOf(world.veurne, 'mail')).toBe('skipped');
    await markSetUpStep(await world.veurne.as('ada'), 'mail', null);
    expect(await stateOf(world.veurne, 'mail')).toBe('todo');
    await markSetUpStep(await world.veurne.as('ada'), 'staff', 'done');
    expect(await stateOf(world.veurne, 'staff')).toBe('done');
    expect(await stateOf(world.brugge, 'staff')).toBe('todo');
    await expect(setUpHere(await world.veurne.as('mia'))).rejects.toThrow(Forbidden);
    await expect(markSetUpStep(await world.veurne.as('ann'), 'mail', 'done')).rejects.toThrow(Forbidden);
  });

  test('are over when none is left', async () => {
    await markSetUpStep(await world.veurne.as('ada'), 'mail', 'skipped');
    expect((await setUpHere(await world.veurne.as('ada'))).isOpen).toBe(false);
  });
});

describe('coaches for all units at once', () => {
  test('each unit with people shows who coaches it and who could', async () => {
    const units = await unitsToCoach(await world.koksijde.as('cora'));
    expect(units.map(({ path }) => path)).toEqual([
      'Archief',
      'Bibliotheek',
      'Burgerzaken',
      'Directie',
      'ICT',
      'Personeel',
    ]);
    expect(units[1]).toMatchObject({
      coaches: ['Lies Maes'],
      people: [{ name: 'Lies Maes' }, { name: 'Omer Maes' }],
    });
    await expect(unitsToCoach(await world.koksijde.as('mia'))).rejects.toThrow(Forbidden);
  });

  test('namesakes in one unit are told apart', async () => {
    const { personId } = world.koksijde;
    await asOwner(`update person set first_name = 'Lies' where id = '${personId('omer')}'`);
    const library = (await unitsToCoach(await world.koksijde.as('cora'))).find(
      ({ path }) => path === 'Bibliotheek',
    );
    const names = library!.people.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^Lies Maes \(.+\)$/);
  });

  test('are all named, or none of them', async () => {
    const { unitId, personId, as } = world.koksijde;
    const archief = { unitId: unitId('Archief'), personId: personId('arno') };
    const nowhere = { unitId: world.veurne.unitId('ICT'), personId: personId('tom') };
    const somebodyElse = { unitId: unitId('ICT'), personId: world.veurne.personId('tom') };
    const before = await coachesHere(await as('cora'));
    for (const wrong of [nowhere, somebodyElse, { unitId: 'x', personId: 'y' }])
      await expect(nameCoaches(await as('cora'), [archief, wrong])).rejects.toThrow(NotFound);
    await expect(nameCoaches(await as('cora'), [])).rejects.toThrow(Invalid);
    expect(await coachesHere(await as('cora'))).toEqual(before);
    await nameCoaches(await as('cora'), [archief, { unitId: unitId('ICT'), personId: personId('tom') }]);
    expect(await coachesHere(await as('cora'))).toHaveLength(before.length + 2);
    await expect(nameCoaches(await as('hans'), [archief])).rejects.toThrow(Forbidden);
  });
});

describe('going on on another device', () => {
  const identityOf = async (town: Town, name: Name) => {
    const own = 'select identity_id as id from person where id = $1';
    return (await asOwner<{ id: string }>(own, [town.personId(name)]))[0]!.id;
  };

  test('a code signs in there, once, as the one who asked for it', async () => {
    const ada = await identityOf(world.veurne, 'ada');
    const own = await continueElsewhere(await world.veurne.as('ada'), ada);
    expect(own).toMatchObject({ page: expect.stringMatching(/\/aanmelden\/code$/) });
    const signedIn = await signInWithCode(own!, new Headers());
    expect(signedIn?.identityId).toBe(ada);
    expect(await signInWithCode(own!, new Headers())).toBeNull();
    const mia = await identityOf(world.veurne, 'mia');
    await expect(continueElsewhere(await world.veurne.as('mia'), mia)).rejects.toThrow(Forbidden);
  });

  test('nobody becomes somebody elsewhere by an address that changes meanwhile', async () => {
    const ada = await world.koksijde.as('ada');
    const before = await identityOf(world.koksijde, 'ada');
    const { edition, firstName, lastName } = await personByHand(ada, world.koksijde.personId('ada'));
    const [{ email }] = (await asOwner('select email from person where id = $1', [
      world.brugge.personId('cora'),
    ])) as unknown as [{ email: string }];
    await changePerson(ada, world.koksijde.personId('ada'), { edition, firstName, lastName, email });
    expect(await identityOf(world.koksijde, 'ada')).toBe(await identityOf(world.brugge, 'cora'));
    await expect(continueElsewhere(ada, before)).rejects.toThrow(NotFound);
    await expect(continueElsewhere(ada, null)).rejects.toThrow(NotFound);
  });

  test('whoever has no address gets none', async () => {
    await asOwner('update person set email = null where id = $1', [world.brugge.personId('ada')]);
    const ada = await identityOf(world.brugge, 'ada');
    expect(await continueElsewhere(await world.brugge.as('ada'), ada)).toBeNull();
  });
});
