import { sql } from 'kysely';
import { newId } from '#platform/ids.ts';
import { defaultWeekHours, parseWeekHours, type WeekHours } from '#platform/hours.ts';
import { found, Invalid } from '#platform/errors.ts';
import { inOrganisation, onceIn, system, type Tx } from '#platform/server/scope.ts';
import { verb } from '#platform/server/verb.ts';
import { isSlug } from '../slugs.ts';
import { bindAddress, resolve } from './addresses.ts';
import type { Pinned } from './pinned.ts';

export type OrganisationHere = {
  id: string;
  slug: string;
  name: string;
  demo: boolean;
  ictPhone: string | null;
  dpoPhone: string | null;
  defaultHours: WeekHours;
  /** Days, as YYYY-MM-DD, on which the organisation itself is shut. */
  closingDays: string[];
  /** Rises with each change of units, of who works in them, or of when a helper is there. */
  rosterVersion: number;
  /** What hangs on Start, also what is past its day: see pinnedToday(). */
  pinned: Pinned[];
};

/**
 * Makes an organisation, and in the same transaction what it begins with. For commands and the set-up of an empty
 * installation: no role may do this. Throws Invalid when the slug cannot be used or is taken.
 */
export async function addOrganisation(
  given: { slug: string; name: string; demo: boolean },
  fill: (tx: Tx) => Promise<unknown> = async () => {},
): Promise<string> {
  if (!isSlug(given.slug)) throw new Invalid({ slug: 'organisations_slug_unusable' });
  if ((await resolve('slug', given.slug)).length) throw new Invalid({ slug: 'organisations_slug_taken' });
  const id = newId();
  await inOrganisation(system(id, 'organisations.add'), async (tx) => {
    const row = { id, slug: given.slug, name: given.name, demo: given.demo };
    await tx
      .insertInto('organisation')
      .values({ ...row, default_hours: JSON.stringify(defaultWeekHours) })
      .execute();
    await bindAddress(tx, { kind: 'slug', lookup: given.slug, subjectId: id });
    await fill(tx);
  });
  return id;
}

/** What it is called among what a page knows already. */
export const organisationKnown = 'organisations.organisation';

/** The organisation one is in. */
export const organisationOf = (tx: Tx): Promise<OrganisationHere> =>
  onceIn(tx, organisationKnown, () => readOrganisation(tx));

/** The organisation as one value, for a query that asks for something else too; see organisationFrom(). */
export const organisationRow = sql<OrganisationRow>`
  (select to_jsonb(o) || jsonb_build_object('closing_days', array(select day from closing_day),
                                            'roster', coalesce((select version from roster), 0),
                                            'pinned', array(select to_jsonb(p) from pinned p)) from organisation o)`;

type OrganisationRow = {
  id: string;
  slug: string;
  name: string;
  demo: boolean;
  ict_phone: string | null;
  dpo_phone: string | null;
  default_hours: unknown;
  closing_days: string[];
  roster: number;
  pinned: { kind: string; subject_id: string; until: string }[];
};

async function readOrganisation(tx: Tx): Promise<OrganisationHere> {
  const { rows } = await sql<{ here: OrganisationRow | null }>`select ${organisationRow} as here`.execute(tx);
  return organisationFrom(found(rows[0]?.here));
}

export function organisationFrom(row: OrganisationRow): OrganisationHere {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    demo: row.demo,
    ictPhone: row.ict_phone,
    dpoPhone: row.dpo_phone,
    defaultHours: parseWeekHours(row.default_hours),
    closingDays: row.closing_days,
    rosterVersion: row.roster,
    pinned: row.pinned.map(({ kind, subject_id: subjectId, until }) => ({ kind, subjectId, until })),
  };
}

export const organisationHere = verb('organisationHere', organisationOf);

/** Name, and the numbers of ICT and the DPO for what cannot wait. Without a `dpoPhone` that one stays as it is. */
export const changeOrganisation = verb(
  'changeOrganisation',
  async (tx, change: { name: string; ictPhone: string | null; dpoPhone?: string | null }) => {
    await tx
      .updateTable('organisation')
      .set({ name: change.name, ict_phone: change.ictPhone, dpo_phone: change.dpoPhone })
      .execute();
  },
);

/** The opening hours of every unit that has none of its own, nor of a unit above it. */
export const changeDefaultHours = verb('changeDefaultHours', async (tx, hours: WeekHours) => {
  await tx
    .updateTable('organisation')
    .set({ default_hours: JSON.stringify(parseWeekHours(hours)) })
    .execute();
});

/** The slug of today, for whoever came along an old one and works there. */
export const newAddressOf = (organisationId: string): Promise<string> =>
  inOrganisation(
    system(organisationId, 'organisations.newAddress'),
    async (tx) => (await organisationOf(tx)).slug,
  );
