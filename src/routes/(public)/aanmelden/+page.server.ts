import { fail, redirect } from '@sveltejs/kit';
import { readForm } from '#platform/forms.ts';
import { sentence } from '#platform/sentences.ts';
import { roleLabel } from '#rooms/people/labels.ts';
import {
  demoHouses,
  requestSignIn,
  sessionIdentity,
  signInMailLeaves,
  stepIn,
} from '#rooms/people/server/index.ts';
import { requestForm, stepInForm } from '#rooms/people/sign-in-forms.ts';
import { localPath } from '#rooms/people/sign-in-path.ts';
import { remember, visitOf, welcome } from './visit.server.ts';

export const load = async ({ url, cookies, request }) => {
  const to = localPath(url.searchParams.get('naar')) ?? '';
  return {
    address: visitOf(cookies).address,
    to,
    signedIn: (await sessionIdentity(request.headers)) !== null,
    mailLeaves: signInMailLeaves(),
    houses: (await demoHouses()).map(({ organisationId, slug, name, people }) => ({
      organisationId,
      name,
      to: leadsInto(slug, to) ? to : `/${slug}`,
      people: people.map((person) => ({ ...person, role: roleLabel(person.role) })),
    })),
  };
};

/** A link in a mail says no organisation. */
const leadsInto = (slug: string, to: string) => to.startsWith('/naar/') || `${to}/`.startsWith(`/${slug}/`);

export const actions = {
  requestSignIn: async ({ request, cookies }) => {
    const read = await readForm(request, requestForm);
    if (!read.ok) {
      const problems = { address: sentence(read.problems.address ?? 'signin_address_missing') };
      return fail(422, { problems, values: read.values });
    }
    const { address, to } = read.input;
    await requestSignIn(address);
    remember(cookies, { address, to });
    redirect(303, '/aanmelden/code');
  },

  stepIn: async ({ request, cookies }) => {
    const read = await readForm(request, stepInForm);
    if (!read.ok) return fail(422, { problems: {}, values: {} });
    welcome(cookies, await stepIn(read.input, request.headers), read.input.to);
  },
};
