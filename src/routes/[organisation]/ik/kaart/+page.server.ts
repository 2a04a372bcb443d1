import { redirect } from '@sveltejs/kit';

/** One's own card is changed where everybody reads it. */
export const load = ({ locals: { who }, params }) =>
  redirect(307, `/${params.organisation}/coaches/${who.personId}/kaart`);
