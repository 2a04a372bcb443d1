import type { DemoQuestion } from './question.ts';
import { accessQuestions } from './questions-access.ts';
import { documentQuestions } from './questions-documents.ts';
import { mailAndMeetingQuestions } from './questions-mail-and-meetings.ts';
import { workplaceQuestions } from './questions-workplace.ts';

export type { DemoMessage, DemoQuestion } from './question.ts';

/** Forty questions: 24 closed, 6 answered, 4 claimed, 6 waiting. */
export const demoQuestions: DemoQuestion[] = [
  ...accessQuestions,
  ...mailAndMeetingQuestions,
  ...documentQuestions,
  ...workplaceQuestions,
];
