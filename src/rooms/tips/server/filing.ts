import type { Tx } from '#platform/server/scope.ts';
import { fileDocument, unfileDocument } from '#rooms/search/server/index.ts';
import { isFindable, type Tip } from '../tip.ts';

/** Brings what the search knows of a tip in line with where it stands. */
export async function fileIfFindable(
  tx: Tx,
  tip: Pick<Tip, 'id' | 'title' | 'body' | 'status'>,
): Promise<void> {
  if (isFindable(tip.status))
    await fileDocument(tx, { kind: 'tip', subjectId: tip.id, title: tip.title, body: tip.body });
  else await unfileDocument(tx, 'tip', tip.id);
}
