import * as v from 'valibot';
import { Forbidden } from '#platform/errors.ts';
import { themeLabel, themes } from '#rooms/organisations/themes.ts';
import { canChangeTip, canCheckTips, tipStatuses } from '#rooms/tips/tip.ts';
import { tipForm } from '#rooms/tips/forms.ts';
import { changeTip, tipHere } from '#rooms/tips/server/index.ts';
import { statusLabel } from '#rooms/tips/labels.ts';
import { act } from '../../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const tip = await tipHere(who, params.tip);
  if (!canChangeTip(who) || !who.may('changeTip')) throw new Forbidden();
  return {
    tip: { id: tip.id, title: tip.title, body: tip.body, theme: tip.theme as string, status: tip.status },
    themes: themes.map((value) => ({ value, label: themeLabel(value) })),
    statuses: canCheckTips(who) ? tipStatuses.map((value) => ({ value, label: statusLabel(value) })) : [],
  };
};

const changeForm = v.object({ ...tipForm.entries, status: v.picklist(tipStatuses) });

export const actions = {
  changeTip: (event) =>
    act(event, changeForm, async (who, input) => {
      await changeTip(who, event.params.tip, input);
      return { to: `/${event.params.organisation}/tips/${event.params.tip}`, done: 'tips_done_changed' };
    }),
};
