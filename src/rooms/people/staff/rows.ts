/*
 * Rows of a separated file after RFC 4180: quotes around a cell, "" for a quote inside, line breaks inside quotes.
 * Beware of a stray quote: read by the letter it swallows every line up to the next quote, and those colleagues
 * would vanish without a word. So a row over several lines counts only if it is tidy and as wide as the header;
 * else its first line stands alone (and fails on its columns) and reading goes on at the next line.
 */

export type StaffSeparator = ';' | ',' | '\t';

/** `line` is the line in the file where the row starts, counted from 1. */
export interface StaffRow {
  line: number;
  cells: string[];
}

interface Piece {
  cells: string[];
  next: number;
  lineBreaks: number;
  tidy: boolean;
}

/** No address or remark is longer; it also bounds the work on a file full of stray quotes. */
const maxLineBreaksInRow = 20;
const lineBreak = /\r\n|\n|\r/g;

/** The separator that occurs most in the line, outside quotes; null if there is none. */
export function findSeparator(headerLine: string): StaffSeparator | null {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  const counted = ([';', ',', '\t'] as const).map((separator) => ({
    separator,
    times: bare.split(separator).length - 1,
  }));
  const best = counted.reduce((most, other) => (other.times > most.times ? other : most));
  return best.times > 0 ? best.separator : null;
}

/** The rest of a physical line, from `from`, without its line break. */
export function restOfLine(text: string, from: number): string {
  return text.slice(from, endOfLine(text, from));
}

/**
 * Every row from position `from`, which lies on line `line`; rows without any content are left out.
 * The first row is the header and gives the width.
 */
export function* readRows(text: string, separator: StaffSeparator, start = { from: 0, line: 1 }) {
  let { from, line } = start;
  let width: number | null = null;
  while (from < text.length) {
    const piece = readPiece(text, from, { separator, width });
    const row: StaffRow = { line, cells: piece.cells };
    from = piece.next;
    line += piece.lineBreaks + 1;
    if (!row.cells.some(hasContent)) continue;
    width ??= row.cells.findLastIndex(hasContent) + 1;
    yield row;
  }
}

function readPiece(
  text: string,
  from: number,
  shape: { separator: StaffSeparator; width: number | null },
): Piece {
  const whole = cutPiece(text, { from, stop: text.length }, shape.separator);
  if (whole.lineBreaks === 0) return whole;
  if (whole.tidy && (shape.width === null || isOneRow(whole.cells, shape.separator, shape.width)))
    return whole;
  const stop = endOfLine(text, from);
  return {
    ...cutPiece(text, { from, stop }, shape.separator),
    next: afterLineBreak(text, stop),
    lineBreaks: 0,
  };
}

/**
 * Two stray quotes in one column of two lines make a tidy row of the right width, with all between swallowed into
 * one cell. Such a cell holds at least as many separators as a line; no address does.
 */
function isOneRow(cells: readonly string[], separator: StaffSeparator, width: number): boolean {
  const swallows = (cell: string) => /[\r\n]/.test(cell) && cell.split(separator).length >= width;
  return isAsWide(cells, width) && !cells.some(swallows);
}

/** Wide enough, and whatever stands beyond the header is blank: spreadsheets add separators at the end. */
export function isAsWide(cells: readonly string[], width: number): boolean {
  return cells.length >= width && !cells.slice(width).some(hasContent);
}

/** Something other than blanks and control marks (old programs end a file with one). */
function hasContent(cell: string): boolean {
  return /[^\s\p{C}]/u.test(cell);
}

function cutPiece(text: string, range: { from: number; stop: number }, separator: StaffSeparator): Piece {
  const piece: Piece = { cells: [], next: range.from, lineBreaks: 0, tidy: true };
  for (;;) {
    const quoted = text[piece.next] === '"' && piece.next < range.stop;
    const inside = quoted ? cutQuoted(text, range.stop, piece) : '';
    const end = endOfCell(text, { from: piece.next, stop: range.stop }, separator);
    // Text after the closing quote is kept as it stands, but is no ground to join lines on.
    if (quoted && end > piece.next) piece.tidy = false;
    piece.cells.push(inside + text.slice(piece.next, end));
    piece.next = end + 1;
    if (end < range.stop && text[end] === separator) continue;
    piece.next = end < range.stop ? afterLineBreak(text, end) : range.stop;
    return piece;
  }
}

/** What stands between the quotes that open at `piece.next`; moves the piece to after the closing one. */
function cutQuoted(text: string, stop: number, piece: Piece): string {
  let cell = '';
  let at = piece.next + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    const closed = quote !== -1 && quote < stop;
    const part = text.slice(at, closed ? quote : stop);
    cell += part;
    piece.lineBreaks += part.match(lineBreak)?.length ?? 0;
    piece.next = closed ? quote + 1 : stop;
    if (!closed || piece.lineBreaks > maxLineBreaksInRow) {
      piece.tidy = false;
      return cell;
    }
    if (text[piece.next] !== '"' || piece.next >= stop) return cell;
    cell += '"';
    at = piece.next + 1;
  }
}

function endOfCell(
  text: string,
  range: { from: number; stop: number },
  separator: StaffSeparator | null,
): number {
  let at = range.from;
  while (at < range.stop && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function endOfLine(text: string, from: number): number {
  return endOfCell(text, { from, stop: text.length }, null);
}

function afterLineBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}
