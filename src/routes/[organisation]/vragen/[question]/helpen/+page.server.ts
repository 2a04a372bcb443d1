import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { formatMoment } from '#platform/dates.ts';
import { answerForm } from '#rooms/helpline/forms.ts';
import { comingForm, themeForm } from '#rooms/helpline/helping-forms.ts';
import { calledInLine } from '#rooms/helpline/helping-shown.ts';
import { askersUnit } from '#rooms/helpline/kept.ts';
import { canPublishFrom } from '#rooms/helpline/problem.ts';
import {
  answerQuestion,
  changeTheme,
  claimQuestion,
  helperSide,
  passOn,
  questionThread,
  sayComing,
  waitsForMe,
} from '#rooms/helpline/server/index.ts';
import { afterwards, chainOf, messagesOf, whyFor } from '#rooms/helpline/shown.ts';
import { tiesShown } from '#rooms/helpline/ties-shown.ts';
import { themeLabel, themes } from '#rooms/organisations/themes.ts';
import { fullName } from '#rooms/people/name.ts';
import { act } from '../../../act.ts';
import { takingBack } from '../undo.ts';
import { insertables, textOf } from './insertables.server.ts';

/** The helper's side of a question. */
export const load = async ({ locals: { who, here }, params, url, parent }) => {
  const thread = await questionThread(who, params.question);
  const { question } = thread;
  if (question.isMine) redirect(307, `/${params.organisation}/vragen/${question.id}`);
  const elsewhere = thread.ties.goesWith ?? thread.ties.returnedTo;
  if (elsewhere) redirect(307, `/${params.organisation}/vragen/${elsewhere.id}/helpen?van=${question.id}`);
  const side = await helperSide(who, question.id);
  const { home, organisation } = await parent();
  const by = { coach: fullName(here), organisation: organisation.name };
  const offers = await insertables(who, thread, { by, base: new URL(home, url) });
  const isHolder = question.holderId === who.personId;
  const mine = side.calledIn.find(({ personId }) => personId === who.personId);
  const isOver = isHolder && ['answered', 'closed'].includes(question.state);
  const noLongerWaits = isOver || thread.can.takeBack || Boolean(mine?.doneAt);
  return {
    id: question.id,
    title: question.title,
    theme: question.theme,
    themes: themes.map((value) => ({ value, label: themeLabel(value) })),
    unitName: askersUnit(thread),
    state: question.state,
    isHolder,
    calledInFor: mine && !mine.doneAt ? mine.why : null,
    why: isHolder ? whyFor(thread) : null,
    afterwards: isHolder ? afterwards(thread) : null,
    holder: fullName(thread.holder),
    chain: chainOf(thread),
    messages: messagesOf(thread),
    ties: tiesShown(thread),
    cameFrom: thread.ties.joined.find(({ id }) => id === url.searchParams.get('van'))?.id ?? null,
    asker: fullName(thread.asker),
    reach: side.reach,
    readsMail: thread.readsMail,
    passesTo: fullName(thread.passesTo),
    calledIn: side.calledIn.map((one) => ({
      ...{ id: one.personId, text: calledInLine(one) },
      canWithdraw: thread.can.callIn && one.why === 'expert' && one.doneAt === null,
    })),
    goOn: noLongerWaits ? { next: (await waitsForMe(who)).next } : null,
    reminder: side.reminderAt && formatMoment(side.reminderAt, thread.now),
    way: url.searchParams.get('way'),
    isComing: ['call', 'visit'].includes(
      thread.messages.findLast(({ sender }) => sender === 'helper')?.kind ?? '',
    ),
    ...offers,
    prefill: textOf(offers, url.searchParams.get('put')),
    shared: thread.sharedAnswer !== null,
    can: {
      ...thread.can,
      stepBack: mine !== undefined && mine.doneAt === null,
      publish: who.may('publishProblem') && canPublishFrom(who, question),
    },
  };
};

type Event = { params: { organisation: string; question: string } };

const here = ({ params }: Event) => `/${params.organisation}/vragen/${params.question}/helpen`;
const nothing = v.object({});

export const actions = {
  claimQuestion: (event) =>
    act(event, nothing, async (who) => {
      await claimQuestion(who, event.params.question);
      const name = fullName((await questionThread(who, event.params.question)).asker);
      const done = name
        ? { key: 'helpline_done_claimed_for', particulars: { name } }
        : 'helpline_done_claimed';
      return { to: here(event), done };
    }),
  answerQuestion: (event) =>
    act(event, answerForm, async (who, input) => {
      await answerQuestion(who, event.params.question, input);
      return { to: here(event), done: 'helpline_done_answered' };
    }),
  sayComing: (event) =>
    act(event, comingForm, async (who, input) => {
      await sayComing(who, event.params.question, input);
      return { to: here(event), done: 'helpline_done_coming' };
    }),
  changeTheme: (event) =>
    act(event, themeForm, async (who, input) => {
      await changeTheme(who, event.params.question, input);
      const particulars = { theme: themeLabel(input.theme) };
      return { to: here(event), done: { key: 'helpline_done_theme', particulars } };
    }),
  passOn: (event) =>
    act(event, nothing, async (who) => {
      await passOn(who, event.params.question);
      const { question, holder, can } = await questionThread(who, event.params.question);
      if (question.holderId === who.personId) return { to: here(event), done: 'helpline_done_passed_nobody' };
      const passed = { key: 'helpline_done_passed', particulars: { name: fullName(holder) ?? '' } };
      const undo = takingBack(event);
      return { to: here(event), done: can.takeBack ? { ...passed, undo } : passed };
    }),
};
