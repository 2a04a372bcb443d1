import { themeLabel, themes } from '#rooms/organisations/themes.ts';
import { levelLabel } from './labels.ts';
import { tipLevels } from './tip.ts';

type Choice = { value: string; label: string };

/** What there is to choose from in the form of a tip. Without keepers, who keeps it is not for this reader. */
export type TipChoices = { themes: Choice[]; levels: Choice[]; units: Choice[]; keepers: Choice[] };

export const themeChoices = (): Choice[] => themes.map((value) => ({ value, label: themeLabel(value) }));

export const levelChoices = (): Choice[] => tipLevels.map((value) => ({ value, label: levelLabel(value) }));
