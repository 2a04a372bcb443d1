import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { allow } from '#platform/errors.ts';
import { findAmong } from '#rooms/search/server/index.ts';
import { canLead } from '../merging.ts';
import { noUnit, rowFrom, rows } from './list-rows.ts';
import { coachedUnits, seenQuestion } from './seeing.ts';

const most = 12;

/**
 * What may be answered together with this question: first what looks like it (or like the words given), with why;
 * without words the latest others follow.
 */
export const questionsToMerge = verb(
  'questionsToMerge',
  async (tx, id: string, { search }: { search: string }) => {
    const question = await seenQuestion(tx, id);
    allow(canLead(tx.actor, question));
    const text = search || `${question.title} ${question.body}`;
    const ids = mergeable(tx, id).clearSelect().select('question.id');
    const hits = await findAmong(tx, { text, kind: 'question', ids, limit: most });
    const alike = await rowsOf(
      tx,
      id,
      hits.map((hit) => hit.id),
    );
    const others = search
      ? []
      : await mergeable(tx, id).orderBy('question.asked_at', 'desc').limit(most).execute();
    const found = new Set(hits.map((hit) => hit.id));
    return {
      alike: hits
        .flatMap((hit) => alike.filter((row) => row.id === hit.id))
        .map((row) => rowFrom(row, noneNew)),
      others: others.filter((row) => !found.has(row.id)).map((row) => rowFrom(row, noneNew)),
      now: tx.now,
    };
  },
);

const noneNew: ReadonlySet<string> = new Set();

const rowsOf = async (tx: Tx, id: string, ids: string[]) =>
  ids.length > 0 ? mergeable(tx, id).where('question.id', 'in', ids).execute() : [];

/** `canGoTogether`, in SQL; and others are not answered together with it already. */
const mergeable = (tx: Tx, intoId: string) =>
  rows(tx)
    .where('question.id', '!=', intoId)
    .where('question.is_mine', '=', false)
    .where('question.under_cover', '=', false)
    .where('question.outside_unit', '=', false)
    .where('question.urgent', 'is', null)
    .where('question.state', 'in', ['waiting', 'claimed', 'answered'])
    .where((eb) =>
      eb.or([
        eb('question.holder_id', '=', tx.actor.personId),
        eb.and([
          eb('question.state', '=', 'waiting'),
          eb('question.unit_id', 'in', [...coachedUnits(tx), noUnit]),
        ]),
      ]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('question_merge as leads')
            .whereRef('leads.into_id', '=', 'question.id')
            .where('leads.undone_at', 'is', null)
            .select('leads.id'),
        ),
      ),
    );
