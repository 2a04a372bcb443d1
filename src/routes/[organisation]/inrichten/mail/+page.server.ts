import * as v from 'valibot';
import { mailHere, testMail } from '#rooms/onboarding/server/index.ts';
import { shownTest } from '#rooms/onboarding/mail-test-shown.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who } }) => {
  const { test, ...mail } = await mailHere(who);
  return { ...mail, test: test && shownTest(test, mail), isWaiting: test?.outcome === null };
};

export const actions = {
  testMail: (event) =>
    act(event, v.object({}), async (who) => {
      await testMail(who);
      return { to: `/${event.params.organisation}/inrichten/mail` };
    }),
};
