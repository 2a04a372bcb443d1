import type { Suggestion } from './Suggestions.svelte';

const waitMs = 250;
const leastCharacters = 8;

/** What looks like a text that is being typed, asked a moment after the last key. `first`: what is known already. */
export function lookAlikes(home: string, first: Suggestion[] | null) {
  let items = $state<Suggestion[]>(first ?? []);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = '';

  async function look(text: string): Promise<void> {
    const wanted = text.trim();
    if (wanted === asked) return;
    asked = wanted;
    if (wanted.length < leastCharacters) {
      items = [];
      return;
    }
    const answer = await fetch(`${home}/vragen/lijkt-op`, { method: 'POST', body: wanted }).catch(() => null);
    // Somebody types on: only the answer to the latest text counts.
    if (answer?.ok && asked === wanted) items = ((await answer.json()) as { found: Suggestion[] }).found;
  }

  const stop = () => clearTimeout(timer);

  return {
    get items() {
      return items;
    },
    look: (text: string) => void look(text),
    lookSoon(text: string) {
      stop();
      timer = setTimeout(() => void look(text), waitMs);
    },
    stop,
  };
}
