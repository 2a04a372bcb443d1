import {
  askQuestion,
  questionsInShort,
  questionsISee,
  questionThread,
} from '#rooms/helpline/server/index.ts';
import { answer, personRequired } from '../../answer.server.ts';
import { calls } from '../../calls.ts';
import { momentCursorOf, momentIn, pageOf } from '../../paging.ts';
import { questionFrom, rowFrom, shortFrom } from '../../represent.ts';

export const POST = answer(calls.askQuestion, async ({ who, body: given, at }) => {
  const { body, category: theme, way, coach: coachId, urgent } = given;
  const id = await askQuestion(who, { body, theme, key: '', way, coachId, urgent });
  return { body: questionFrom(await questionThread(who, id)), location: at(`/questions/${id}`) };
});

export const GET = answer(calls.listQuestions, async ({ who, query }) => {
  const { limit, cursor, state, unit: unitId, category: theme } = query;
  const narrow = { limit, state, unitId, theme };
  if (!query.onBehalfOf) {
    if (!who.actor.may('questionsInShort')) throw personRequired();
    const { rows, more } = await questionsInShort(who, { ...narrow, after: cursor ?? null });
    return { body: { items: rows.map(shortFrom), nextCursor: more } };
  }
  const rows = await questionsISee(who, { ...narrow, after: momentIn(cursor) });
  const cursorFor = ({ askedAt: moment, id }: (typeof rows)[number]) => momentCursorOf({ moment, id });
  return { body: pageOf(rows, { limit, item: rowFrom, cursor: cursorFor }) };
});
