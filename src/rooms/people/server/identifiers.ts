import { found, Invalid, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import { identifiersFrom, type IdentifierKind } from '#rooms/organisations/identifiers.ts';
import {
  addIdentifiers,
  authorityNamed,
  endIdentifier,
  identifiersOf,
  organisationOf,
} from '#rooms/organisations/server/index.ts';

/** By what numbers registers elsewhere know a body. */
export type Numbers = { [kind in IdentifierKind]?: string | undefined };

/** The organisation itself (`employerId` null) or one of its legal bodies. */
export type Body = { employerId: string | null; name: string; numbers: Numbers };

const kindsOf = (employerId: string | null): IdentifierKind[] =>
  employerId === null ? ['nis'] : ['kbo', 'ovo'];

/** The numbers of the organisation and of each employer, and the NIS code that the list of authorities has for its name. */
export const identifiersHere = verb('identifiersHere', async (tx) => {
  const { name } = await organisationOf(tx);
  const employers = await tx
    .selectFrom('employer')
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  const known = await identifiersOf(tx);
  const numbersOf = (employerId: string | null): Numbers =>
    Object.fromEntries(
      known.filter((one) => one.employerId === employerId).map(({ kind, value }) => [kind, value]),
    );
  const bodies: Body[] = [
    { employerId: null, name, numbers: numbersOf(null) },
    ...employers.map(({ id, name }) => ({ employerId: id, name, numbers: numbersOf(id) })),
  ];
  return { bodies, listedNis: (await authorityNamed(name))?.nis || null };
});

/**
 * From today a body is known by these numbers, and by no other of their kind; what it was known by before stays as
 * history. Throws Invalid when another employer has that KBO number or OVO code.
 */
export const changeIdentifiers = verb(
  'changeIdentifiers',
  async (tx, employerId: string | null, given: Numbers) => {
    await lockBody(tx, employerId);
    const known = await identifiersOf(tx);
    const own = known.filter((one) => one.employerId === employerId);
    const kinds = kindsOf(employerId);
    const wanted = identifiersFrom(given).filter(({ kind }) => kinds.includes(kind));
    for (const { kind, value } of wanted)
      if (known.some((one) => one.employerId !== employerId && one.kind === kind && one.value === value))
        throw new Invalid({ [kind]: 'organisations_number_of_other' });
    const isSame = (one: { kind: string; value: string }) => (other: { kind: string; value: string }) =>
      one.kind === other.kind && one.value === other.value;
    const over = own.filter((one) => !wanted.some(isSame(one)));
    const fresh = wanted.filter((one) => !own.some(isSame(one)));
    for (const one of over) await endIdentifier(tx, one);
    await addIdentifiers(tx, employerId, fresh);
    const changed = new Set([...over, ...fresh].map(({ kind }) => kind));
    if (changed.size === 0) return;
    const subject = employerId
      ? { kind: 'employer', id: employerId }
      : { kind: 'organisation', id: tx.actor.organisationId };
    const particulars = { kinds: [...changed].toSorted().join(' ') };
    await record(tx, { event: 'organisation.identifiers_changed', subject, particulars });
  },
);

/** Two who change numbers at the same moment wait for each other. NotFound for an employer that is not of here. */
async function lockBody(tx: Tx, employerId: string | null): Promise<void> {
  await tx.selectFrom('organisation').select('id').forNoKeyUpdate().execute();
  if (employerId === null) return;
  if (!isId(employerId)) throw new NotFound();
  found(await tx.selectFrom('employer').select('id').where('id', '=', employerId).executeTakeFirst());
}
