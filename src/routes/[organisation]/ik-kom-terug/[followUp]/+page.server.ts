import * as v from 'valibot';
import { canComeBackUnasked, followUpAnswerForm } from '#rooms/helpline/follow-up.ts';
import { followUpLine } from '#rooms/helpline/follow-up-shown.ts';
import {
  answerFollowUp,
  finishFollowUp,
  followUpHere,
  withdrawFollowUp,
} from '#rooms/helpline/server/index.ts';
import { fullName } from '#rooms/people/name.ts';
import { act } from '../../act.ts';

export const load = async ({ locals: { who }, params }) => {
  const { followUp, questionId, guidanceId, can, today } = await followUpHere(who, params.followUp);
  const { iAmCoach, state, other, personId } = followUp;
  const isOff = state === 'declined' || state === 'withdrawn';
  return {
    line: followUpLine(followUp, today),
    name: fullName(other),
    iAmCoach,
    state,
    can,
    about: { questionId, guidanceId },
    again: isOff && iAmCoach && canComeBackUnasked(who) ? personId : null,
  };
};

const nothing = v.object({});

export const actions = {
  answerFollowUp: (event) =>
    act(event, followUpAnswerForm, async (who, { yes }) => {
      await answerFollowUp(who, event.params.followUp, yes === 'yes');
      return {
        to: here(event),
        done: yes === 'yes' ? 'helpline_done_follow_up_yes' : 'helpline_done_follow_up_no',
      };
    }),
  withdrawFollowUp: (event) =>
    act(event, nothing, async (who) => {
      await withdrawFollowUp(who, event.params.followUp);
      return { to: here(event), done: 'helpline_done_follow_up_off' };
    }),
  finishFollowUp: (event) =>
    act(event, nothing, async (who) => {
      await finishFollowUp(who, event.params.followUp);
      return { to: here(event), done: 'helpline_done_follow_up_done' };
    }),
};

const here = ({ params }: { params: { organisation: string; followUp: string } }) =>
  `/${params.organisation}/ik-kom-terug/${params.followUp}`;
