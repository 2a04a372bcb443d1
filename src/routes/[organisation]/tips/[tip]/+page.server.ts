import * as v from 'valibot';
import { themeLabel } from '#rooms/organisations/themes.ts';
import { canChangeTip } from '#rooms/tips/tip.ts';
import { thisTipHelps, tipHere } from '#rooms/tips/server/index.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const tip = await tipHere(who, params.tip);
  return {
    id: tip.id,
    title: tip.title,
    body: tip.body,
    theme: themeLabel(tip.theme),
    status: tip.status,
    helped: tip.helped,
    canChange: canChangeTip(who),
  };
};

export const actions = {
  thisTipHelps: (event) =>
    act(event, v.object({}), async (who) => {
      await thisTipHelps(who, event.params.tip);
      return { to: `/${event.params.organisation}/tips/${event.params.tip}`, done: 'helpline_done_helped' };
    }),
};
