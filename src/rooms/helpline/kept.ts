import { m } from '#messages';
import { fullName, type Name } from '#rooms/people/name.ts';
import { isKeptFromUnit, type Question } from './question.ts';
import type { Thread } from './seen.ts';

type Kept = Pick<Question, 'underCover' | 'outsideUnit' | 'state'>;

/** In a few words, for beside the theme; null when everything is as usual. */
export function keptInShort(question: Kept, seesName: Name | null): string | null {
  if (question.underCover)
    return seesName ? m.helpline_only_sees({ name: fullName(seesName) }) : m.helpline_nobody_sees();
  return question.outsideUnit ? m.helpline_outside_unit() : null;
}

/** What is kept hidden and from whom, in plain sentences for the asker; none when everything is as usual. */
export function keptHidden(
  question: Kept,
  { seesName, holder, next }: Pick<Thread, 'seesName' | 'holder' | 'next'>,
): string[] {
  if (!isKeptFromUnit(question)) return [];
  const isAlone = question.state === 'waiting' && next === null && holder !== null;
  const alone = isAlone ? [m.helpline_nobody_else_outside({ name: fullName(holder) })] : [];
  if (question.outsideUnit) return [m.helpline_kept_outside(), m.helpline_kept_outside_name(), ...alone];
  const who = seesName ? m.helpline_kept_cover({ name: fullName(seesName) }) : m.helpline_kept_cover_nobody();
  const moved = seesName && holder && fullName(holder) !== fullName(seesName);
  const other = moved ? [m.helpline_kept_cover_moved({ name: fullName(holder) })] : [];
  return [who, ...other, m.helpline_kept_cover_unit(), m.helpline_kept_cover_mail(), ...alone];
}

/** What stands beside the asker for whoever helps: their unit, unless they kept the question from it. */
export function askersUnit({ question, unitName }: Pick<Thread, 'question' | 'unitName'>): string {
  if (question.underCover) return m.helpline_unit_hidden();
  return question.outsideUnit ? m.helpline_unit_other() : unitName;
}
