import { redirect } from '@sveltejs/kit';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import { newAddressOf, resolve } from '#rooms/organisations/server/index.ts';

/** Where links in mails lead: they carry no slug, so that they outlive a change of name. What is there is for the page to decide. */
export const GET = async ({ params }) => {
  const [question] = isId(params.question) ? await resolve('question', params.question) : [];
  if (!question) throw new NotFound();
  redirect(303, `/${await newAddressOf(question.organisationId)}/vragen/${params.question}`);
};
