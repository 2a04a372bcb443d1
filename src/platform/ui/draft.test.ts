import { expect, test } from 'vitest';
import { keepDraftsOf } from './draft.ts';

/** The storage of a tab: what is kept are its own properties. */
const storage = (kept: Record<string, string>): Storage =>
  Object.assign(
    Object.create({
      getItem(key: string) {
        return (this as Record<string, string>)[key] ?? null;
      },
      setItem(key: string, value: string) {
        (this as Record<string, string>)[key] = value;
      },
      removeItem(key: string) {
        Reflect.deleteProperty(this, key);
      },
    }) as Storage,
    kept,
  );

test('what was being typed stays with who typed it, and is gone for who signs in after them', () => {
  const kept = storage({ other: 'stays' });
  keepDraftsOf('mia', kept);
  kept.setItem('draft /veurne question', 'Ik durf dit niet goed te vragen.');
  keepDraftsOf('mia', kept);
  expect(kept.getItem('draft /veurne question')).toBe('Ik durf dit niet goed te vragen.');
  keepDraftsOf('karel', kept);
  expect(kept.getItem('draft /veurne question')).toBeNull();
  expect(kept.getItem('other')).toBe('stays');
});
