import { readFileSync } from 'node:fs';
import { afterEach, beforeAll } from 'vitest';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf, useWorld, type Town, type World } from '../../../../tests/support/world.ts';
import { applyStaffImport } from './staff-apply.ts';
import { previewStaffList, staffImport } from './staff-import.ts';

// Staff lists in a world of three organisations; after each test the world is as it was made.

export type File = { fileName: string; bytes: Uint8Array };

export const fileOf = (bytes: Uint8Array, fileName = 'lijst.csv'): File => ({ fileName, bytes });
export const textOf = (...lines: string[]): File => fileOf(new TextEncoder().encode(lines.join('\r\n')));

/** The export of an HR package, with its faults. */
export const sample = new Uint8Array(
  readFileSync(new URL('../../../../demo/personeel-export.csv', import.meta.url)),
);
export const header = 'Personeelsnr;Naam;Voornaam;E-mail;Dienst;Subdienst;Werkgever;Uit dienst';

/** To be called at the top of a test file. */
export function useStaffWorld(): World {
  const world = useWorld();
  const made: Record<string, string[]> = {};
  beforeAll(async () => {
    for (const table of ['person', 'unit', 'employer', 'appointment']) made[table] = await idsOf(table);
  });
  afterEach(async () => {
    await asOwner('drop trigger if exists crash on appointment');
    await asOwner('delete from told_apart');
    await asOwner('delete from hand_edit');
    await asOwner('delete from leaving');
    await asOwner('update person set import_id = null');
    await asOwner('delete from staff_import');
    await asOwner('delete from appointment where id <> all ($1)', [made.appointment]);
    await asOwner(`delete from address where kind = 'identity' and subject_id <> all ($1)`, [made.person]);
    await asOwner('delete from person where id <> all ($1)', [made.person]);
    await asOwner('delete from unit where id <> all ($1) and parent_id is not null', [made.unit]);
    await asOwner('delete from unit where id <> all ($1)', [made.unit]);
    await asOwner('delete from employer where id <> all ($1)', [made.employer]);
  });
  return world;
}

const idsOf = async (table: string) => (await rowsOf(table)).map((row) => (row as { id: string }).id);

export const hr = (town: Town) => town.as('hans');

/** The id of a list that waits. */
export async function previewed(town: Town, file: File): Promise<string> {
  const read = await previewStaffList(await hr(town), file);
  if (read.problem) throw new Error(read.problem);
  return read.id;
}

export async function shown(town: Town, id: string) {
  const found = await staffImport(await hr(town), id);
  if (found.state !== 'preview') throw new Error(found.state);
  return found;
}

/** Read, looked at and taken over. */
export async function taken(town: Town, file: File) {
  const id = await previewed(town, file);
  const { fingerprint } = await shown(town, id);
  const outcome = await applyStaffImport(await hr(town), id, { fingerprint });
  if (!outcome) throw new Error('a job takes it over');
  return outcome;
}

const tables = ['employer', 'unit', 'person', 'appointment', 'address', 'staff_import', 'activity'];

/** All that an organisation holds, to see whether anything changed. */
export async function holdings({ id }: Town): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of tables)
    all[table] = await rowsOf(table, `organisation_id = '${id}' order by ${table}::text`);
  return all;
}
