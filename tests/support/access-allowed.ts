import type { VerbName } from '#rooms/people/rights.ts';
import { apiAttempt, apiOutcome, type ApiDoor, type ApiTry, type Caller } from './access-api.ts';
import { attempt, outcomeAt, seenBy, type Attempt, type Door } from './access-attempts.ts';
import { makeHosted, makeMember, makeMembership } from './access-networks.ts';
import type { Question } from './access-questions.ts';
import type { Stage } from './access-stage.ts';
import { makeQuestion, type QuestionLabel } from './access-recipes.ts';
import {
  makeFollowUp,
  makeGuidance,
  makeImport,
  makeProblem,
  makeTip,
  type Subject,
} from './access-subjects.ts';
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
      const tried = able(subject && (await freshAs(stage, subject, door.rule)))[turn];
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
  const { about } = door.rule;
  for (const subject of about ? stage.subjects[about] : [undefined]) {
    for (let turn = 0; turn < able({ slug: 'veurne', subject }).length; turn++) {
      const fresh = subject && (await freshAs(stage, subject, door.rule));
      const to = { slug: 'veurne' as const, subject: fresh };
      const caller = able(to)[turn];
      if (caller) yield apiAttempt(door, caller, to);
    }
  }
}

async function freshAs(
  stage: Stage,
  subject: Subject,
  { verbs }: { verbs: readonly VerbName[] },
): Promise<Subject> {
  if (subject.kind === 'guidance') return makeGuidance(stage);
  if (subject.kind === 'followUp') return makeFollowUp(stage);
  if (subject.kind === 'import') return makeImport(stage);
  if (subject.kind === 'problem') return makeProblem(stage, subject.isOver);
  if (subject.kind === 'tip') return makeTip(stage, subject.isDraft ? 'luc' : 'ann');
  if (subject.kind === 'network') return makeHosted(stage);
  if (subject.kind === 'member') return makeMember(stage);
  if (subject.kind === 'membership') return makeMembership(stage, subject.label);
  if (subject.kind !== 'question') return subject;
  const question = await freshQuestion(stage, subject);
  return verbs.includes('mergeQuestions')
    ? { ...question, other: await makeQuestion(stage, 'waiting') }
    : question;
}

async function freshQuestion(stage: Stage, like: Question): Promise<Question> {
  const question = await makeQuestion(stage, like.label as QuestionLabel);
  stage.known.push(question);
  return question;
}
