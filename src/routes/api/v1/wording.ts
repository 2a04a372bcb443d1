import { Invalid } from '#platform/errors.ts';
import { unusable } from '#platform/problem.ts';
import { noCursor } from './paging.ts';

// What a verb refuses is said in keys of sentences for the screen, by field of a form: here in English, by field of
// the API.

const fields: Readonly<Record<string, string>> = { coachId: 'coach', unitId: 'unit' };

const reasons: Readonly<Record<string, string>> = {
  helpline_coach_missing: 'must be the id of a coach',
  helpline_coach_away: 'is a coach who is not there for some time',
  helpline_coach_not_for_this: 'is not a coach who may have this question',
  helpline_problem_has_name: 'must not give away who asked',
  helpline_nobody_outside: 'nobody outside the own unit can help',
  people_moment_unusable: 'must be a moment from now to four weeks ahead',
  tips_unit_unknown: 'is not a unit of this organisation',
  tips_review_on_past: 'must be a day to come',
  ui_error_field: 'cannot be used here',
};

/** The error as a program should hear it. */
export const worded = (error: unknown): unknown =>
  error instanceof Invalid
    ? unusable(
        Object.fromEntries(
          Object.entries(error.problems).map(([field, key]) => [
            fields[field] ?? field,
            field === 'cursor' ? noCursor : (reasons[key] ?? 'cannot be used here'),
          ]),
        ),
      )
    : error;
