/** Ids are UUIDs as text. The brand keeps one kind from being passed for another. */
export type Id<Kind extends string> = string & { readonly __kind?: Kind };

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the shape of an id. What comes from an address bar is checked with this before it meets SQL. */
export const isId = (text: unknown): text is string => typeof text === 'string' && pattern.test(text);

/**
 * A new id: UUID version 7 (RFC 9562, section 5.7), 48 bits of milliseconds and 74 random bits, so
 * that rows made together lie together in an index.
 */
export function newId(atMilliseconds: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let index = 0; index < 6; index++)
    bytes[index] = Math.floor(atMilliseconds / 2 ** (8 * (5 - index))) % 256;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return format(bytes);
}

/**
 * The same id for the same words: UUID version 8 (RFC 9562, section 5.8) over SHA-256. A form that is
 * sent twice makes one row, and nobody can aim at the id of somebody else's.
 */
export async function idFrom(...words: string[]): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(words));
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', text)).slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return format(bytes);
}

const format = (bytes: Uint8Array) => {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
