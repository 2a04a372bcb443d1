import { peopleListed } from '#rooms/people/server/index.ts';
import { answer } from '../../answer.server.ts';
import { calls } from '../../calls.ts';
import { cursorOf, idIn, pageOf } from '../../paging.ts';

export const GET = answer(calls.listPeople, async ({ who, query: { limit, cursor } }) => {
  const people = await peopleListed(who, { limit, after: idIn(cursor) });
  const item = ({ unitName: unit, ...person }: (typeof people)[number]) => ({ ...person, unit });
  return { body: pageOf(people, { limit, item, cursor: ({ id }) => cursorOf(id) }) };
});
