import type { Actor } from '#platform/actor.ts';
import { fillFor } from '#rooms/helpline/helping-shown.ts';
import type { Thread } from '#rooms/helpline/seen.ts';
import { standardAnswersHere, suggestAnswers } from '#rooms/helpline/server/index.ts';
import type { Insertable } from '#rooms/helpline/ui/PutInAnswer.svelte';

type Offers = { standard: Insertable[]; alike: Insertable[] };
type Place = { by: { coach: string; organisation: string }; base: URL };

/**
 * What a helper may put in an answer: standard answers filled in for this question, and what looks like it as a title
 * with a link. `base` is the address of the organisation.
 */
export async function insertables(who: Actor, thread: Thread, { by, base }: Place): Promise<Offers> {
  const fill = fillFor(thread, by);
  const standard = await standardAnswersHere(who);
  const alike = await suggestAnswers(who, thread.question.title);
  return {
    standard: standard.map(({ id, title, body }) => ({ id, title, text: fill(body) })),
    alike: alike.filter(({ id }) => id !== thread.sharedAnswer?.id).map((one) => linked(one, base)),
  };
}

/** The text of the one that was asked for in the address, without a script. */
export const textOf = ({ standard, alike }: Offers, id: string | null): string =>
  [...standard, ...alike].find((one) => one.id === id)?.text ?? '';

const folders: Record<string, string> = {
  tip: 'tips',
  answer: 'antwoorden',
  problem: 'bekende-problemen',
};

function linked({ kind, id, title }: { kind: string; id: string; title: string }, base: URL): Insertable {
  const href = `${base.pathname}/${folders[kind] ?? 'tips'}/${id}`;
  return { id, title, href, text: `${title}\n${new URL(href, base).href}` };
}
