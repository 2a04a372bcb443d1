import { m } from '#messages';
import type { StartStep } from './steps.ts';

type Words = { title: () => string; why: () => string; who: () => string; takes: () => string };

const words: Record<StartStep, Words> = {
  decision: {
    title: m.startpath_decision,
    why: m.startpath_decision_why,
    who: m.startpath_decision_who,
    takes: m.startpath_decision_takes,
  },
  statement: {
    title: m.startpath_statement,
    why: m.startpath_statement_why,
    who: m.startpath_statement_who,
    takes: m.startpath_statement_takes,
  },
  consultation: {
    title: m.startpath_consultation,
    why: m.startpath_consultation_why,
    who: m.startpath_consultation_who,
    takes: m.startpath_consultation_takes,
  },
  staff: {
    title: m.startpath_staff,
    why: m.startpath_staff_why,
    who: m.startpath_staff_who,
    takes: m.startpath_staff_takes,
  },
  call: {
    title: m.startpath_call,
    why: m.startpath_call_why,
    who: m.startpath_call_who,
    takes: m.startpath_call_takes,
  },
  choice: {
    title: m.startpath_choice,
    why: m.startpath_choice_why,
    who: m.startpath_choice_who,
    takes: m.startpath_choice_takes,
  },
  agreement: {
    title: m.startpath_agreement,
    why: m.startpath_agreement_why,
    who: m.startpath_agreement_who,
    takes: m.startpath_agreement_takes,
  },
  announcement: {
    title: m.startpath_announcement,
    why: m.startpath_announcement_why,
    who: m.startpath_announcement_who,
    takes: m.startpath_announcement_takes,
  },
  poster: {
    title: m.startpath_poster,
    why: m.startpath_poster_why,
    who: m.startpath_poster_who,
    takes: m.startpath_poster_takes,
  },
  meeting: {
    title: m.startpath_meeting,
    why: m.startpath_meeting_why,
    who: m.startpath_meeting_who,
    takes: m.startpath_meeting_takes,
  },
};

/** What a step is called, why it is there, who does it and how long that takes. */
export const stepWords = (step: StartStep) => {
  const { title, why, who, takes } = words[step];
  return { title: title(), why: why(), who: who(), takes: takes() };
};
