/*
 * From the bytes of an upload to text. A file is judged by its content: a name ending or a type that a browser
 * sends says nothing (somebody renames list.xlsx to list.csv every week).
 */

export type StaffEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type NotText = 'empty' | 'excel' | 'picture' | 'pdf' | 'not_text' | 'too_large';
export type StaffText =
  { ok: true; text: string; encoding: StaffEncoding } | { ok: false; problem: NotText; detail: string };

/**
 * A list of 400 people is 50 kB; this is room for some 40,000, several times the largest authority. Of 20,000 reading
 * takes a web process a quarter of a second and each plan, so each look at the preview, one and a half: meanwhile it does
 * nothing else. Taking it over is a job.
 */
export const maxStaffListBytes = 5_000_000;

const signatures: readonly { problem: NotText; detail: string; offset: number; bytes: readonly number[] }[] =
  [
    { problem: 'excel', detail: 'xlsx', offset: 0, bytes: [0x50, 0x4b, 0x03, 0x04] },
    { problem: 'excel', detail: 'xls', offset: 0, bytes: [0xd0, 0xcf, 0x11, 0xe0] },
    { problem: 'picture', detail: 'png', offset: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
    { problem: 'picture', detail: 'jpeg', offset: 0, bytes: [0xff, 0xd8, 0xff] },
    { problem: 'picture', detail: 'gif', offset: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
    { problem: 'picture', detail: 'webp', offset: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
    { problem: 'pdf', detail: 'pdf', offset: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  ];

/** Text of the file, without byte order mark; or why it is no text. `detail` is for a log, not for the screen. */
export function readStaffText(bytes: Uint8Array): StaffText {
  if (bytes.length === 0) return { ok: false, problem: 'empty', detail: 'no bytes' };
  if (bytes.length > maxStaffListBytes) {
    return { ok: false, problem: 'too_large', detail: `${bytes.length} bytes, at most ${maxStaffListBytes}` };
  }
  const found = signatures.find(({ offset, bytes: wanted }) => startsWith(bytes, wanted, offset));
  if (found) return { ok: false, problem: found.problem, detail: found.detail };
  const decoded = decode(bytes);
  if (decoded === null) return { ok: false, problem: 'not_text', detail: 'undecodable' };
  if (decoded.text.includes('\0')) return { ok: false, problem: 'not_text', detail: 'NUL' };
  if (decoded.text.trim() === '') return { ok: false, problem: 'empty', detail: 'only blanks' };
  return { ok: true, ...decoded };
}

function startsWith(bytes: Uint8Array, wanted: readonly number[], offset: number): boolean {
  return wanted.every((byte, index) => bytes[offset + index] === byte);
}

function decode(bytes: Uint8Array): { text: string; encoding: StaffEncoding } | null {
  if (startsWith(bytes, [0xff, 0xfe], 0)) return strictly(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff], 0)) return strictly(bytes.subarray(2), 'utf-16be');
  const body = startsWith(bytes, [0xef, 0xbb, 0xbf], 0) ? bytes.subarray(3) : bytes;
  // Windows-1252 gives a character for every byte, so it comes last; UTF-8 hardly ever fits by accident.
  return strictly(body, 'utf-8') ?? strictly(body, 'windows-1252');
}

function strictly(
  bytes: Uint8Array,
  encoding: StaffEncoding,
): { text: string; encoding: StaffEncoding } | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}
