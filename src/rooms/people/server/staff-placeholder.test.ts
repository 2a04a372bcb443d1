import { describe, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { system } from '#platform/server/scope.ts';
import { addOrganisation } from '#rooms/organisations/server/index.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld } from '../../../../tests/support/world.ts';
import { applyStaffImport } from './staff-apply.ts';
import { previewStaffList, staffImport } from './staff-import.ts';
import { textOf } from './staff-import.world.ts';
import { startOrganisation } from './start.ts';

useWorld();

const header = 'Personeelsnr;Naam;Voornaam;E-mail;Dienst;Werkgever';
const nele = { firstName: 'Nele', lastName: 'Maes', email: 'Nele.Maes@dorp.example' };

/** An organisation as a set-up makes it, after a list with these lines; what was asked about them. */
async function setUpWith(employer: string, ...lines: string[]) {
  const slug = `dorp-${newId().slice(-8)}`;
  const id = await addOrganisation({ slug, name: employer, demo: false }, (tx) =>
    startOrganisation(tx, { employer, unit: 'Beheer', ...nele, coordinates: true }),
  );
  const actor = system(id, 'test');
  const read = await previewStaffList(actor, textOf(header, ...lines));
  if (read.problem !== undefined) throw new Error(read.problem);
  const shown = await staffImport(actor, read.id);
  if (shown.state !== 'preview') throw new Error(shown.state);
  await applyStaffImport(actor, read.id, { fingerprint: shown.fingerprint });
  const appointments = await asOwner(
    `select a.number, u.name as unit, e.name as employer, array_agg(r.kind order by r.kind) as roles
       from appointment a join unit u on u.id = a.unit_id join employer e on e.id = a.employer_id
       join person p on p.id = a.person_id left join role r on r.appointment_id = a.id
      where a.organisation_id = $1 and p.last_name = 'Maes' group by 1, 2, 3`,
    [id],
  );
  const units = await asOwner<{ name: string }>(
    'select name from unit where organisation_id = $1 order by 1',
    [id],
  );
  return { questions: shown.plan.questions, appointments, units: units.map(({ name }) => name) };
}

const roles = ['admin', 'coordinator'];

describe('whoever set the organisation up', () => {
  test.each(['Stad Dorp', 'Gemeente en OCMW'])('is recognised in a list of %s, unasked', async (employer) => {
    const line = `7;Maes;Nele;nele.maes@dorp.example;Onthaal;${employer}`;
    expect(await setUpWith('Stad Dorp', line, `8;Nys;Bo;;Onthaal;${employer}`)).toEqual({
      questions: [],
      appointments: [{ number: '7', unit: 'Onthaal', employer, roles }],
      units: ['Onthaal'],
    });
  });

  test('is asked about where only the address agrees', async () => {
    const { questions, appointments } = await setUpWith(
      'Stad Dorp',
      '7;Peeters;Nele;nele.maes@dorp.example;Onthaal;Gemeente',
    );
    expect(questions).toMatchObject([{ reason: 'same_email' }]);
    expect(appointments).toMatchObject([{ number: null, unit: 'Beheer', roles }]);
  });

  test('stays as they are when the list does not know them', async () => {
    const { questions, units } = await setUpWith('Stad Dorp', '8;Nys;Bo;;Onthaal;Gemeente');
    expect(questions).toEqual([]);
    expect(units).toEqual(['Beheer', 'Onthaal']);
  });
});
