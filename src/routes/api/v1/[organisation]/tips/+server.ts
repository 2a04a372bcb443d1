import { tipHere, tipsHere, writeTip } from '#rooms/tips/server/index.ts';
import { canCheckTips } from '#rooms/tips/tip.ts';
import { answer, personRequired } from '../../answer.server.ts';
import { calls } from '../../calls.ts';
import { tipFrom } from '../../represent.ts';
import { cursorOf } from '../../shapes.ts';

export const POST = answer(calls.writeTip, async ({ who, body: { onBehalfOf, category, ...given } }) => {
  if (!onBehalfOf && !canCheckTips(who.actor)) throw personRequired();
  const tip = await tipHere(who, await writeTip(who, { ...given, theme: category }));
  const isNew = tip.madeAt.getTime() === who.now.getTime();
  return { status: isNew ? 201 : 200, body: tipFrom(tip) };
});

export const GET = answer(calls.listTips, async ({ who, query }) => {
  const { category: theme, status, externalId, limit, cursor: after } = query;
  const tips = await tipsHere(who, { theme, status, externalId, limit, after });
  const last = tips.length === limit ? tips.at(-1) : undefined;
  return { body: { items: tips.map(tipFrom), nextCursor: last ? cursorOf(last.id) : null } };
});
