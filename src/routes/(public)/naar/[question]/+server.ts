import { redirect } from '@sveltejs/kit';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import { resolve } from '#rooms/organisations/server/index.ts';
import { sessionIdentity, workplacesOf } from '#rooms/people/server/index.ts';

/**
 * Where links in mails lead: they carry no slug, so that they outlive a change of name. Only who works where the
 * question is gets there; to anybody else it is as one that is nowhere. What is there is for the page to decide.
 */
export const GET = async ({ params, request, url }) => {
  const identity = await sessionIdentity(request.headers);
  if (!identity) redirect(303, `/aanmelden?naar=${encodeURIComponent(url.pathname)}`);
  const [question] = isId(params.question) ? await resolve('question', params.question) : [];
  const workplaces = question ? await workplacesOf(identity) : [];
  const here = workplaces.find(({ organisationId }) => organisationId === question?.organisationId);
  if (!here) throw new NotFound();
  redirect(303, `/${here.slug}/vragen/${params.question}`);
};
