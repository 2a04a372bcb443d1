import { search } from '#rooms/search/server/index.ts';

export const load = async ({ locals: { who }, url }) => {
  const q = (url.searchParams.get('q') ?? '').trim();
  return { q, hits: q ? await search(who, { text: q, kinds: [], limit: 20 }) : [] };
};
