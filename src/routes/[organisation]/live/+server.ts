import { followNews } from '#rooms/notifications/server/index.ts';

const headers = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  // For a proxy in front that would keep back what comes in small pieces.
  'X-Accel-Buffering': 'no',
};

/** Who else signed in in this browser meanwhile: the page that asks is not theirs. It tells a browser not to come back. */
const notYours = () => new Response(null, { status: 204 });

/** What is new for whoever is signed in, while their page is open. `as`: whose page it is; `since`: of which moment. */
export const GET = async ({ request, url, locals: { who } }) => {
  if (!request.headers.get('accept')?.includes('text/event-stream'))
    return new Response(null, { status: 406 });
  if (url.searchParams.get('as') !== who.personId) return notYours();
  const heardUntil = request.headers.get('last-event-id') ?? url.searchParams.get('since');
  return new Response(await followNews(who, Number(heardUntil) || 0), { headers });
};
