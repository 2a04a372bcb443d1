import { describe, expect, it } from 'vitest';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf } from '../../../../tests/support/world.ts';
import { previewStaffList } from './staff-import.ts';
import {
  fileOf,
  header,
  holdings,
  hr,
  previewed,
  shown,
  taken,
  textOf,
  useStaffWorld,
} from './staff-import.world.ts';

const world = useStaffWorld();

describe('a later list', () => {
  const lines = (unit: string, email: string, ends: string) =>
    textOf(header, `707;Baert;An;${email};${unit};;Stad;${ends}`);

  it('moves, renames and ends, and gives another address another way to sign in', async () => {
    await taken(world.veurne, lines('Sport', 'an@baert.example', ''));
    const outcome = await taken(
      world.veurne,
      textOf(
        header,
        '707;Baert;Anna;anna@baert.example;Sport;Zwembad;Stad;30/11/2026',
        '709;Nys;Bo;;Jeugd;;Stad;',
      ),
    );
    expect(outcome).toMatchObject({ people: 1, changed: 1, units: 2, employers: 0 });
    const [person] = await asOwner(
      `select p.first_name, p.email, u.name as unit, a.ends_on::text, i.email as identity from person p
         join appointment a on a.person_id = p.id join unit u on u.id = a.unit_id
         join identity.identity i on i.id = p.identity_id where p.last_name = 'Baert'`,
    );
    expect(person).toEqual({
      ...{ first_name: 'Anna', email: 'anna@baert.example', unit: 'Zwembad', ends_on: '2026-11-30' },
      identity: 'anna@baert.example',
    });
  });

  it('hands on what waited with who left', async () => {
    await taken(world.veurne, lines('Sport', 'an@baert.example', ''));
    await asOwner('delete from pgboss.job');
    await taken(world.veurne, lines('Sport', 'an@baert.example', '01/11/2026'));
    const [{ id }] = (await rowsOf('person', `last_name = 'Baert'`)) as [{ id: string }];
    const jobs = await asOwner(
      `select data->'payload' as payload from pgboss.job where name = 'helpline.holderAway'`,
    );
    expect(jobs).toEqual([{ payload: { personId: id } }]);
  });

  it('never leaves the organisation without an administrator', async () => {
    const ada = world.veurne.personId('ada');
    const [known] = (await rowsOf('appointment', `person_id = '${ada}'`)) as [{ number: string }];
    const gone = textOf(header, `${known.number};Maes;Ada;;ICT;;Stad;01/11/2026`);
    const untouched = await holdings(world.veurne);
    await expect(taken(world.veurne, gone)).rejects.toMatchObject({ reason: 'people_last_admin' });
    expect((await holdings(world.veurne)).appointment).toEqual(untouched.appointment);
  });

  it('without employers keeps to the same one', async () => {
    const bare = textOf('Nr;Naam;Voornaam;Dienst', '707;Baert;An;Sport');
    expect((await taken(world.veurne, bare)).employers).toBe(0);
    await asOwner(`update employer set name = 'OCMW' where organisation_id = $1`, [world.veurne.id]);
    expect((await taken(world.veurne, bare)).unchanged).toBe(1);
    await asOwner(`update employer set name = 'Stad' where organisation_id = $1`, [world.veurne.id]);
  });
});

describe('a file that is no staff list', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const xlsx = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0]);

  it.each([
    ['empty', fileOf(new Uint8Array()), { problem: 'empty', missing: [] }],
    ['from Excel', fileOf(xlsx, 'lijst.csv'), { problem: 'excel', missing: [] }],
    ['a picture', fileOf(png), { problem: 'picture', missing: [] }],
    ['a PDF', fileOf(new TextEncoder().encode('%PDF-1.7 …')), { problem: 'pdf', missing: [] }],
    ['full of NUL', fileOf(new Uint8Array(400)), { problem: 'not_text', missing: [] }],
    ['too large', fileOf(new Uint8Array(10_000_001).fill(65)), { problem: 'too_large', missing: [] }],
    [
      'another list',
      textOf('Naam;Loon', 'A;1'),
      { problem: 'no_columns', missing: ['number', 'firstName', 'unit'] },
    ],
    ['a header alone', textOf(header, '', ';;;'), { problem: 'no_lines', missing: [] }],
  ])('%s: is a value, and leaves nothing', async (_, file, refused) => {
    expect(await previewStaffList(await hr(world.veurne), file)).toEqual(refused);
    expect(await rowsOf('staff_import')).toEqual([]);
  });

  it('with signs that no database takes is still listed', async () => {
    const id = await previewed(world.veurne, textOf(header, `707;Baert;An;${'x'.repeat(78)}🙂🙂🙂;Sport;;;`));
    expect((await shown(world.veurne, id)).plan.unreadable).toMatchObject([{ line: 2, reason: 'bad_email' }]);
  });
});
