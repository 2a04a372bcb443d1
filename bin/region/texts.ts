import { things } from '#demo/region.ts';
import { demoQuestions } from '#demo/questions.ts';
import { demoTips } from '#demo/tips.ts';
import { newId } from '#platform/ids.ts';
import { documentTerms } from '#rooms/search/terms.ts';
import type { Asked } from './questions.ts';
import type { Rows } from './rows.ts';

type Text = { id: string; title: string; body: string };
type Filed = { kind: string; subjectId: string; title: string; body: string };

/** Published tips: those of the demo, each time about another thing. */
export const tipsOf = (count: number): (Text & { row: Record<string, unknown> })[] =>
  Array.from({ length: count }, (_, at) => {
    const like = demoTips[at % demoTips.length]!;
    const thing = things[at % things.length]!;
    const tip = {
      id: newId(),
      title: `${like.title} (${thing})`,
      body: `${like.body}\nVoorbeeld: ${thing}.`,
    };
    const links: unknown[] = [];
    const counts = { helped: 0, works_for: 0, version: 1 };
    return { ...tip, row: { ...tip, theme: like.theme, status: 'published', links, ...counts, ...moments } };
  });

const moments = { made_at: '2026-01-05T08:00:00Z', changed_at: '2026-01-05T08:00:00Z' };

/** Every tenth closed question has an answer that its coach released. */
export function answersOf(questions: readonly Asked[]): (Text & { row: Record<string, unknown> })[] {
  const wording = demoQuestions.flatMap(({ sharedAnswer }) => sharedAnswer ?? []);
  return questions
    .filter(({ state }, at) => state === 'closed' && at % 10 === 0)
    .map((question, at) => {
      const like = wording[at % wording.length]!;
      const answer = { id: newId(), title: `${like.title} (${things[at % things.length]})`, body: like.body };
      return { ...answer, row: { ...answer, question_id: question.id, theme: question.theme, helped: 0 } };
    });
}

/** The rows of the search for these texts. */
export function searchTables(texts: readonly Filed[]): [string, Rows][] {
  const documents = texts.map((text) => ({ ...text, documentId: newId() }));
  return [
    [
      'search_document',
      documents.map(({ documentId, kind, subjectId, title }) => ({
        id: documentId,
        kind,
        subject_id: subjectId,
        title,
      })),
    ],
    [
      'search_posting',
      documents.flatMap(({ documentId, kind, title, body }) =>
        [...documentTerms({ title, body })].map(([term, weight]) => ({
          kind,
          term,
          document_id: documentId,
          weight,
        })),
      ),
    ],
  ];
}
