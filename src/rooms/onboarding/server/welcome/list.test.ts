import { beforeEach, expect, it } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { useWorld, type Town } from '../../../../../tests/support/world.ts';
import { exampleItems } from '../../welcome/example.ts';
import {
  addWelcomeItem,
  changeWelcomeItem,
  exampleWelcomeList,
  moveWelcomeItem,
  ownWelcomeList,
  removeWelcomeItem,
  restoreWelcomeItem,
  welcomeItemHere,
  welcomeListHere,
} from '../index.ts';
import { nobodyNew } from './welcome.world.ts';

const world = useWorld();

beforeEach(nobodyNew);

const sentences = async (town: Town) =>
  (await welcomeListHere(await town.as('hans'))).items.map(({ sentence }) => sentence);
const item = { sentence: 'Taart op vrijdag.', doer: 'manager' as const, groups: [] };

it('is the example until somebody makes it their own, and again when they want', async () => {
  const { veurne, koksijde } = world;
  const hans = await veurne.as('hans');
  const example = exampleItems().map(({ sentence }) => sentence);
  expect(await welcomeListHere(hans)).toMatchObject({ own: false });
  for (const _ of [1, 2]) await ownWelcomeList(hans);
  expect(await welcomeListHere(hans)).toMatchObject({ own: true });
  expect(await sentences(veurne)).toEqual(example);
  const id = await addWelcomeItem(hans, item);
  expect(await sentences(veurne)).toEqual([...example, item.sentence]);
  expect(await sentences(koksijde)).toEqual(example);
  await changeWelcomeItem(hans, id, { ...item, sentence: 'Soep op maandag.', groups: ['field'] });
  expect(await welcomeItemHere(hans, id)).toMatchObject({ sentence: 'Soep op maandag.', groups: ['field'] });
  await exampleWelcomeList(hans);
  expect(await welcomeListHere(hans)).toMatchObject({ own: false });
  expect(await sentences(veurne)).toEqual(example);
});

it('moves, loses and gets back a step', async () => {
  const { veurne } = world;
  const cora = await veurne.as('cora');
  await ownWelcomeList(cora);
  const id = await addWelcomeItem(cora, item);
  const all = await sentences(veurne);
  await moveWelcomeItem(cora, id, 'down');
  expect((await sentences(veurne)).at(-1)).toBe(item.sentence);
  await moveWelcomeItem(cora, id, 'up');
  // Past the one above it that is for new colleagues too; those for coaches stand below.
  const last = exampleItems().findLastIndex(({ groups }) => groups[0] !== 'coach');
  expect((await sentences(veurne)).indexOf(item.sentence)).toBe(last);
  await removeWelcomeItem(cora, id);
  expect(await sentences(veurne)).toEqual(all.slice(0, -1));
  await moveWelcomeItem(cora, id, 'up');
  expect(await sentences(veurne)).toEqual(all.slice(0, -1));
  await restoreWelcomeItem(cora, id);
  expect((await sentences(veurne)).toSorted()).toEqual(all.toSorted());
});

it('is for who welcomes people, in the own organisation', async () => {
  const { veurne, koksijde } = world;
  const id = await addWelcomeItem(await veurne.as('ada'), item);
  for (const name of ['mia', 'lies', 'mara', 'tom'] as const) {
    const who = await veurne.as(name);
    await expect(welcomeListHere(who)).rejects.toBeInstanceOf(Forbidden);
    await expect(addWelcomeItem(who, item)).rejects.toBeInstanceOf(Forbidden);
  }
  const elsewhere = await koksijde.as('hans');
  for (const tried of [
    () => welcomeItemHere(elsewhere, id),
    () => changeWelcomeItem(elsewhere, id, item),
    () => removeWelcomeItem(elsewhere, id),
    () => restoreWelcomeItem(elsewhere, id),
    () => moveWelcomeItem(elsewhere, id, 'up'),
  ])
    await expect(tried()).rejects.toBeInstanceOf(NotFound);
  await exampleWelcomeList(elsewhere);
  expect((await sentences(veurne)).at(-1)).toBe(item.sentence);
});
