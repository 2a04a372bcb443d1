import { redirect } from '@sveltejs/kit';
import { signOut } from '#rooms/people/server/index.ts';
import { handOn } from '../visit.server.ts';

export const actions = {
  default: async ({ request, cookies }) => {
    handOn(cookies, await signOut(request.headers));
    redirect(303, '/aanmelden');
  },
};
