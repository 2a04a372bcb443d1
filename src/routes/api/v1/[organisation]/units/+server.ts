import { unitsHere } from '#rooms/organisations/server/index.ts';
import { answer } from '../../answer.server.ts';
import { calls } from '../../calls.ts';
import { cursorOf, idIn, pageOf, sliceById } from '../../paging.ts';

export const GET = answer(calls.listUnits, async ({ who, query: { limit, cursor } }) => {
  const all = await unitsHere(who);
  const units = sliceById(all, { order: 'ascending', limit, after: idIn(cursor) });
  const item = ({ id, parentId, name }: (typeof units)[number]) => ({ id, parentId, name });
  return { body: pageOf(units, { limit, item, cursor: ({ id }) => cursorOf(id) }) };
});
