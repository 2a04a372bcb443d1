import type { DemoQuestion } from './question.ts';
import { accessQuestions } from './questions-access.ts';
import { documentQuestions } from './questions-documents.ts';
import { mailAndMeetingQuestions } from './questions-mail-and-meetings.ts';
import { togetherQuestions } from './questions-together.ts';
import { workplaceQuestions } from './questions-workplace.ts';

export type { DemoMessage, DemoQuestion } from './question.ts';

/** 43 questions: 24 closed, 6 answered, 5 claimed, 7 waiting, one that is answered together with another. */
export const demoQuestions: DemoQuestion[] = [
  ...accessQuestions,
  ...mailAndMeetingQuestions,
  ...documentQuestions,
  ...workplaceQuestions,
  ...togetherQuestions,
];
