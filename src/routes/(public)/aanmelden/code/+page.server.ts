import { fail } from '@sveltejs/kit';
import { readForm } from '#platform/forms.ts';
import { sentence } from '#platform/sentences.ts';
import { signInMailLeaves, signInWithCode } from '#rooms/people/server/index.ts';
import { codeForm } from '#rooms/people/sign-in-forms.ts';
import { visitOf, welcome } from '../visit.server.ts';

export const load = ({ cookies }) => ({ address: visitOf(cookies).address, mailLeaves: signInMailLeaves() });

export const actions = {
  signInWithCode: async ({ request, cookies }) => {
    const read = await readForm(request, codeForm);
    if (!read.ok) return refuse(read.problems, read.values.address);
    const signedIn = await signInWithCode(read.input, request.headers);
    if (!signedIn) return refuse({ code: 'signin_code_wrong' }, read.values.address);
    welcome(cookies, signedIn);
  },
};

/** A code is short: it is typed anew rather than mended. */
const refuse = (problems: Record<string, string>, address = '') =>
  fail(422, {
    problems: Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, sentence(key)])),
    address,
  });
