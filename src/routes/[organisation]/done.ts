import type { Cookies } from '@sveltejs/kit';
import * as v from 'valibot';
import { sentence } from '#platform/sentences.ts';

const words = v.record(v.string(), v.string());

/** What the next page says was done: a key of messages/nl.json, what the sentence names, and what undoes it. */
const saidForm = v.object({
  key: v.string(),
  particulars: v.optional(words),
  /** A form of one button: where it is sent, what stands on it, and what it sends along. */
  undo: v.optional(v.object({ action: v.string(), label: v.string(), fields: v.optional(words) })),
});

export type Said = v.InferOutput<typeof saidForm>;

const cookie = 'done';

export const sayDone = (cookies: Cookies, said: string | Said): void =>
  cookies.set(cookie, JSON.stringify(typeof said === 'string' ? { key: said } : said), {
    ...{ path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 },
  });

/** Once: the page after it says nothing. `home` is the organisation that the page is of. */
export function doneBefore(cookies: Cookies, home: string) {
  const kept = cookies.get(cookie);
  if (!kept) return null;
  cookies.delete(cookie, { path: '/' });
  const said = saidIn(kept);
  if (!said) return null;
  const { key, particulars, undo } = said;
  return {
    text: sentence(key, particulars),
    undo: undo?.action.startsWith(`${home}/`) ? { ...undo, label: sentence(undo.label) } : null,
  };
}

function saidIn(text: string): Said | null {
  try {
    return v.parse(saidForm, JSON.parse(text));
  } catch {
    return null;
  }
}
