import { personChanges, settlePerson, type FieldChange, type PersonFields } from './changes.ts';
import type { KnownIndex } from './known.ts';
import { asListed, type Entry } from './who.ts';

/* What all lines of one person say together: the first of them carries what happens to the person. */

export interface Lead {
  line: number;
  personId: string | null;
  /** As the person will be, were it not for what was set by hand. */
  person: PersonFields;
  changes: FieldChange[];
  /** What the list says of the e-mail; undefined when it says nothing. */
  listedEmail: string | undefined;
}

/** Somebody whose e-mail in the list is somebody else's, and who stays or comes without it. */
export interface WithoutEmail {
  line: number;
  email: string;
  ownerId: string | null;
  ownerLine: number | null;
}

export interface Leading {
  index: KnownIndex;
  whoIs: (entry: Entry) => { key: string; personId: string | null };
  /** The known person who has an e-mail, in lower case. */
  ownerOf: (email: string) => string | null;
}

/** By the key of whoIs, in the order of the file. */
export function findLeads(
  clear: readonly Entry[],
  leading: Leading,
): { leads: Map<string, Lead>; withoutEmail: WithoutEmail[] } {
  const leads = new Map<string, Lead>();
  for (const [key, theirs] of Map.groupBy(clear, (entry) => leading.whoIs(entry).key)) {
    const [first] = theirs;
    if (!first) continue;
    const { personId } = leading.whoIs(first);
    const known = personId === null ? null : leading.index.person(personId);
    const lines = theirs.map(({ staff }) => staff);
    const person = settlePerson(known && asListed(known, leading.index), lines);
    const saysEmail = lines.some(({ email }) => email !== null);
    const listedEmail = saysEmail ? (person.email ?? undefined) : undefined;
    leads.set(key, { line: first.staff.line, personId, person, changes: [], listedEmail });
  }
  const withoutEmail = shareOutEmails([...leads.values()], leading);
  for (const lead of leads.values()) {
    const known = lead.personId === null ? null : leading.index.person(lead.personId);
    if (known) lead.changes = personChanges(known, lead.person);
  }
  return { leads, withoutEmail };
}

/**
 * An e-mail is one person's. Who has it keeps it, unless the list gives them another; of those who want it the first in
 * the file gets it, and the others stay as they were, which may in turn be what somebody else wanted.
 */
function shareOutEmails(leads: readonly Lead[], { index, ownerOf }: Leading): WithoutEmail[] {
  const ofPerson = new Map(leads.flatMap((lead) => (lead.personId === null ? [] : [[lead.personId, lead]])));
  const without = new Map<Lead, WithoutEmail>();
  const knownEmail = ({ personId }: Lead) =>
    personId === null ? null : (index.person(personId)?.email ?? null);
  const isByHand = ({ personId }: Lead) =>
    personId !== null && index.handEdit({ personId, appointmentId: null, field: 'email' }) !== null;
  const wanted = ({ person }: Lead) => person.email?.toLowerCase() ?? '';
  const stays = (lead: Lead) =>
    without.has(lead) || isByHand(lead) || wanted(lead) === (knownEmail(lead)?.toLowerCase() ?? '');
  const wanting = Map.groupBy(
    leads.filter((lead) => lead.person.email !== null && !stays(lead)),
    wanted,
  );
  // Whoever is refused stays with what others may want: that e-mail is looked at again.
  const emails = [...wanting.keys()];
  for (const email of emails) {
    const ownerId = ownerOf(email);
    const owner = ownerId === null ? undefined : ofPerson.get(ownerId);
    const isKept = ownerId !== null && (!owner || stays(owner));
    const [first, ...others] = wanting.get(email) ?? [];
    for (const lead of isKept && first ? [first, ...others] : others) {
      const own = without.has(lead) ? '' : (knownEmail(lead)?.toLowerCase() ?? '');
      if (wanting.has(own)) emails.push(own);
      const clash = { ownerId: isKept ? ownerId : null, ownerLine: isKept ? null : (first?.line ?? null) };
      without.set(lead, { line: lead.line, email, ...clash });
    }
  }
  for (const lead of without.keys()) lead.person.email = knownEmail(lead);
  return [...without.values()].sort((one, other) => one.line - other.line);
}
