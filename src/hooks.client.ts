import type { HandleClientError } from '@sveltejs/kit/hooks';
import { m } from '#messages';

/** A page that breaks in the browser says so in the words of the house. */
export const handleError: HandleClientError = (caught) => {
  const status = caught.kind === 'framework' ? caught.error.status : 500;
  return { status, message: status === 404 ? m.ui_error_not_found() : m.ui_error_surprise() };
};
