import * as v from 'valibot';
import { formatDay } from '#platform/dates.ts';
import { m } from '#messages';
import { themeLabel } from '#rooms/organisations/themes.ts';
import { fullName } from '#rooms/people/name.ts';
import { moveTipForm } from '#rooms/tips/forms.ts';
import { applicationLabel, doneOfMove, levelLabel, worksSentence } from '#rooms/tips/labels.ts';
import { movesFrom } from '#rooms/tips/moves.ts';
import { moveTip, thisTipHelps, thisTipWorks, tipHere } from '#rooms/tips/server/index.ts';
import { canChangeTip, canSayItWorks, canSeeVersions, isAuthor } from '#rooms/tips/tip.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const tip = await tipHere(who, params.tip);
  const { id, title, body, status, links, helped, worksForMe, sentBackWord } = tip;
  return {
    ...{ id, title, body, status, links, helped, worksForMe, sentBackWord },
    theme: themeLabel(tip.theme),
    application: applicationLabel(tip),
    level: tip.level && m.tips_level_is({ level: levelLabel(tip.level) }),
    unit: tip.unitName && m.tips_unit_only({ unit: tip.unitName }),
    works: worksSentence(tip),
    authorName: fullName(tip.author),
    ownerName: fullName(tip.owner),
    reviewedOn: tip.reviewedOn && formatDay(tip.reviewedOn),
    reviewOn: tip.reviewOn && formatDay(tip.reviewOn),
    isMine: isAuthor(who, tip),
    can: {
      change: canChangeTip(who, tip) && status !== 'expired',
      seeVersions: canSeeVersions(who, tip),
      sayItWorks: canSayItWorks(who, tip),
      moves: movesFrom(who, tip),
    },
  };
};

type Event = { params: { organisation: string; tip: string } };

const here = ({ params }: Event) => `/${params.organisation}/tips/${params.tip}`;

export const actions = {
  thisTipHelps: (event) =>
    act(event, v.object({}), async (who) => {
      await thisTipHelps(who, event.params.tip);
      return { to: here(event), done: 'helpline_done_helped' };
    }),
  thisTipWorks: (event) =>
    act(event, v.object({ works: v.boolean() }), async (who, input) => {
      await thisTipWorks(who, event.params.tip, input);
      return { to: here(event), done: input.works ? 'tips_done_works' : 'tips_done_works_undone' };
    }),
  moveTip: (event) =>
    act(event, moveTipForm, async (who, input) => {
      await moveTip(who, event.params.tip, input);
      return { to: here(event), done: doneOfMove[input.move] };
    }),
};
