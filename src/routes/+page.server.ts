import { redirect } from '@sveltejs/kit';
import { beginDemo, demoProgress } from '#rooms/onboarding/server/index.ts';
import { sessionIdentity } from '#rooms/people/server/index.ts';

/** The way in. Only in an installation where nobody has begun is there something to see. */
export const load = async ({ request }) => {
  if (await sessionIdentity(request.headers)) redirect(303, '/aanmelden/kies');
  const { step, busy, towns, line } = await demoProgress();
  if (step === 'done') redirect(303, '/aanmelden');
  const first = towns.findIndex(({ filled }) => !filled);
  return {
    making: busy,
    broken: step === 'begun' && !busy,
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
};
