import { Forbidden } from '#platform/errors.ts';
import { tipForm, fieldsOf } from '#rooms/tips/forms.ts';
import { changeTip, tipHere } from '#rooms/tips/server/index.ts';
import { canChangeTip, canCheckTips, editionOf } from '#rooms/tips/tip.ts';
import { act } from '../../../act.ts';
import { tipChoices } from '../../choices.server.ts';

export const load = async ({ locals: { who, here }, params, request }) => {
  const tip = await tipHere(who, params.tip);
  const canChange = canChangeTip(who, tip);
  // What somebody typed comes back to them, also when the tip went out of their hands meanwhile.
  if (!canChange && request.method === 'GET') throw new Forbidden();
  return {
    tip: { id: tip.id, title: tip.title, body: tip.body, edition: editionOf(tip) },
    fields: fieldsOf(tip),
    choices: await tipChoices(who, { unitId: here.unitId, tip }),
    canSave: canChange && tip.status !== 'expired',
    waitsForCheck: !canCheckTips(who),
  };
};

export const actions = {
  changeTip: (event) =>
    act(event, tipForm, async (who, input) => {
      await changeTip(who, event.params.tip, input);
      const done = canCheckTips(who) ? 'tips_done_changed' : 'tips_done_changed_wait';
      return { to: `/${event.params.organisation}/tips/${event.params.tip}`, done };
    }),
};
