import { redirect } from '@sveltejs/kit';
import { sessionIdentity, workplacesOf } from '#rooms/people/server/index.ts';

export const load = async ({ request }) => {
  const identityId = await sessionIdentity(request.headers);
  if (!identityId) redirect(303, '/aanmelden');
  const places = await workplacesOf(identityId);
  const [only, more] = places;
  if (only && !more) redirect(303, `/${only.slug}`);
  return { places: places.map(({ slug, name, unitName }) => ({ slug, name, unitName })) };
};
