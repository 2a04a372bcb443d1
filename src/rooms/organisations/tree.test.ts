import { expect, it } from 'vitest';
import { treeOf } from './tree.ts';

const unit = (id: string, parentId: string | null, name = id) => ({ id, parentId, name });

it('reads the organogram from top to bottom, each level by name', () => {
  const units = [
    unit('zwembad', 'sport'),
    unit('sport', null),
    unit('archief', null),
    unit('atletiek', 'sport'),
  ];
  expect(treeOf(units).map(({ path, depth }) => [path, depth])).toEqual([
    ['archief', 0],
    ['sport', 0],
    ['sport / atletiek', 1],
    ['sport / zwembad', 1],
  ]);
});

it('sorts as a Fleming does, and loses no unit whose parent is gone', () => {
  const units = [unit('1', null, 'Zorg'), unit('2', 'gone', 'Énergie'), unit('3', null, 'eetzaal')];
  expect(treeOf(units).map(({ path }) => path)).toEqual(['eetzaal', 'Énergie', 'Zorg']);
});
