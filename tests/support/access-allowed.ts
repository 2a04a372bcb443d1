import { apiAttempt, apiOutcome, type ApiDoor, type ApiTry, type Caller } from './access-api.ts';
import { attempt, outcomeAt, seenBy, type Attempt, type Door } from './access-attempts.ts';
import type { Question } from './access-questions.ts';
import type { Stage } from './access-stage.ts';
import { makeImport, makeQuestion, type QuestionLabel, type Subject } from './access-subjects.ts';
import { postIn } from './access-visitors.ts';

// What must succeed does change things: each attempt gets a question, or a list, of its own.

/** One after the other, everything that somebody of Veurne may do at this door. */
export async function* allowedAt(stage: Stage, door: Door): AsyncGenerator<Attempt> {
  const able = (subject: Subject | undefined) =>
    stage.visitors
      .filter((visitor) => postIn(visitor, 'veurne'))
      .map((visitor) => ({
        visitor,
        slug: 'veurne' as const,
        subject: subject && seenBy(visitor, subject),
        trial: false,
      }))
      .filter((tried) => outcomeAt(door, tried) === 'done');
  const { about } = door.rule;
  for (const subject of about ? stage.subjects[about] : [undefined]) {
    for (let turn = 0; turn < able(subject).length; turn++) {
      const tried = able(await freshAs(stage, subject))[turn];
      if (tried) yield await attempt(stage, door, tried);
    }
  }
}

/** The same for programs: a service of Veurne for each who works there, and for itself. */
export async function* allowedOfPrograms(
  stage: Stage,
  door: ApiDoor,
  callers: readonly Caller[],
): AsyncGenerator<Attempt> {
  const able = (to: ApiTry) => callers.filter((caller) => apiOutcome(door, caller, to) === 'done');
  for (const subject of door.rule.about ? stage.subjects.question : [undefined]) {
    for (let turn = 0; turn < able({ slug: 'veurne', subject }).length; turn++) {
      const to = { slug: 'veurne' as const, subject: subject && (await freshQuestion(stage, subject)) };
      const caller = able(to)[turn];
      if (caller) yield apiAttempt(door, caller, to);
    }
  }
}

const freshAs = async (stage: Stage, subject: Subject | undefined): Promise<Subject | undefined> =>
  subject?.kind === 'question'
    ? freshQuestion(stage, subject)
    : subject?.kind === 'import'
      ? makeImport(stage)
      : subject;

const freshQuestion = (stage: Stage, like: Question) => makeQuestion(stage, like.label as QuestionLabel);
