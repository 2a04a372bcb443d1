import { beforeEach, describe, expect, it } from 'vitest';
import { keepMailInMemory } from '#platform/server/mail.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { runFormerAddressJobs } from '../../../../tests/support/mail-jobs.ts';
import { rowsOf, type Name, type Town } from '../../../../tests/support/world.ts';
import { changePerson, followStaffList, personByHand } from './index.ts';
import { header, taken, textOf, useStaffWorld } from './staff-import.world.ts';

const world = useStaffWorld();
const sent = keepMailInMemory();

beforeEach(async () => {
  await asOwner(`delete from pgboss.job where name = 'people.formerAddress'`);
  for (const town of [world.veurne, world.koksijde])
    await asOwner('update organisation set name = slug, ict_phone = null where id = $1', [town.id]);
  sent.length = 0;
});

const work = () => runFormerAddressJobs(world.veurne, world.koksijde);

const addressOf = async (town: Town, name: Name) =>
  (await rowsOf('person', `id = '${town.personId(name)}'`))[0]?.email as string | null;

async function change(by: Name, name: Name, email: string | null, town = world.veurne) {
  const who = await town.as(by);
  const { firstName, lastName, edition } = await personByHand(who, town.personId(name));
  await changePerson(who, town.personId(name), { firstName, lastName, email, edition });
}

describe('another address', () => {
  it('is told to the one of before, with who did it and never what it became', async () => {
    const before = (await addressOf(world.veurne, 'mia'))!;
    await asOwner(`update organisation set ict_phone = '058 33 44 55' where id = $1`, [world.veurne.id]);
    await change('hans', 'mia', 'mia.nieuw@elders.example');
    const queued = await work();
    expect(sent).toHaveLength(1);
    const [{ to, subject, text, id }] = sent as unknown as [(typeof sent)[number]];
    expect(to).toEqual({ name: '', address: before });
    expect(subject).toBe('Er is een e-mailadres veranderd');
    expect(text).toContain('bij veurne aan met dit e-mailadres');
    expect(text).toContain('De personeelsdienst deed dat.');
    expect(text).toContain('058 33 44 55');
    for (const secret of ['mia.', 'elders', 'Mia', 'Maes', 'Hans'])
      expect(`${subject} ${text}`, secret).not.toContain(secret);
    for (const secret of [before, 'elders', world.veurne.personId('mia')])
      expect(queued, secret).not.toContain(secret);
    await work();
    expect(sent[1]!.id).toBe(id);
    await change('ada', 'mia', before);
  });

  it('by an administrator, or none at all any more, is told as well', async () => {
    const before = (await addressOf(world.veurne, 'bram'))!;
    await change('ada', 'bram', null);
    await work();
    expect(sent.map(({ to }) => to.address)).toEqual([before]);
    expect(sent[0]!.text).toContain('Een beheerder deed dat.');
    expect(sent[0]!.text).toContain('aan de ICT-dienst of aan de DPO');
    // Who had none is told nothing; the same address, or another name, is no change.
    await asOwner(`delete from pgboss.job where name = 'people.formerAddress'`);
    await change('ada', 'bram', before);
    await change('ada', 'bram', before);
    await work();
    expect(sent).toHaveLength(1);
  });

  it('that goes back to the one of the list is told, and only here', async () => {
    const { veurne, koksijde } = world;
    const before = (await addressOf(veurne, 'mia'))!;
    await change('hans', 'mia', 'mia.nieuw@elders.example');
    await asOwner(`delete from pgboss.job where name = 'people.formerAddress'`);
    await followStaffList(await veurne.as('hans'), {
      ...{ personId: veurne.personId('mia'), appointmentId: null, field: 'email' },
    });
    expect(await addressOf(veurne, 'mia')).toBe(before);
    await work();
    expect(sent.map(({ to }) => to.address)).toEqual(['mia.nieuw@elders.example']);
    await asOwner(`delete from pgboss.job where name = 'people.formerAddress'`);
    await change('hans', 'mia', 'mia@elders.example', koksijde);
    await work();
    expect(sent.at(-1)!.text).toContain('bij koksijde');
    await change('hans', 'mia', before, koksijde);
  });

  it('of somebody who is gone is told too: their last day can be put back', async () => {
    const id = world.veurne.personId('omer');
    const before = await addressOf(world.veurne, 'omer');
    await asOwner(`update appointment set ends_on = '2026-11-01' where person_id = $1`, [id]);
    await change('hans', 'omer', 'omer@elders.example');
    await asOwner('update appointment set ends_on = null where person_id = $1', [id]);
    await asOwner('update person set email = $1 where id = $2', [before, id]);
    await work();
    expect(sent.map(({ to }) => to.address)).toEqual([before]);
  });

  it('that comes with a staff list is told as coming with it', async () => {
    const { veurne } = world;
    const before = `bo@${veurne.slug}.example`;
    await taken(
      veurne,
      textOf(header, `707;Claes;Bo;${before};Sport;;;`, '708;Baert;An;an@x.example;Sport;;;'),
    );
    await work();
    expect(sent).toEqual([]);
    await taken(
      veurne,
      textOf(header, '707;Claes;Bo;bo.claes@elders.example;Sport;;;', '708;Baert;An;an@x.example;Sport;;;'),
    );
    await work();
    expect(sent.map(({ to }) => to.address)).toEqual([before]);
    expect(sent[0]!.text).toContain('Dat gebeurde met een nieuwe personeelslijst.');
  });
});
