import { redirect } from '@sveltejs/kit';
import { found } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import { followUpHere, problemHere, questionThread } from '#rooms/helpline/server/index.ts';
import { resolve } from '#rooms/organisations/server/index.ts';
import { actorFor, sessionIdentity, workplacesOf } from '#rooms/people/server/index.ts';
import { tipHere } from '#rooms/tips/server/index.ts';

/**
 * Where links in mails lead: they carry no slug, so that they outlive a change of name. Only who works where the
 * question, the tip, the known problem or "ik kom terug bij jou" is, and may read it there, gets to it; to anybody else
 * it is as one that is nowhere.
 */
export const GET = async ({ params, request, url }) => {
  const identity = await sessionIdentity(request.headers);
  if (!identity) redirect(303, `/aanmelden?naar=${encodeURIComponent(url.pathname)}`);
  const id = params.question;
  const { page, organisationId } = found(isId(id) ? await subjectOf(id) : null);
  const places = await workplacesOf(identity);
  const here = found(places.find((place) => place.organisationId === organisationId));
  const { actor } = found(await actorFor(organisationId, here.personId));
  await page.read(actor, id);
  redirect(303, `/${here.slug}${page.at}/${id}`);
};

/** Where each kind has its page, and what that page asks: whoever it is refused to finds nothing here either. */
const pages = {
  question: { at: '/vragen', read: questionThread },
  tip: { at: '/tips', read: tipHere },
  problem: { at: '/bekende-problemen', read: problemHere },
  follow_up: { at: '/ik-kom-terug', read: followUpHere },
} as const;

const kinds = Object.keys(pages) as (keyof typeof pages)[];

async function subjectOf(id: string) {
  for (const kind of kinds) {
    const [address] = await resolve(kind, id);
    if (address) return { organisationId: address.organisationId, page: pages[kind] };
  }
  return null;
}
