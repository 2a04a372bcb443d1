import { localDay } from '#platform/days.ts';
import type { Tx } from '#platform/server/scope.ts';
import { unitsOf } from '#rooms/organisations/server/index.ts';
import { applyStaffImport, previewStaffList, staffImport } from '#rooms/people/server/index.ts';
import type { Town } from './towns.ts';

/** Somebody with an appointment that runs from the beginning of the demo's past until today. */
export type Colleague = {
  personId: string;
  number: string;
  unitId: string;
  location: string | null;
  hasMail: boolean;
};

/** Who works in a town, found as the content speaks of them. Each throws when there is no such thing. */
export type Staff = {
  withNumber: (number: string) => Colleague;
  /** Of several units with one name (one staff list spells a parent in two ways) the one where most people work. */
  unitNamed: (name: string) => string;
  of: (unitId: string) => Colleague[];
};

/** Brings in the staff list as an administrator does: read, shown, applied. */
export async function bringInStaff(tx: Tx, file: Town['staff']): Promise<void> {
  const read = await previewStaffList(tx, file);
  if (read.problem !== undefined) throw new Error(`${file.fileName}: ${read.problem}`);
  const shown = await staffImport(tx, read.id);
  if (shown.state !== 'preview') throw new Error(`${file.fileName} is ${shown.state} already`);
  await applyStaffImport(tx, read.id, { fingerprint: shown.fingerprint });
}

/** `since` is the beginning of the past. Somebody with two appointments is left out: which unit would ask? */
export async function staffOf(tx: Tx, since: Date): Promise<Staff> {
  const rows = await tx
    .selectFrom('appointment')
    .innerJoin('person', 'person.id', 'appointment.person_id')
    .select(['person.id as personId', 'person.email', 'number', 'unit_id as unitId', 'location'])
    .where('number', 'is not', null)
    .$narrowType<{ number: string }>()
    .where((eb) => eb.or([eb('starts_on', 'is', null), eb('starts_on', '<=', localDay(since))]))
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', localDay(tx.now))]))
    .orderBy('number')
    .execute();
  const times = Map.groupBy(rows, (row) => row.personId);
  const once = rows.filter((row) => times.get(row.personId)?.length === 1);
  const colleagues = once.map(({ email, ...row }) => ({ ...row, hasMail: email !== null }));
  const of = (unitId: string) => colleagues.filter((one) => one.unitId === unitId);
  const units = await unitsOf(tx);
  const largest = (ids: string[]) => ids.toSorted((a, b) => of(b).length - of(a).length)[0];
  return {
    of,
    withNumber: (number) =>
      there(
        number,
        colleagues.find((one) => one.number === number),
      ),
    unitNamed: (name) => there(name, largest(units.filter((unit) => unit.name === name).map(({ id }) => id))),
  };
}

function there<Thing>(name: string, thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error(`the demo speaks of ${name}, which its staff list does not have`);
  return thing;
}
