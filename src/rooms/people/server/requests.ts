import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { unusable } from '#platform/problem.ts';
import { Conflict, Forbidden } from '#platform/errors.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';

/** An answer of the API as it leaves: the text of its body, and where the new thing is. */
export type Reply = { status: number; text: string; location: string | null };

/** Answers hold what people wrote: they are kept no longer than somebody may reasonably try again. */
const keptForMs = 24 * 60 * 60_000;

/**
 * Does the work once for each key of a token. `content` is all that makes the request what it is: the same
 * key and content give the answer that was kept; the answer and the work are in one transaction, so
 * what failed may be tried again with the same key.
 * Throws Conflict while the first is still at work, Problem (422) when the key was for something else.
 */
export async function once(
  tx: Tx,
  request: { key: string; content: string },
  work: () => Promise<Reply>,
): Promise<Reply & { replayed: boolean }> {
  const tokenId = tx.actor.tokenId;
  if (!tokenId) throw new Forbidden();
  const { key } = request;
  const fingerprint = createHash('sha256').update(request.content).digest('hex');
  await lockKey(tx, `${tokenId} ${key}`);
  const kept = await keptAnswer(tx, tokenId, key);
  if (kept && kept.fingerprint !== fingerprint)
    throw unusable({ 'Idempotency-Key': 'was used before, for another request' });
  if (kept) return { ...kept.reply, replayed: true };
  const reply = await work();
  const { status, ...body } = reply;
  const row = { fingerprint, status, body: JSON.stringify(body), made_at: tx.now };
  await tx
    .insertInto('api_request')
    .values({ token_id: tokenId, key, ...row })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'token_id', 'key']).doUpdateSet(row))
    .execute();
  return { ...reply, replayed: false };
}

/** Held until the end of the transaction, whichever process it runs in. Nobody waits: who comes second is told. */
async function lockKey(tx: Tx, name: string): Promise<void> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as free`.execute(tx);
  if (!rows[0]!.free) throw new Conflict('api_request_running');
}

async function keptAnswer(tx: Tx, tokenId: string, key: string) {
  const row = await tx
    .selectFrom('api_request')
    .select(['fingerprint', 'status', 'body'])
    .where('token_id', '=', tokenId)
    .where('key', '=', key)
    .where('made_at', '>', oldest(tx))
    .executeTakeFirst();
  if (!row?.status) return null;
  // The body is kept as a text within the JSON: a replay is the same to the letter.
  const { text, location } = row.body as unknown as Omit<Reply, 'status'>;
  return { fingerprint: row.fingerprint, reply: { status: row.status, text, location } };
}

const oldest = (tx: Tx) => new Date(tx.now.getTime() - keptForMs);

/** Forgets the answers that were kept long enough. */
export const forgetOldRequests = (actor: Actor): Promise<void> =>
  inOrganisation(actor, async (tx) => {
    await tx.deleteFrom('api_request').where('made_at', '<=', oldest(tx)).execute();
  });
