import { isTheme, type Theme } from '#rooms/organisations/themes.ts';
import {
  canCheckTips,
  tipLevels,
  tipStatuses,
  type Reader,
  type TipLevel,
  type TipStatus,
} from '#rooms/tips/tip.ts';

/** What somebody chose in the list of tips, as its address says it. What it does not know is not chosen. */
export type Chosen = {
  q: string;
  theme: Theme | null;
  application: string | null;
  level: TipLevel | null;
  status: TipStatus | null;
  ownUnit: boolean;
  after: string | null;
};

const among = <Word extends string>(words: readonly Word[], text: string | null): Word | null =>
  words.find((word) => word === text) ?? null;

export function chosenIn({ searchParams: asked }: URL, who: Reader): Chosen {
  const theme = asked.get('thema');
  return {
    q: (asked.get('q') ?? '').trim(),
    theme: isTheme(theme) ? theme : null,
    application: asked.get('toepassing') || null,
    level: among(tipLevels, asked.get('niveau')),
    status: canCheckTips(who) ? among(tipStatuses, asked.get('stand')) : null,
    ownUnit: asked.get('van') === 'dienst',
    after: asked.get('na'),
  };
}

/** Whether anything was chosen: an empty list then means something else. */
export const isNarrowed = ({ after: _, ...chosen }: Chosen): boolean => Object.values(chosen).some(Boolean);

/** Where the same list stands with something else chosen; empty takes it away. Without a page, it begins anew. */
export function addressWith({ searchParams }: URL, changes: Record<string, string>): string {
  const asked = new URLSearchParams(searchParams);
  asked.delete('na');
  for (const [name, value] of Object.entries(changes)) {
    if (value) asked.set(name, value);
    else asked.delete(name);
  }
  return `?${asked}`;
}
