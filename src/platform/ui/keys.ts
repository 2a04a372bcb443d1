/** What one press means on any page. */
export type Press = 'search' | 'help' | 'next' | 'previous' | 'first' | 'last';

const presses: Record<string, Press> = {
  '/': 'search',
  '?': 'help',
  j: 'next',
  k: 'previous',
};

/** With an arrow one moves in a list only when one is in it: elsewhere it scrolls the page. */
const pressesInList: Record<string, Press> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Null for whatever is not ours: together with Ctrl, Alt or ⌘ a key belongs to the browser. */
export function pressOf(
  { key, ctrlKey, metaKey, altKey }: Key,
  at: { typing: boolean; inList: boolean; letters: boolean },
): Press | null {
  if (ctrlKey || metaKey || altKey || at.typing) return null;
  if (at.inList && key in pressesInList) return pressesInList[key] ?? null;
  return at.letters ? (presses[key] ?? null) : null;
}

/** Which of so many lines gets the focus; -1 is none. The ends hold. */
export function lineAfter(press: Press, current: number, count: number): number {
  if (count === 0) return -1;
  if (press === 'first') return 0;
  if (press === 'last') return count - 1;
  if (current === -1) return 0;
  const step = press === 'next' ? 1 : -1;
  return Math.min(count - 1, Math.max(0, current + step));
}
