import { fail, redirect } from '@sveltejs/kit';
import { Invalid } from '#platform/errors.ts';
import { readForm } from '#platform/forms.ts';
import { sentence } from '#platform/sentences.ts';
import { codeForm } from '#rooms/onboarding/forms.ts';
import { beginDemo, demoProgress, openSetUp } from '#rooms/onboarding/server/index.ts';
import { sessionIdentity } from '#rooms/people/server/index.ts';
import { keepPass } from './(public)/inrichten/pass.server.ts';

/** The way in. Only in an installation where nobody has begun is there something to see. */
export const load = async ({ request }) => {
  if (await sessionIdentity(request.headers)) redirect(303, '/aanmelden/kies');
  const { step, busy, towns, line, offered } = await demoProgress();
  if (step === 'done') redirect(303, '/aanmelden');
  const first = towns.findIndex(({ filled }) => !filled);
  return {
    making: busy,
    broken: step === 'begun' && !busy,
    offersDemo: offered,
    steps: towns.map(({ name, filled }, index) => ({
      text: name,
      state: filled ? ('done' as const) : index === first ? ('now' as const) : ('next' as const),
      ...(index === first && line ? { remark: line } : {}),
    })),
  };
};

export const actions = {
  loadDemo: async () => {
    await beginDemo();
    redirect(303, '/');
  },
  openSetUp: async ({ request, cookies }) => {
    const read = await readForm(request, codeForm);
    const pass = read.ok
      ? await openSetUp(read.input.code).catch(problemOf)
      : { problem: read.problems.code };
    if (typeof pass !== 'string')
      return fail(422, { problems: { code: sentence(pass.problem ?? '') }, code: read.values.code ?? '' });
    keepPass(cookies, pass);
    redirect(303, '/inrichten');
  },
};

function problemOf(error: unknown): { problem: string | undefined } {
  if (error instanceof Invalid) return { problem: error.problems.code };
  throw error;
}
