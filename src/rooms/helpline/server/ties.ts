import type { Tx } from '#platform/server/scope.ts';
import { namesOf } from '#rooms/people/server/index.ts';
import { canReadNotes, type MessageKind, type Question } from '../question.ts';
import type { Joined, Tied, Ties } from '../ties.ts';
import { questionFrom, together, visibleQuestions } from './seeing.ts';

/** How a question hangs together with others that the actor may read too; `found` are the ties it stands in. */
export async function tiesOf(tx: Tx, question: Question, found: readonly Tie[]): Promise<Ties> {
  if (found.length === 0) return noTies;
  const others = await visibleQuestions(tx)
    .where(
      'question.id',
      'in',
      found.map(({ other }) => other),
    )
    .select((eb) => eb('question.id', 'in', together(tx)).as('is_answered_by_me'))
    .execute();
  const byId = new Map(others.map((row) => [row.id, row]));
  const of = (kind: Kind): TiedQuestion[] =>
    found.flatMap((tie) => {
      const row = byId.get(tie.other);
      if (tie.kind !== kind || !row) return [];
      const other = questionFrom(row);
      // Whoever helps with both at once reads the notes of both; not who wrote both down for colleagues.
      const withNotes = !other.isMine && (Boolean(row.is_answered_by_me) || canReadNotes(tx.actor, other));
      return [{ tieId: tie.id, id: other.id, title: other.title, question: other, withNotes }];
    });
  return {
    joined: question.isMine ? [] : await joinedThreads(tx, of('joined')),
    goesWith: plain(of('goesWith')[0]),
    splitOff: of('splitOff').map((one) => plain(one)),
    splitFrom: plain(of('splitFrom')[0]),
    returnedTo: plain(of('returnedTo')[0]),
  };
}

const noTies: Ties = { joined: [], goesWith: null, splitOff: [], splitFrom: null, returnedTo: null };

type TiedQuestion = Tied & { question: Question; withNotes: boolean };
type Kind = keyof Ties;
type Tie = { kind: Kind; id: string; other: string };

function plain(one: Tied): Tied;
function plain(one: Tied | undefined): Tied | null;
function plain(one: Tied | undefined): Tied | null {
  return one ? { tieId: one.tieId, id: one.id, title: one.title } : null;
}

/** The merges and splits that a question stands in, from its own side. One statement: most questions have none. */
export const tied = (tx: Tx, id: string) =>
  tx
    .selectFrom('question_merge')
    .where('into_id', '=', id)
    .where('undone_at', 'is', null)
    .select((eb) => [eb.val<Kind>('joined').as('kind'), 'id', 'from_id as other'])
    .unionAll(
      tx
        .selectFrom('question_merge')
        .where('from_id', '=', id)
        .where('undone_at', 'is', null)
        .select((eb) => [eb.val<Kind>('goesWith').as('kind'), 'id', 'into_id as other']),
    )
    .unionAll(
      tx
        .selectFrom('question_split')
        .where('from_id', '=', id)
        .where('undone_at', 'is', null)
        .select((eb) => [eb.val<Kind>('splitOff').as('kind'), 'id', 'into_id as other']),
    )
    .unionAll(
      tx
        .selectFrom('question_split')
        .where('into_id', '=', id)
        .select((eb) => [
          eb
            .case()
            .when('undone_at', 'is', null)
            .then<Kind>('splitFrom')
            .else<Kind>('returnedTo')
            .end()
            .as('kind'),
          'id',
          'from_id as other',
        ]),
    );

/** Who asked them and what was said there. */
async function joinedThreads(tx: Tx, ties: readonly TiedQuestion[]): Promise<Joined[]> {
  if (ties.length === 0) return [];
  const ids = ties.map(({ id }) => id);
  const around = await aroundJoined(tx, ids);
  const messages = await messagesIn(tx, ids);
  const names = await namesOf(tx, [
    ...around.flatMap(({ askerId }) => askerId ?? []),
    ...ties.flatMap(({ question }) => question.notedById ?? []),
    ...messages.flatMap(({ authorId }) => authorId ?? []),
  ]);
  return ties.map(({ tieId, question, withNotes }) => {
    const { askerId, unitName } = around.find(({ id }) => id === question.id)!;
    return {
      mergeId: tieId,
      id: question.id,
      title: question.title,
      body: question.body,
      askedAt: question.askedAt,
      unitName,
      asker: askerId ? (names.get(askerId) ?? null) : null,
      noter: question.notedById ? (names.get(question.notedById) ?? null) : null,
      messages: messages
        .filter(({ questionId, kind }) => questionId === question.id && (withNotes || kind !== 'note'))
        .map(({ questionId: _, authorId, ...message }) => ({
          ...message,
          author: authorId ? (names.get(authorId) ?? null) : null,
        })),
    };
  });
}

const aroundJoined = (tx: Tx, ids: string[]) =>
  tx
    .selectFrom('question')
    .innerJoin('unit', 'unit.id', 'question.unit_id')
    .leftJoin('question_asker as asked', 'asked.question_id', 'question.id')
    .where('question.id', 'in', ids)
    .select(['question.id', 'unit.name as unitName', 'asked.person_id as askerId'])
    .execute();

async function messagesIn(tx: Tx, ids: string[]) {
  const rows = await tx
    .selectFrom('question_message')
    .select(['id', 'question_id as questionId', 'sender', 'kind', 'author_id as authorId', 'body'])
    .select('written_at as writtenAt')
    .where('question_id', 'in', ids)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...row,
    sender: row.sender as 'asker' | 'helper',
    kind: row.kind as MessageKind,
  }));
}
