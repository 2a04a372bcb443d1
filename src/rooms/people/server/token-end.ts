import { isId } from '#platform/ids.ts';
import { Conflict, found, NotFound } from '#platform/errors.ts';
import { hashToken } from '#platform/server/secrets.ts';
import type { Tx } from '#platform/server/scope.ts';
import { record } from '#rooms/activity/server/index.ts';
import { resolve } from '#rooms/organisations/server/index.ts';

/** What an organisation knows of a token of its own; the secret is nowhere. */
export type TokenMade = { id: string; role: string; madeAt: Date; endedAt: Date | null };

/** Every token there ever was, the newest first. */
export const tokensOf = (tx: Tx): Promise<TokenMade[]> =>
  tx
    .selectFrom('api_token')
    .select(['id', 'role', 'made_at as madeAt', 'ended_at as endedAt'])
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** The id of the token that somebody names: by its id, or by the secret itself. NotFound when it is not of here. */
export async function tokenNamed(tx: Tx, named: string): Promise<string> {
  if (isId(named)) return named;
  const [place] = await resolve('token', hashToken(named));
  if (place?.organisationId !== tx.actor.organisationId) throw new NotFound();
  return place.subjectId;
}

/**
 * From now on nobody comes in with it, and the answers that were kept for it are gone. The row stays, for the log.
 * NotFound when it is not of here, Conflict when it had ended before.
 */
export async function endToken(tx: Tx, id: string): Promise<void> {
  const row = found(
    await tx.selectFrom('api_token').select('ended_at').where('id', '=', id).forUpdate().executeTakeFirst(),
  );
  if (row.ended_at) throw new Conflict('token_ended_before');
  await tx.updateTable('api_token').set({ ended_at: tx.now }).where('id', '=', id).execute();
  await tx.deleteFrom('api_request').where('token_id', '=', id).execute();
  await record(tx, { event: 'token.ended', subject: { kind: 'token', id } });
}
