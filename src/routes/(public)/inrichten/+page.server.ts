import { fail, redirect } from '@sveltejs/kit';
import { Conflict, Invalid } from '#platform/errors.ts';
import { readForm } from '#platform/forms.ts';
import { sentence } from '#platform/sentences.ts';
import { beginForm } from '#rooms/onboarding/forms.ts';
import { beginWithPass, isPass } from '#rooms/onboarding/server/index.ts';
import { authorities } from '#rooms/organisations/server/index.ts';
import { handOn } from '../aanmelden/visit.server.ts';
import { dropPass, passOf } from './pass.server.ts';

/** Only for whoever typed the code, while there is no organisation. */
export const load = async ({ cookies, url }) => {
  if (!(await isPass(passOf(cookies)))) redirect(303, '/');
  const known = await authorities();
  return { address: url.host, known: known.map(({ name, nis }) => ({ name, nis })) };
};

export const actions = {
  beginOrganisation: async ({ request, cookies }) => {
    const read = await readForm(request, beginForm);
    if (!read.ok) return refuse(read.problems, read.values);
    const asking = { asked: read.input, headers: request.headers };
    const begun = await beginWithPass(passOf(cookies), asking).catch(problemsOf);
    if ('problems' in begun) return refuse(begun.problems, read.values);
    handOn(cookies, begun.setCookies);
    dropPass(cookies);
    redirect(303, `/${begun.slug}/inrichten`);
  },
};

function problemsOf(error: unknown): { problems: Record<string, string> } {
  if (error instanceof Invalid) return { problems: error.problems };
  if (error instanceof Conflict) redirect(303, '/');
  throw error;
}

const refuse = (problems: Record<string, string>, values: Record<string, string>) =>
  fail(422, {
    problems: Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, sentence(key)])),
    values,
  });
