const pauseMs = { first: 500, most: 15_000 };

/**
 * Refreshes the page by `work`, and waits for a server that cannot answer just now. Left alone, SvelteKit shows an error
 * page in the place of the page that it could not ask for anew, and with it goes what somebody was typing.
 * It asks by `window.fetch`, so that is where the waiting is done, for the data of this page alone.
 */
export async function patiently(work: () => Promise<void>): Promise<void> {
  const ask = window.fetch;
  const path = location.pathname;
  const isOurs = (input: RequestInfo | URL) =>
    typeof input === 'string' && URL.parse(input)?.pathname === `${path.replace(/\/$/, '')}/__data.json`;
  // Once somebody went elsewhere, nobody waits for this page any more.
  const isWaitedFor = () => location.pathname === path;
  window.fetch = (input, init) =>
    isOurs(input) ? askUntilAnswered(() => ask(input, init), isWaitedFor) : ask(input, init);
  try {
    await work();
  } finally {
    window.fetch = ask;
  }
}

async function askUntilAnswered(ask: () => Promise<Response>, isWaitedFor: () => boolean): Promise<Response> {
  for (let waitMs = pauseMs.first; ; waitMs = Math.min(waitMs * 2, pauseMs.most)) {
    const answer = await ask().catch(() => null);
    if (answer && (!(await isTrouble(answer)) || !isWaitedFor())) return answer;
    if (!isWaitedFor()) return Response.error();
    await new Promise((done) => setTimeout(done, waitMs));
  }
}

/** A proxy without a server behind it says so by its status; a server without a database, inside what it answers. */
async function isTrouble(answer: Response): Promise<boolean> {
  if (answer.status >= 500) return true;
  if (!answer.ok) return false;
  const text = await answer
    .clone()
    .text()
    .catch(() => null);
  return text === null || (text.includes('"type":"error"') && /"status":5\d\d/.test(text));
}
