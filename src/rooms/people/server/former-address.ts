import { sql } from 'kysely';
import * as v from 'valibot';
import { m } from '#messages';
import { newId } from '#platform/ids.ts';
import type { Letter } from '#platform/server/handed-in.ts';
import { job, laterEach } from '#platform/server/jobs.ts';
import { letter } from '#platform/server/letters.ts';
import { inOrganisation, type Actor, type Tx } from '#platform/server/scope.ts';
import { seal, unseal } from '#platform/server/secrets.ts';
import { settings } from '#platform/server/config.ts';
import { organisationOf } from '#rooms/organisations/server/index.ts';
import { sendAtOnce } from './direct-mail.ts';

/*
 * Who changes somebody's address changes who can sign in as them. So the address of before hears of it: by whom, never
 * to what. It stands nowhere any more by then; the job carries it sealed with a key outside the database.
 */

const changers = ['hr', 'admin', 'list'] as const;
type Changer = (typeof changers)[number];

const sealOf = (changeId: string) => ({ purpose: 'former addresses', about: changeId });

type Former = { personId: string; address: string | null };

/**
 * In the transaction that changed them. Of whoever is gone a list changes what nobody signs in with; by hand their last
 * day can be put back afterwards.
 */
export async function tellFormerAddresses(
  tx: Tx,
  former: readonly Former[],
  by: 'hand' | 'list',
): Promise<void> {
  if (former.length === 0) return;
  const here = by === 'list' ? await workingHere(tx, former) : null;
  const isHr = tx.actor.roles.some(({ kind }) => kind === 'hr');
  const changer: Changer = by === 'list' ? 'list' : isHr ? 'hr' : 'admin';
  const told = former.flatMap(({ personId, address }) => {
    if (address === null || here?.has(personId) === false) return [];
    const changeId = newId();
    return [{ changeId, changer, sealedAddress: seal(address, sealOf(changeId)) }];
  });
  await laterEach(tx, 'people.formerAddress', told);
}

async function workingHere(tx: Tx, people: readonly Former[]): Promise<Set<string | null>> {
  const rows = await tx
    .selectFrom('named')
    .select('id')
    .where('id', '=', sql<string>`any(${people.map(({ personId }) => personId)}::uuid[])`)
    .where('works_here', '=', true)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

const changed = v.object({
  changeId: v.string(),
  changer: v.picklist(changers),
  sealedAddress: v.string(),
});

async function mailFormerAddress(
  actor: Actor,
  { changeId: id, changer, sealedAddress }: v.InferOutput<typeof changed>,
): Promise<void> {
  const address = unseal(sealedAddress, sealOf(id));
  if (address === null) return;
  const said = await inOrganisation(actor, (tx) => letterOf(tx, changer));
  await sendAtOnce(actor, { id, to: { name: '', address }, ...said });
}

/** Names nobody: who reads this mailbox today may be somebody else. */
async function letterOf(tx: Tx, changer: Changer): Promise<Letter> {
  const { name: organisation, slug, ictPhone } = await organisationOf(tx);
  const by = {
    hr: m.signin_mail_former_hr,
    admin: m.signin_mail_former_admin,
    list: m.signin_mail_former_list,
  };
  return letter({
    subject: m.signin_mail_former_subject(),
    greeting: m.signin_mail_former_hello(),
    paragraphs: [
      `${m.signin_mail_former({ organisation })} ${by[changer]()}`,
      m.signin_mail_former_known(),
      ictPhone ? m.signin_mail_former_call({ phone: ictPhone }) : m.signin_mail_former_ask(),
    ],
    button: { label: m.signin_mail_former_open(), href: `${settings().PUBLIC_URL}/${slug}` },
    because: m.signin_mail_former_because(),
  });
}

export const formerAddressJobs = { 'people.formerAddress': job(changed, mailFormerAddress) };
