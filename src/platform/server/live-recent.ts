import type { Announcement, News } from '../live.ts';

export type Reader = { organisationId: string; personId: string };

export type Recent = ReturnType<typeof rememberRecent>;

/**
 * What this process heard in the last minutes, in memory alone, so that a browser that was away for a moment hears what
 * it missed instead of asking for its whole page again. Every process hears the same, so any of them will do.
 *
 * @param limits.keepMs how long at least what was heard counts; `most` announcements are kept at any time
 */
export function rememberRecent(limits: { keepMs: number; most: number }) {
  let kept: (Announcement & { at: number })[] = [];
  /** From this moment on nothing is missing in `kept`. */
  let wholeFrom = Infinity;

  function forgetOld(now: number): void {
    const firstKept = kept.findIndex(({ at }) => at >= now - limits.keepMs);
    const count = Math.max(firstKept < 0 ? kept.length : firstKept, kept.length - limits.most);
    if (count <= 0) return;
    wholeFrom = kept[count - 1]!.at + 1;
    kept = kept.slice(count);
  }

  return {
    begun(now: number): void {
      wholeFrom = now;
    },
    lost(): void {
      kept = [];
      wholeFrom = Infinity;
    },
    /** Whether what happens now is heard. */
    isGrowing: (): boolean => wholeFrom < Infinity,
    add(announcement: Announcement, now: number): void {
      kept.push({ ...announcement, at: now });
      forgetOld(now);
    },
    /** What concerned this person since that moment; null when some of it may be gone. */
    since(reader: Reader, moment: number): News[] | null {
      if (!(moment >= wholeFrom)) return null;
      return kept
        .filter(({ at, ...one }) => at >= moment && concerns(one, reader))
        .map(({ kind, id }) => ({ kind, id }));
    },
  };
}

const concerns = (announcement: Announcement, { organisationId, personId }: Reader): boolean =>
  announcement.organisationId === organisationId && announcement.personIds.includes(personId);
