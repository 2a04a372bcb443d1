import { sql } from 'kysely';
import { localDay } from '#platform/days.ts';
import { found, Invalid, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/ids.ts';
import type { Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { record } from '#rooms/activity/server/index.ts';
import type { NewPerson, PersonFields } from '../by-hand-forms.ts';
import { insertAppointment } from './appointment-by-hand.ts';
import { editionOf, sameEdition } from './edition.ts';
import { followWhatAgrees } from './follow-list.ts';
import { tellFormerAddresses } from './former-address.ts';
import { handEditsOf, setByHand } from './hand-edits.ts';
import { ensureIdentity } from './identity.ts';
import { emailIsFree, orTaken, withNumber } from './taken.ts';

const fields = ['firstName', 'lastName', 'email'] as const;

type Own = Record<(typeof fields)[number], string | null> & { firstName: string; lastName: string };

/** What can be changed of a person themself, and what of it was set by hand. */
export const personByHand = verb('personByHand', async (tx, personId: string) => {
  const own = await ownFields(tx, personId);
  const edits = (await handEditsOf(tx, personId)).filter(({ appointmentId }) => appointmentId === null);
  return { id: personId, ...own, edition: editionOf(own), edits, onList: await isOnList(tx, personId) };
});

/** Changes name or address. Another address is another way to sign in, and one that is somebody else's is refused. */
export const changePerson = verb(
  'changePerson',
  async (tx, personId: string, { edition, ...given }: PersonFields) => {
    const before = await ownFields(tx, personId, 'lock');
    sameEdition(before, edition);
    const changed = fields.filter((field) => before[field] !== given[field]);
    if (changed.length === 0) return;
    if (changed.includes('email')) await addressMayBe(tx, personId, given.email);
    for (const field of changed)
      await setByHand(tx, { personId, appointmentId: null, field, was: before[field] });
    const row = { first_name: given.firstName, last_name: given.lastName, email: given.email };
    await orTaken(() => tx.updateTable('person').set(row).where('id', '=', personId).execute());
    if (changed.includes('email')) {
      await orTaken(() => ensureIdentity(tx, personId, given.email));
      await tellFormerAddresses(tx, [{ personId, address: before.email }], 'hand');
    }
    await followWhatAgrees(tx, personId);
    const particulars = { fields: changed.join(' ') };
    await record(tx, { event: 'person.changed', subject: { kind: 'person', id: personId }, particulars });
  },
);

/**
 * Somebody who begins to work here, or comes from another authority for a while, with a way to sign in. Whose name,
 * address or number is here already, is asked about or refused. Returns the person's id.
 */
export const addPerson = verb('addPerson', async (tx, given: NewPerson) => {
  const { firstName, lastName, email } = given;
  if (given.visitingFrom && email === null) throw new Invalid({ email: 'people_visit_needs_mail' });
  if (email !== null) await emailIsFree(tx, email, null);
  if (!given.sure && (await namesakes(tx, given)).length > 0) throw new Invalid({ sure: 'people_same_name' });
  const personId = newId();
  const row = { id: personId, first_name: firstName, last_name: lastName, email };
  await orTaken(() => tx.insertInto('person').values(row).execute());
  for (const field of fields)
    if (given[field] !== null) await setByHand(tx, { personId, appointmentId: null, field, was: null });
  await insertAppointment(tx, personId, given);
  await orTaken(() => ensureIdentity(tx, personId, email));
  await record(tx, { event: 'person.added', subject: { kind: 'person', id: personId } });
  return personId;
});

export type Lookalike = {
  id: string;
  firstName: string;
  lastName: string;
  unitName: string;
  /** Nobody who works here any more. */
  hasLeft: boolean;
  by: 'email' | 'number' | 'name';
};

type Typed = { firstName?: string; lastName?: string; email?: string; employerId?: string; number?: string };

/** Whom somebody probably means who types this: the same address, number or full name; also who left. */
export const peopleLike = verb('peopleLike', async (tx, typed: Typed): Promise<Lookalike[]> => {
  const { email, employerId, number } = typed;
  const rows = await namesakes(tx, { firstName: typed.firstName ?? '', lastName: typed.lastName ?? '' });
  const by = new Map<string, Lookalike['by']>(rows.map((id) => [id, 'name']));
  if (employerId && isId(employerId) && number) {
    const same = await withNumber(tx, { employerId, number });
    if (same) by.set(same.personId, 'number');
  }
  const address = email?.trim().toLowerCase();
  const owner = address
    ? await tx.selectFrom('person').select('id').where('email', '=', address).executeTakeFirst()
    : undefined;
  if (owner) by.set(owner.id, 'email');
  return (await shortly(tx, [...by.keys()])).map((row) => ({ ...row, by: by.get(row.id)! }));
});

async function shortly(tx: Tx, ids: string[]) {
  const today = localDay(tx.now);
  const { rows } = await sql<Omit<Lookalike, 'by'>>`
    select p.id, p.first_name as "firstName", p.last_name as "lastName",
           string_agg(distinct u.name, ', ') as "unitName", bool_and(coalesce(a.ends_on < ${today}, false)) as "hasLeft"
      from person p join appointment a on a.person_id = p.id join unit u on u.id = a.unit_id
     where p.id = any(${ids}::uuid[])
     group by p.id, p.first_name, p.last_name order by p.last_name, p.first_name, p.id`.execute(tx);
  return rows;
}

/** Whoever bears this full name, however it is written. */
async function namesakes(tx: Tx, { firstName, lastName }: { firstName: string; lastName: string }) {
  const spelt = (text: unknown) =>
    sql`lower(regexp_replace(regexp_replace(normalize(${text}, nfkd), '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]', '', 'g'))`;
  const { rows } = await sql<{ id: string }>`
    select id from person
     where ${spelt(sql`first_name || last_name`)} = ${spelt(sql`${firstName + lastName}::text`)}`.execute(tx);
  return rows.map(({ id }) => id);
}

async function ownFields(tx: Tx, personId: string, lock?: 'lock'): Promise<Own> {
  if (!isId(personId)) throw new NotFound();
  const query = tx
    .selectFrom('person')
    .select(['first_name as firstName', 'last_name as lastName', 'email'])
    .where('id', '=', personId);
  return found(await (lock ? query.forUpdate() : query).executeTakeFirst());
}

/** Whether a staff list may have brought this person: an appointment of theirs bears a number. */
const isOnList = async (tx: Tx, personId: string): Promise<boolean> =>
  (await tx
    .selectFrom('appointment')
    .select('id')
    .where('person_id', '=', personId)
    .where('number', 'is not', null)
    .executeTakeFirst()) !== undefined;

async function addressMayBe(tx: Tx, personId: string, email: string | null): Promise<void> {
  if (email !== null) return emailIsFree(tx, email, personId);
  const visit = await tx
    .selectFrom('appointment')
    .select('id')
    .where('person_id', '=', personId)
    .where('visiting_from', 'is not', null)
    .where('ends_on', '>=', localDay(tx.now))
    .executeTakeFirst();
  if (visit) throw new Invalid({ email: 'people_visit_needs_mail' });
}
