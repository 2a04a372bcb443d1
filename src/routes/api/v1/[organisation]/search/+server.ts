import { search, type Hit } from '#rooms/search/server/index.ts';
import { tipHere } from '#rooms/tips/server/index.ts';
import { answer, type Given } from '../../answer.server.ts';
import { calls } from '../../calls.ts';

const kinds = { tips: ['tip'], answers: ['answer'], all: [] } as const;

export const GET = answer(calls.search, async ({ who, query }) => {
  const hits = await search(who, { text: query.q, kinds: kinds[query.kind], limit: query.limit });
  const results = [];
  for (const hit of hits) results.push({ ...hit, externalId: await externalIdOf(who, hit) });
  return { body: { results } };
});

const externalIdOf = async (who: Given<typeof calls.search>['who'], { kind, id }: Hit) =>
  kind === 'tip' ? (await tipHere(who, id)).externalId : null;
