import { foldSpelling } from './fold.ts';
import type { StaffLine } from './list.ts';
import type { Entry } from './who.ts';

/*
 * One line for each employer and number, before anybody is compared with anybody.
 */

/**
 * - repeated_line: says the same as an earlier line, which is used
 * - number_twice: another line has the same employer and number and says something else; neither is used
 * - already_ended: see `siftGroup`
 */
export type SiftReason = 'repeated_line' | 'number_twice' | 'already_ended';
export interface Sifted {
  staff: StaffLine;
  reason: SiftReason;
  otherLine?: number;
}

/** `group`: all lines with one employer and number, in the order of the file. At most one of them stays. */
export function siftGroup(group: readonly Entry[], today: string): { entry: Entry | null; sifted: Sifted[] } {
  const running = group.filter(({ staff }) => staff.endsOn === null || staff.endsOn >= today);
  const isKnown = group.some(({ appointment }) => appointment !== null);
  /*
   * Whoever was gone before today and is not known is left out: HR expects no sign-in, no coach card and no name
   * on a list for somebody who left, and storing it would keep data without a purpose. Of a colleague we do know
   * the line ends the appointment. Where a package lists each contract, the running one counts.
   */
  const counting = running.length > 0 || !isKnown ? running : group;
  const used = new Set(counting);
  const ended = group.filter((entry) => !used.has(entry));
  const sifted: Sifted[] = ended.map(({ staff }) => ({ staff, reason: 'already_ended' }));
  const [first, ...rest] = counting;
  if (!first) return { entry: null, sifted };
  const says = contentOf(first.staff);
  const different = rest.find(({ staff }) => contentOf(staff) !== says);
  if (!different) {
    const repeats = rest.map(({ staff }): Sifted => ({
      staff,
      reason: 'repeated_line',
      otherLine: first.staff.line,
    }));
    return { entry: first, sifted: [...sifted, ...repeats] };
  }
  const clashes = counting.map(({ staff }): Sifted => {
    const other = contentOf(staff) === says ? different : first;
    return { staff, reason: 'number_twice', otherLine: other.staff.line };
  });
  return { entry: null, sifted: [...sifted, ...clashes] };
}

/** All that a line says about somebody, apart from how the unit is spelt. */
function contentOf(staff: StaffLine): string {
  const { lastName, firstName, email, location, functionTitle, startsOn, endsOn } = staff;
  const unit = [foldSpelling(staff.unit), foldSpelling(staff.subunit ?? '')];
  return JSON.stringify([lastName, firstName, email, ...unit, location, functionTitle, startsOn, endsOn]);
}
