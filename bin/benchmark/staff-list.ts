import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#platform/server/cluster-place.ts';
import { newId } from '#platform/ids.ts';
import { inOrganisation, system } from '#platform/server/scope.ts';
import { noAnswers } from '#rooms/people/staff/answers.ts';
import { readStaffList } from '#rooms/people/staff/list.ts';
import { planNow } from '#rooms/people/server/staff-plan.ts';
import { takeOver } from '#rooms/people/server/staff-apply.ts';

/** How long a long staff list takes, in seconds; `again`: planned once more, when everybody in it is known. */
export type StaffListMeasured = {
  lines: number;
  megabytes: number;
  readS: number;
  planS: number;
  applyS: number;
  againS: number;
};

/** The export of the demo over and over, each time with other numbers, names and addresses. */
export function longStaffList(lines: number): Uint8Array {
  const text = new TextDecoder('windows-1252').decode(
    readFileSync(join(projectFolder, 'demo', 'personeel-export.csv')),
  );
  const [header = '', ...rows] = text.split(/\r?\n/).filter(Boolean);
  const long = Array.from({ length: lines }, (_, at) => {
    const [number = '', lastName, firstName, email = '', ...rest] = (rows[at % rows.length] ?? '').split(';');
    const round = Math.floor(at / rows.length);
    return [
      `${number}${round}`,
      lastName,
      `${firstName} ${round}`,
      email && `${round}.${email}`,
      ...rest,
    ].join(';');
  });
  return new TextEncoder().encode([header, ...long].join('\r\n'));
}

class Undo extends Error {}

/** Everything happens in one transaction of an organisation, which is then undone. */
export async function measureStaffList(organisationId: string, lines: number): Promise<StaffListMeasured> {
  const bytes = longStaffList(lines);
  const seconds: number[] = [];
  const timed = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
    const from = performance.now();
    const result = await work();
    seconds.push(Math.round(performance.now() - from) / 1000);
    return result;
  };
  const list = await timed(() => readStaffList(bytes));
  if (!list.ok) throw new Error(list.problem);
  const waiting = { list, answers: noAnswers };
  await inOrganisation(system(organisationId, 'bench'), async (tx) => {
    const id = newId();
    const row = { id, file_name: 'bench', state: 'preview', list: JSON.stringify(list) };
    await tx.insertInto('staff_import').values(row).execute();
    const { fingerprint } = await timed(() => planNow(tx, waiting));
    await timed(() => takeOver(tx, { id, waiting, fingerprint, step: async () => {} }));
    await timed(() => planNow(tx, waiting));
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  const [readS = 0, planS = 0, applyS = 0, againS = 0] = seconds;
  return { lines, megabytes: Math.round(bytes.length / 1e5) / 10, readS, planS, applyS, againS };
}
