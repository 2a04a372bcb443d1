import { suggestAnswers } from '#rooms/helpline/server/index.ts';

/** What looks like the text being typed. By POST, so that nobody's half-typed words stand in an address. */
export const POST = async ({ request, locals }) => {
  const text = (await request.text()).slice(0, 1_000);
  return Response.json({ found: await suggestAnswers(locals.who, text) });
};
