// A text of the Startpad: plain text with a few marks, as messages/documents/ writes it. Pure.
//   # title, ## heading, - point, 1. numbered point, | cell | cell |, **strong**, [still to fill in]

/** A piece of a line. `open`: a place between square brackets that somebody still fills in. */
export type Span = { text: string; strong: boolean; open: boolean };
export type Line = readonly Span[];

export type Block =
  | { kind: 'title' | 'heading' | 'paragraph'; line: Line }
  | { kind: 'points'; lines: Line[] }
  | { kind: 'numbers'; lines: Line[] }
  /** Of each row the first cell says what the others are. */
  | { kind: 'table'; rows: Line[][] };

const markOf = [
  { kind: 'title', mark: /^#\s+/ },
  { kind: 'heading', mark: /^#{2,}\s*/ },
  { kind: 'points', mark: /^[-*]\s+/ },
  { kind: 'numbers', mark: /^\d+[.)]\s+/ },
  { kind: 'table', mark: /^\|/ },
] as const;

/** Anything is a document: what has no mark is a paragraph, and lines of one list or table belong together. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let goesOn = false;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '') goesOn = false;
    else {
      add(blocks, line, goesOn);
      goesOn = true;
    }
  }
  return blocks;
}

function add(blocks: Block[], line: string, goesOn: boolean): void {
  const found = markOf.find(({ mark }) => mark.test(line));
  const kind = found?.kind ?? 'paragraph';
  const rest = spansOf(found ? line.replace(found.mark, '') : line);
  const last = goesOn ? blocks.at(-1) : undefined;
  if (kind === 'table') {
    const row = cellsOf(line);
    if (last?.kind === 'table') last.rows.push(row);
    else blocks.push({ kind, rows: [row] });
  } else if (kind === 'points' || kind === 'numbers') {
    if (last?.kind === kind) last.lines.push(rest);
    else blocks.push({ kind, lines: [rest] });
  } else if (kind === 'paragraph' && last?.kind === 'paragraph')
    last.line = [...last.line, ...spansOf(` ${line}`)];
  else blocks.push({ kind, line: rest });
}

const cellsOf = (line: string): Line[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => spansOf(cell.trim()));

const piece = /\*\*(.+?)\*\*|(\[[^\][\n]*\])/g;

function spansOf(text: string, strong = false): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const hit of text.matchAll(piece)) {
    if (hit.index > from) spans.push({ text: text.slice(from, hit.index), strong, open: false });
    if (hit[1] !== undefined) spans.push(...spansOf(hit[1], true));
    else spans.push({ text: hit[0], strong, open: true });
    from = hit.index + hit[0].length;
  }
  if (from < text.length) spans.push({ text: text.slice(from), strong, open: false });
  return spans;
}

/** Places by the name between their brackets. */
export type Filled = Readonly<Record<string, string | null | undefined>>;

/** With the places filled that are known; the others stay as they are. */
export const fillIn = (text: string, filled: Filled): string =>
  text.replace(/\[([^\][\n]+)\]/g, (place, name: string) => {
    const known = name.trim().toLowerCase();
    return (Object.hasOwn(filled, known) ? filled[known] : null) ?? place;
  });

/** Without the lines in which something is still to be filled in. */
export const withoutOpen = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/\[[^\][\n]*\]/.test(line))
    .join('\n');

/** How many places are still to be filled in. */
export const openPlaces = (text: string): number => text.match(/\[[^\][\n]*\]/g)?.length ?? 0;

/** Their names, each once however it is written, in the order in which they come. */
export const placeNames = (text: string): string[] => {
  const names = [...text.matchAll(/\[([^\][\n]+)\]/g)].map(([, name = '']) => name.trim());
  return [...Map.groupBy(names, (name) => name.toLowerCase()).values()].map(([first = '']) => first);
};

/** What was typed for places, by their names, with nothing in it that the text would take for a mark. */
export const typedPlaces = (names: readonly string[], typed: readonly string[]): Filled =>
  Object.fromEntries(
    names.map((name, at) => [
      name.trim().toLowerCase(),
      (typed[at] ?? '')
        .replace(/[[\]|*]/g, '')
        .trim()
        .slice(0, longestPlace) || null,
    ]),
  );

export const longestPlace = 120;

const plainOf = (line: Line): string => line.map(({ text }) => text).join('');

/** As paragraphs of plain text, for a mail. A point keeps its dash. */
export function plainParagraphs(text: string): string[] {
  return blocksOf(text).flatMap((block) => {
    if (block.kind === 'points') return block.lines.map((line) => `- ${plainOf(line)}`);
    if (block.kind === 'numbers') return block.lines.map((line, at) => `${at + 1}. ${plainOf(line)}`);
    if (block.kind === 'table') return block.rows.map((row) => row.map(plainOf).join(': '));
    return [plainOf(block.line)];
  });
}

/** What the document is called: its first title, or null. */
export function titleOf(text: string): string | null {
  const title = blocksOf(text).find(({ kind }) => kind === 'title');
  return title && 'line' in title ? plainOf(title.line) : null;
}
