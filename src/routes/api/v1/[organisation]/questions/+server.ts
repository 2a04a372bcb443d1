import {
  askQuestion,
  questionsInShort,
  questionsISee,
  questionThread,
} from '#rooms/helpline/server/index.ts';
import { answer, personRequired } from '../../answer.server.ts';
import { calls } from '../../calls.ts';
import { questionFrom, rowFrom, shortFrom } from '../../represent.ts';
import { cursorOf } from '../../shapes.ts';

export const POST = answer(calls.askQuestion, async ({ who, body, at }) => {
  const id = await askQuestion(who, { body: body.body, theme: body.category, key: '' });
  return { body: questionFrom(await questionThread(who, id)), location: at(`/questions/${id}`) };
});

export const GET = answer(calls.listQuestions, async ({ who, query }) => {
  const { limit, state = null, cursor: after = null } = query;
  if (!query.onBehalfOf) {
    if (!who.actor.may('questionsInShort')) throw personRequired();
    const short = await questionsInShort(who);
    const items = short.filter((row) => state === null || row.state === state).map(shortFrom);
    return { body: { items, nextCursor: null } };
  }
  const rows = await questionsISee(who, { limit, state, after });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { body: { items: rows.map(rowFrom), nextCursor: last ? cursorOf(last.id) : null } };
});
