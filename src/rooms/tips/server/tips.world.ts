import type { Town, Name } from '../../../../tests/support/world.ts';
import { linkPlaces, type TipForm } from '../forms.ts';
import { editionOf, type Tip } from '../tip.ts';
import { tipHere } from './index.ts';

export const text = {
  title: 'Dubbelzijdig printen',
  body: '1. Kies Eigenschappen.\n2. Kies Beide kanten.',
  theme: 'printing',
} as const;

/** The form as somebody has it before them, with what they change in it. */
export const formOf = (tip: Tip, changes: Partial<TipForm> = {}): TipForm => ({
  title: tip.title,
  body: tip.body,
  theme: tip.theme,
  application: tip.application,
  applicationVersion: tip.applicationVersion,
  level: tip.level,
  unitId: tip.unitId,
  ownerId: undefined,
  reviewOn: undefined,
  links: tip.links.slice(0, linkPlaces.length),
  edition: editionOf(tip),
  ...changes,
});

export const seenBy = async (town: Town, name: Name, id: string) => tipHere(await town.as(name), id);
