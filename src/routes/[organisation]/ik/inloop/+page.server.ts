import { redirect } from '@sveltejs/kit';

/** One's own walk-in moments stand with one's card. */
export const load = ({ locals: { who }, params }) =>
  redirect(307, `/${params.organisation}/coaches/${who.personId}/inloop`);
