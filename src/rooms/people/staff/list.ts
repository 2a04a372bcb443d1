import { cleanCell, isNationalNumber, isOpenEnd, optionalCell, readDay, readEmail } from './cells.ts';
import { missingFields, recogniseColumns, type StaffColumn, type StaffField } from './fields.ts';
import { findSeparator, isAsWide, readRows, restOfLine, type StaffRow, type StaffSeparator } from './rows.ts';
import { readStaffText, type NotText, type StaffEncoding } from './text.ts';

/**
 * One readable line. `line` counts the lines of the file from 1 (the header is line 1), `email` is in lower case,
 * `employer` is '' when the file does not say; dates are 'YYYY-MM-DD', `endsOn` being the last day.
 */
export interface StaffLine {
  line: number;
  number: string;
  lastName: string;
  firstName: string;
  email: string | null;
  unit: string;
  subunit: string | null;
  location: string | null;
  functionTitle: string | null;
  employer: string;
  startsOn: string | null;
  endsOn: string | null;
}

export type UnreadableReason =
  | 'too_few_columns'
  | 'too_many_columns'
  | 'no_number'
  | 'national_number'
  | 'no_name'
  | 'no_unit'
  | 'too_long'
  | 'bad_date'
  | 'bad_email'
  | 'ends_before_start';

/**
 * `column` is the header as the file spells it; `value` what stands there, where showing it helps. `number` is whose
 * line it seems to be, if that much can be read: whoever is in the file has not left.
 */
export interface Unreadable {
  line: number;
  number?: string;
  reason: UnreadableReason;
  column?: string;
  value?: string;
}

export interface StaffList {
  ok: true;
  lines: StaffLine[];
  unreadable: Unreadable[];
  columns: StaffColumn[];
  encoding: StaffEncoding;
  separator: StaffSeparator;
}

/** `detail` is for a log; `missing` names the needed fields without a column, for 'no_columns' only. */
export interface NoStaffList {
  ok: false;
  problem: NotText | 'no_columns';
  detail: string;
  missing: StaffField[];
}

/** No name or unit is longer; a cell that is, is a sign of a broken line, and an index refuses it. */
const maxCellLength = 200;
/** A staff number is short; what is longer in its column of a broken line is something else, and is not kept. */
const maxNumberLength = 20;

/**
 * Reads a staff list as an HR package exports it: encoding, separator, headers and date spellings are recognised.
 * Never throws; what cannot be read is listed by line number and left out.
 */
export function readStaffList(bytes: Uint8Array): StaffList | NoStaffList {
  const read = readStaffText(bytes);
  if (!read.ok) return { ...read, missing: [] };
  const { text, separator, start } = findHeader(read.text);
  const rows = readRows(text, separator ?? ';', start);
  const columns = recogniseColumns((rows.next().value?.cells ?? []).map(cleanCell));
  const missing = missingFields(columns);
  if (separator === null || missing.length > 0) {
    return { ok: false, problem: 'no_columns', detail: `missing ${missing.join(', ')}`, missing };
  }
  while (columns.at(-1)?.header === '') columns.pop();
  const lines: StaffLine[] = [];
  const unreadable: Unreadable[] = [];
  const places = new Map(columns.flatMap(({ field }, at) => (field === null ? [] : [[field, at]])));
  for (const row of rows) {
    const result = readLine(row, { columns, places });
    if ('reason' in result) unreadable.push(result);
    else lines.push(result);
  }
  return { ok: true, lines, unreadable, columns, encoding: read.encoding, separator };
}

/** Where the header starts, and its separator. Excel may name the separator on a line of its own: 'sep=;'. */
function findHeader(text: string) {
  const blank = /^(?:[^\S\r\n]*(?:\r\n|\n|\r))*/.exec(text)?.[0] ?? '';
  const named = /^sep=([;,\t])(?:\r\n|\n|\r)/i.exec(text.slice(blank.length, blank.length + 10));
  const skipped = blank + (named?.[0] ?? '');
  const start = { from: skipped.length, line: (skipped.match(/\r\n|\n|\r/g)?.length ?? 0) + 1 };
  const separator = (named?.[1] as StaffSeparator | undefined) ?? findSeparator(restOfLine(text, start.from));
  return { text, separator, start };
}

/** The columns of the file, and in which of them each field stands. */
interface Header {
  columns: readonly StaffColumn[];
  places: ReadonlyMap<StaffField, number>;
}

const cellIn = ({ cells }: StaffRow, { places }: Header, field: StaffField): string =>
  cells[places.get(field) ?? -1] ?? '';

/** The line, or the first reason why it cannot be read. */
function readLine(row: StaffRow, header: Header): StaffLine | Unreadable {
  const result = readCells(row, header);
  if (!('reason' in result)) return result;
  const number = cleanCell(cellIn(row, header, 'number'));
  const isOne = /\d/.test(number) && number.length <= maxNumberLength && !isNationalNumber(number);
  return isOne ? { ...result, number } : result;
}

function readCells(row: StaffRow, header: Header): StaffLine | Unreadable {
  const { line, cells } = row;
  const { columns } = header;
  if (cells.length < columns.length) return { line, reason: 'too_few_columns' };
  if (!isAsWide(cells, columns.length)) return { line, reason: 'too_many_columns' };
  const at = (field: StaffField) => cellIn(row, header, field);
  const staff: StaffLine = {
    line,
    number: cleanCell(at('number')),
    lastName: cleanCell(at('lastName')),
    firstName: cleanCell(at('firstName')),
    email: optionalCell(at('email')),
    unit: cleanCell(at('unit')),
    subunit: optionalCell(at('subunit')),
    location: optionalCell(at('location')),
    functionTitle: optionalCell(at('functionTitle')),
    employer: optionalCell(at('employer')) ?? '',
    startsOn: optionalCell(at('startsOn')),
    endsOn: optionalCell(at('endsOn')),
  };
  const trouble = findMissing(staff) ?? settleEmail(staff) ?? settleDays(staff);
  if (!trouble) return staff;
  const { field, ...rest } = trouble;
  return { line, column: columns.find((column) => column.field === field)?.header, ...rest };
}

interface Trouble {
  reason: UnreadableReason;
  field: StaffField;
  value?: string;
}

function findMissing(staff: StaffLine): Trouble | null {
  if (staff.number === '') return { reason: 'no_number', field: 'number' };
  // Without the value: it would stay in the stored preview.
  if (isNationalNumber(staff.number)) return { reason: 'national_number', field: 'number' };
  if (staff.lastName === '') return { reason: 'no_name', field: 'lastName' };
  if (staff.firstName === '') return { reason: 'no_name', field: 'firstName' };
  if (staff.unit === '') return { reason: 'no_unit', field: 'unit' };
  const { line, email, startsOn, endsOn, ...texts } = staff;
  const long = Object.entries(texts).find(([, text]) => (text?.length ?? 0) > maxCellLength);
  return long ? { reason: 'too_long', field: long[0] as StaffField } : null;
}

/**
 * A malformed address leaves the line out rather than the address: without it the colleague would come in as
 * somebody without e-mail, and tomorrow's corrected file could no longer tell that it is the same person.
 */
function settleEmail(staff: StaffLine): Trouble | null {
  if (staff.email === null) return null;
  const email = readEmail(staff.email);
  if (email === null) return { reason: 'bad_email', field: 'email', value: clip(staff.email) };
  staff.email = email;
  return null;
}

function settleDays(staff: StaffLine): Trouble | null {
  for (const field of ['startsOn', 'endsOn'] as const) {
    const text = staff[field];
    if (text === null) continue;
    const day = readDay(text);
    const open = day !== null && isOpenEnd(Number(day.slice(0, 4)));
    if (day === null || (open && field === 'startsOn'))
      return { reason: 'bad_date', field, value: clip(text) };
    staff[field] = open ? null : day;
  }
  const { startsOn, endsOn } = staff;
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return null;
  return { reason: 'ends_before_start', field: 'endsOn', value: endsOn };
}

/** By whole characters: half of one is no text, and a database refuses it. */
function clip(text: string): string {
  return text.length > 80 ? `${[...text].slice(0, 79).join('')}…` : text;
}
