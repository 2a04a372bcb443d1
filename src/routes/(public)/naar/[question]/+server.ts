import { redirect } from '@sveltejs/kit';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import { resolve } from '#rooms/organisations/server/index.ts';
import { sessionIdentity, workplacesOf } from '#rooms/people/server/index.ts';

/**
 * Where links in mails lead: they carry no slug, so that they outlive a change of name. Only who works where the
 * question, the tip, the known problem or "ik kom terug bij jou" is gets there; to anybody else it is as one that is nowhere. What is there is for the page to decide.
 */
export const GET = async ({ params, request, url }) => {
  const identity = await sessionIdentity(request.headers);
  if (!identity) redirect(303, `/aanmelden?naar=${encodeURIComponent(url.pathname)}`);
  const there = isId(params.question) ? await subjectOf(params.question) : null;
  const workplaces = there ? await workplacesOf(identity) : [];
  const here = workplaces.find(({ organisationId }) => organisationId === there?.organisationId);
  if (!there || !here) throw new NotFound();
  redirect(303, `/${here.slug}${there.pages}/${params.question}`);
};

const pages = {
  question: '/vragen',
  tip: '/tips',
  problem: '/bekende-problemen',
  follow_up: '/ik-kom-terug',
} as const;

async function subjectOf(id: string): Promise<{ organisationId: string; pages: string } | null> {
  for (const kind of ['question', 'tip', 'problem', 'follow_up'] as const) {
    const [address] = await resolve(kind, id);
    if (address) return { organisationId: address.organisationId, pages: pages[kind] };
  }
  return null;
}
