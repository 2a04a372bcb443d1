import { fail } from '@sveltejs/kit';
import { readForm } from '#platform/forms.ts';
import { sessionIdentity, signInWithLink } from '#rooms/people/server/index.ts';
import { linkForm } from '#rooms/people/sign-in-forms.ts';
import { welcome } from '../visit.server.ts';

// Mail systems open every link to look behind it, so opening this page changes nothing and asks nothing.
export const load = ({ url }) => ({ token: url.searchParams.get('token') ?? '' });

export const actions = {
  default: async ({ request, cookies }) => {
    const read = await readForm(request, linkForm);
    const signedIn = read.ok ? await signInWithLink(read.input.token, request.headers) : null;
    if (signedIn) welcome(cookies, signedIn);
    return fail(422, { expired: true, signedIn: (await sessionIdentity(request.headers)) !== null });
  },
};
