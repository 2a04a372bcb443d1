import { m } from '#messages';
import type { Kept } from '#platform/kept.ts';

export const keptOfQuestions: readonly Kept[] = [
  {
    tables: [
      'question',
      'question_message',
      'question_step',
      'question_helper',
      'question_merge',
      'question_split',
    ],
    what: m.kept_question,
    sees: m.kept_question_sees,
    goes: m.kept_no_term,
  },
  { tables: ['question_asker'], what: m.kept_asker, sees: m.kept_asker_sees, goes: m.kept_no_term },
  { tables: ['closing_total'], what: m.kept_taps, sees: m.kept_taps_sees, goes: m.kept_taps_goes },
  {
    tables: ['known_problem', 'known_problem_follower'],
    what: m.kept_problem,
    sees: m.kept_problem_sees,
    goes: m.kept_no_term,
  },
  { tables: ['follow_up'], what: m.kept_follow_up, sees: m.kept_follow_up_sees, goes: m.kept_follow_up_goes },
];

export const keptOfHelping: readonly Kept[] = [
  { tables: ['question_reminder'], what: m.kept_reminder, sees: m.kept_helper_sees, goes: m.kept_no_term },
  {
    tables: ['guidance', 'guidance_member', 'guidance_moment'],
    what: m.kept_guidance,
    sees: m.kept_helper_sees,
    goes: m.kept_no_term,
  },
  {
    tables: ['standard_answer'],
    what: m.kept_standard,
    sees: m.kept_standard_sees,
    goes: m.kept_standard_goes,
  },
  { tables: ['shared_answer'], what: m.kept_shared, sees: m.kept_everybody_sees, goes: m.kept_no_term },
];
