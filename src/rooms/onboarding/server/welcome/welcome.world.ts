import { newId } from '#platform/ids.ts';
import { asOwner } from '../../../../../tests/support/database.ts';
import type { Town } from '../../../../../tests/support/world.ts';

type Hired = {
  name: string;
  unit?: string;
  /** The first day of the appointment; none when the list does not say. */
  startsOn?: string | null;
  importId?: string | null;
  email?: string | null;
  title?: string;
  visitingFrom?: string;
  /** When we heard of them. */
  cameAt?: string;
};

/** Somebody who begins in a town, past its verbs. Returns the id. */
export async function hire(town: Town, hired: Hired): Promise<string> {
  const { name, unit = 'Bibliotheek', importId = null, title = 'administratief medewerker' } = hired;
  const id = newId();
  const email =
    hired.email === undefined ? `${name}.${town.id.slice(-6)}@example.be`.toLowerCase() : hired.email;
  await asOwner(
    `insert into person (organisation_id, id, first_name, last_name, email, import_id, created_at)
     values ($1, $2, $3, 'Nieuw', $4, $5, $6)`,
    [town.id, id, name, email, importId, hired.cameAt ?? '2026-11-23 08:00+01'],
  );
  const visiting = hired.visitingFrom ?? null;
  await asOwner(
    `insert into appointment
       (organisation_id, id, person_id, employer_id, unit_id, function_title, starts_on, ends_on, visiting_from)
     values ($1, $2, $3, case when $7::text is null then (select id from employer where organisation_id = $1 limit 1) end,
       $4, $5, $6, case when $7::text is not null then date '2027-06-30' end, $7)`,
    [town.id, newId(), id, town.unitId(unit), title, hired.startsOn ?? null, visiting],
  );
  return id;
}

/** A list that was taken over, on that moment. Returns its id. */
export async function takenOver(town: Town, at: string): Promise<string> {
  const id = newId();
  await asOwner(
    `insert into staff_import (organisation_id, id, made_at, file_name, state, outcome)
     values ($1, $2, $3, 'lijst.csv', 'applied', '{}')`,
    [town.id, id, at],
  );
  return id;
}

/** Nobody is welcomed, and nobody of the tests works here. */
export async function nobodyNew(): Promise<void> {
  for (const table of ['welcome', 'welcome_item', 'notification']) await asOwner(`delete from ${table}`);
  const theirs = `select id from person where last_name = 'Nieuw'`;
  await asOwner(`delete from role where appointment_id in (
    select id from appointment where person_id in (${theirs}))`);
  for (const table of ['drop_in', 'helper'])
    await asOwner(`delete from ${table} where person_id in (${theirs})`);
  await asOwner(`delete from appointment where person_id in (${theirs})`);
  await asOwner(`delete from person where last_name = 'Nieuw'`);
  await asOwner('delete from staff_import');
}
