import { redirect } from '@sveltejs/kit';
import { personRow } from '#rooms/people/shown.ts';
import { peopleHere } from '#rooms/people/server/index.ts';

const mostPages = 10_000;

export const load = async ({ locals: { who }, url }) => {
  const q = (url.searchParams.get('q') ?? '').replaceAll('\u0000', '').trim().slice(0, 100);
  const asked = Number(url.searchParams.get('pagina') ?? 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked <= mostPages ? asked : 1;
  const { people, total, pageSize } = await peopleHere(who, { q, page });
  if (people.length === 0 && page > 1) redirect(307, `${url.pathname}?q=${encodeURIComponent(q)}`);
  return {
    q,
    page,
    last: Math.max(1, Math.ceil(total / pageSize)),
    total,
    people: people.map(personRow),
    canImport: who.may('previewStaffList'),
  };
};
