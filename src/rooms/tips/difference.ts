/** A line of one text, of the other, or of both. */
export type DifferenceLine = { kind: 'same' | 'gone' | 'new'; text: string };

// Texts from before line ends were made one may still have the other.
const lineEnd = /\r?\n/;

/**
 * How one text became another, line by line, with as many lines as possible left alone: the longest common
 * subsequence. What is gone stands before what came in its place. The lines that are not new are the text before,
 * those that are not gone the text after.
 */
export function difference(before: string, after: string): DifferenceLine[] {
  const [old, young] = [before.split(lineEnd), after.split(lineEnd)];
  const lead = sharedLead(old, young);
  const tail = sharedLead(old.slice(lead).reverse(), young.slice(lead).reverse());
  const same = (lines: string[]) => lines.map((text): DifferenceLine => ({ kind: 'same', text }));
  return [
    ...same(old.slice(0, lead)),
    ...walk(old.slice(lead, old.length - tail), young.slice(lead, young.length - tail)),
    ...same(old.slice(old.length - tail)),
  ];
}

function sharedLead(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}

function walk(old: readonly string[], young: readonly string[]): DifferenceLine[] {
  const common = commonLengths(old, young);
  const width = young.length + 1;
  const lines: DifferenceLine[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < young.length) {
    if (at < old.length && to < young.length && old[at] === young[to]) {
      lines.push({ kind: 'same', text: old[at]! });
      at++;
      to++;
    } else if (
      to === young.length ||
      (at < old.length && common[(at + 1) * width + to]! >= common[at * width + to + 1]!)
    )
      lines.push({ kind: 'gone', text: old[at++]! });
    else lines.push({ kind: 'new', text: young[to++]! });
  }
  return lines;
}

/** For each pair of places the most lines that the rests from there have in common, row by row. */
function commonLengths(old: readonly string[], young: readonly string[]): Uint16Array {
  const width = young.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let at = old.length - 1; at >= 0; at--)
    for (let to = young.length - 1; to >= 0; to--) {
      const here = at * width + to;
      lengths[here] =
        old[at] === young[to]
          ? lengths[here + width + 1]! + 1
          : Math.max(lengths[here + width]!, lengths[here + 1]!);
    }
  return lengths;
}
