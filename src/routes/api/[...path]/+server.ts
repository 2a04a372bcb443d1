import { NotFound } from '#platform/errors.ts';
import { problemFor } from '#platform/problem.ts';

/** What begins with /api/ is never a page of an organisation by that name. */
export const fallback = ({ url }: { url: URL }) => problemFor(new NotFound(), url.pathname)!;
