import { search } from '#rooms/search/server/index.ts';
import { externalIdsOf } from '#rooms/tips/server/index.ts';
import { answer } from '../../answer.server.ts';
import { calls } from '../../calls.ts';

/** `all` is what it was before there were known problems: those are asked for by name. */
const kinds = { tips: ['tip'], answers: ['answer'], problems: ['problem'], all: ['tip', 'answer'] } as const;

export const GET = answer(calls.search, async ({ who, query }) => {
  const wanted = query.kind.split(',').flatMap((name) => kinds[name as keyof typeof kinds]);
  const hits = await search(who, { text: query.q, kinds: wanted, limit: query.limit });
  const tips = hits.filter(({ kind }) => kind === 'tip').map(({ id }) => id);
  const externalIds = await externalIdsOf(who, tips);
  const results = hits.map(({ kind, id, title, why }) => ({
    ...{ kind, id, title, why },
    externalId: externalIds.get(id) ?? null,
  }));
  return { body: { results } };
});
