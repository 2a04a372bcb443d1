import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { rowsOf } from '../../../../tests/support/world.ts';
import { applyStaffImport } from './staff-apply.ts';
import { answerStaffDoubts, decideStaffEnding } from './staff-decide.ts';
import { setByHand } from './hand-edits.ts';
import { staffImport } from './staff-import.ts';
import { header, hr, previewed, shown, taken, textOf, useStaffWorld } from './staff-import.world.ts';

const world = useStaffWorld();

const ann = (number: string, name = 'Baert;An', email = 'an@baert.example') =>
  `${number};${name};${email};Sport;;Stad Voorbeeld;`;
const people = (lastName: string) => rowsOf('person', `last_name = '${lastName}' order by created_at, id`);
const apply = async (id: string) => {
  const { fingerprint } = await shown(world.veurne, id);
  return applyStaffImport(await hr(world.veurne), id, { fingerprint });
};
const answer = async (id: string, said: 'same' | 'other' | 'leave') => {
  const { plan } = await shown(world.veurne, id);
  const pairs = Object.fromEntries(plan.questions.map(({ key }) => [key, said]));
  await answerStaffDoubts(await hr(world.veurne), id, { pairs });
};

describe('two that may be one', () => {
  it('are asked about, and left out until somebody answers', async () => {
    await taken(world.veurne, textOf(header, ann('707')));
    const id = await previewed(world.veurne, textOf(header, ann('808')));
    const { plan } = await shown(world.veurne, id);
    expect(plan.questions).toMatchObject([{ line: 2, reason: 'same_email', looks: 'same', answer: null }]);
    expect([plan.added, plan.endings]).toEqual([[], []]);
  });

  it('the same: the appointment gets the new number, nobody comes in twice', async () => {
    await taken(world.veurne, textOf(header, ann('707')));
    const id = await previewed(world.veurne, textOf(header, ann('808')));
    await answer(id, 'same');
    expect(await apply(id)).toMatchObject({ people: 0, appointments: 0, changed: 1, ended: 0 });
    const [person, ...others] = await people('Baert');
    expect(others).toEqual([]);
    expect(await rowsOf('appointment', `person_id = '${String(person!.id)}'`)).toMatchObject([
      { number: '808', ends_on: null },
    ]);
  });

  it('another: added without the e-mail, and not asked again with the next list', async () => {
    await taken(world.veurne, textOf(header, ann('707')));
    const both = textOf(header, ann('707'), ann('808', 'Nys;Bo'));
    const id = await previewed(world.veurne, both);
    await answer(id, 'other');
    expect((await shown(world.veurne, id)).plan.withoutEmail).toMatchObject([
      { line: 3, email: 'an@baert.example' },
    ]);
    expect(await apply(id)).toMatchObject({ people: 1 });
    expect(await people('Nys')).toMatchObject([{ email: null, import_id: id }]);
    const again = (await shown(world.veurne, await previewed(world.veurne, both))).plan;
    expect([again.questions, again.added, again.changed]).toEqual([[], [], []]);
  });

  it('an answer is kept with the list, can be taken back, and is in the fingerprint', async () => {
    await taken(world.veurne, textOf(header, ann('707')));
    const id = await previewed(world.veurne, textOf(header, ann('808')));
    const before = await shown(world.veurne, id);
    await answerStaffDoubts(await hr(world.veurne), id, { alike: 'same' });
    const after = await shown(world.veurne, id);
    expect(after.plan.questions).toMatchObject([{ answer: 'same' }]);
    const stale = applyStaffImport(await hr(world.veurne), id, { fingerprint: before.fingerprint });
    await expect(stale).rejects.toMatchObject({ reason: 'people_import_moved' });
    await answer(id, 'leave');
    expect((await shown(world.veurne, id)).fingerprint).toBe(before.fingerprint);
  });

  it('two people who are here already are not made one', async () => {
    await taken(world.veurne, textOf(header, ann('707'), ann('808', 'Nys;Bo', 'bo@nys.example')));
    const id = await previewed(world.veurne, textOf(header, ann('707'), ann('808', 'Nys;Bo')));
    await answer(id, 'same');
    expect((await shown(world.veurne, id)).plan.questions).toMatchObject([
      { isTwoKnown: true, answer: null },
    ]);
  });

  it('somebody added by hand without a number gets it, when it is the same', async () => {
    await taken(world.veurne, textOf(header, ann('707')));
    await asOwner(`update appointment set number = null where number = '707'`);
    const id = await previewed(world.veurne, textOf(header, ann('808')));
    expect((await shown(world.veurne, id)).plan.questions).toMatchObject([{ reason: 'no_number' }]);
    await answer(id, 'same');
    await apply(id);
    expect(await people('Baert')).toHaveLength(1);
    expect(await rowsOf('appointment', `number = '808'`)).toHaveLength(1);
    const waiting = `number is null and visiting_from is null and organisation_id = '${world.veurne.id}'`;
    expect(await rowsOf('appointment', waiting)).toEqual([]);
  });

  it('a number that somebody else has now ends the other one', async () => {
    await taken(world.veurne, textOf(header, ann('707')));
    const id = await previewed(world.veurne, textOf(header, ann('707', 'Nys;Bo', 'bo@nys.example')));
    await answer(id, 'other');
    expect(await apply(id)).toMatchObject({ people: 1, ended: 1 });
    const [old] = await asOwner(
      `select a.number, a.ends_on::text from appointment a join person p on p.id = a.person_id where p.last_name = 'Baert'`,
    );
    expect(old).toEqual({ number: null, ends_on: '2026-11-22' });
  });
});

describe('what was set by hand', () => {
  it('stays, is shown with both values, and the list’s is remembered', async () => {
    await taken(world.veurne, textOf(header, ann('707')));
    const [{ id: personId }] = (await people('Baert')) as [{ id: string }];
    await world.veurne.inside(async (tx) => {
      await setByHand(tx, { personId, appointmentId: null, field: 'firstName', was: 'An' });
      await tx.updateTable('person').set({ first_name: 'Annelies' }).where('id', '=', personId).execute();
    });
    const list = textOf(header, ann('707', 'Baert;Anna'));
    const id = await previewed(world.veurne, list);
    const { plan } = await shown(world.veurne, id);
    expect(plan.kept).toMatchObject([{ field: 'firstName', from: 'Annelies', to: 'Anna' }]);
    expect(plan.changed).toEqual([]);
    await apply(id);
    expect(await people('Baert')).toMatchObject([{ first_name: 'Annelies' }]);
    expect(await rowsOf('hand_edit')).toMatchObject([{ listed: 'Anna', listed_known: true }]);
    expect((await shown(world.veurne, await previewed(world.veurne, list))).plan.noted).toEqual([]);
  });
});

describe('who is not in the list any more', () => {
  const town = Array.from({ length: 20 }, (_, at) => `${900 + at};Wie${at};Ever;;Sport;;Stad Voorbeeld;`);

  it('stops the day before, up to one in ten', async () => {
    await taken(world.veurne, textOf(header, ...town));
    expect(await taken(world.veurne, textOf(header, ...town.slice(2)))).toMatchObject({
      ended: 2,
      missing: 0,
    });
    const ended = await asOwner(
      `select number, ends_on::text from appointment where ends_on is not null and number like '90%' order by 1`,
    );
    expect(ended).toEqual(['900', '901'].map((number) => ({ number, ends_on: '2026-11-22' })));
    expect(await taken(world.veurne, textOf(header, ...town))).toMatchObject({ changed: 2, people: 0 });
  });

  it('stays when they are many, until somebody says so of that number', async () => {
    await taken(world.veurne, textOf(header, ...town));
    const id = await previewed(world.veurne, textOf(header, ...town.slice(10)));
    const [group] = (await shown(world.veurne, id)).plan.endings;
    expect(group).toMatchObject({ isMany: true, ends: false, running: 20 });
    const ending = { employerId: group!.employerId, ends: true, lastDay: '2026-11-20' };
    const who = await hr(world.veurne);
    const refused = { problems: { sure: 'people_ending_not_sure' } };
    await expect(decideStaffEnding(who, id, { ...ending, sureOf: null })).rejects.toMatchObject(refused);
    await expect(decideStaffEnding(who, id, { ...ending, sureOf: 9 })).rejects.toMatchObject(refused);
    const bad = decideStaffEnding(who, id, { ...ending, lastDay: '2026-11-23', sureOf: 10 });
    await expect(bad).rejects.toMatchObject({ problems: { lastDay: 'people_ending_bad_day' } });
    await decideStaffEnding(who, id, { ...ending, sureOf: 10 });
    expect(await apply(id)).toMatchObject({ ended: 10 });
  });

  it('is decided of employers here alone, on a day on which they worked', async () => {
    await taken(world.veurne, textOf(header, ...town));
    const id = await previewed(world.veurne, textOf(header, ...town.slice(1)));
    const [group] = (await shown(world.veurne, id)).plan.endings;
    const ending = { employerId: group!.employerId, ends: true, lastDay: '2026-11-20', sureOf: null };
    const who = await hr(world.veurne);
    const [elsewhere] = await rowsOf('employer', `organisation_id = '${world.koksijde.id}'`);
    for (const employerId of [String(elsewhere!.id), '__proto__', crypto.randomUUID()])
      await expect(decideStaffEnding(who, id, { ...ending, employerId })).rejects.toThrow(NotFound);
    await asOwner(`update appointment set starts_on = '2026-11-19' where id = $1`, [
      group!.people[0]!.appointmentId,
    ]);
    const early = decideStaffEnding(who, id, { ...ending, lastDay: '2026-11-18' });
    await expect(early).rejects.toMatchObject({ problems: { lastDay: 'people_ending_bad_day' } });
    expect(await rowsOf('staff_import', `id = '${id}'`)).toMatchObject([{ decided: {} }]);
    await decideStaffEnding(who, id, ending);
  });

  it('stays when somebody decides so, and at employers that are not in the list', async () => {
    await taken(world.veurne, textOf(header, ...town, '300;Nys;Bo;;Zorg;;OCMW Voorbeeld;'));
    const id = await previewed(world.veurne, textOf(header, ...town.slice(1)));
    const { endings } = (await shown(world.veurne, id)).plan;
    expect(endings.map(({ employer }) => employer)).toEqual(['Stad Voorbeeld']);
    const ending = { employerId: endings[0]!.employerId, ends: false, lastDay: '2026-11-22', sureOf: null };
    await decideStaffEnding(await hr(world.veurne), id, ending);
    expect(await apply(id)).toMatchObject({ ended: 0, missing: 1 });
  });

  it('is not who stands in a line that could not be read', async () => {
    await taken(world.veurne, textOf(header, ...town));
    const half = '900;Wie0;Ever;geen adres@;Sport;;Stad Voorbeeld;';
    const { plan } = await shown(
      world.veurne,
      await previewed(world.veurne, textOf(header, half, ...town.slice(1))),
    );
    expect([plan.unreadable.length, plan.endings]).toEqual([1, []]);
  });
});

it('is nothing for another organisation, nor for who has another role, nor once it is taken over', async () => {
  const id = await previewed(world.veurne, textOf(header, ann('707')));
  const ending = { employerId: world.veurne.id, ends: false, lastDay: '2026-11-22', sureOf: null };
  const elsewhere = await hr(world.koksijde);
  await expect(answerStaffDoubts(elsewhere, id, { pairs: {} })).rejects.toThrow(NotFound);
  await expect(decideStaffEnding(elsewhere, id, ending)).rejects.toThrow(NotFound);
  const mia = await world.veurne.as('mia');
  await expect(answerStaffDoubts(mia, id, { pairs: {} })).rejects.toThrow(Forbidden);
  await expect(decideStaffEnding(mia, id, ending)).rejects.toThrow(Forbidden);
  await apply(id);
  await expect(answerStaffDoubts(await hr(world.veurne), id, { pairs: {} })).rejects.toThrow(Conflict);
  await expect(decideStaffEnding(await hr(world.veurne), id, ending)).rejects.toThrow(Conflict);
  expect(await staffImport(await hr(world.veurne), id)).toMatchObject({ state: 'applied' });
});
