import { tipHere, tipsHere, writeTip } from '#rooms/tips/server/index.ts';
import { canCheckTips } from '#rooms/tips/tip.ts';
import { answer, personRequired } from '../../answer.server.ts';
import { calls } from '../../calls.ts';
import { cursorOf, idIn, pageOf } from '../../paging.ts';
import { tipFrom } from '../../represent.ts';

export const POST = answer(calls.writeTip, async ({ who, body }) => {
  const { onBehalfOf, category, unit, links, ...given } = body;
  if (!onBehalfOf && !canCheckTips(who.actor)) throw personRequired();
  const { id, isNew } = await writeTip(who, {
    ...given,
    theme: category,
    unitId: unit,
    links: links?.map(({ title, address }) => ({ title: title || address, address })),
  });
  return { status: isNew ? 201 : 200, body: tipFrom(await tipHere(who, id)) };
});

export const GET = answer(calls.listTips, async ({ who, query }) => {
  const { category: theme, cursor, limit, onBehalfOf: _, ...filter } = query;
  const tips = await tipsHere(who, { ...filter, theme, limit, after: idIn(cursor) });
  return { body: pageOf(tips, { limit, item: tipFrom, cursor: ({ id }) => cursorOf(id) }) };
});
