import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import { keepMailInMemory } from '#platform/server/mail.ts';
import { asOwner, travelTo } from '../../../../../tests/support/database.ts';
import { mondayMorning, rowsOf, useWorld } from '../../../../../tests/support/world.ts';
import { everyDay } from '../../../../../tests/support/daily.ts';
import { sendDue } from '../../../../../tests/support/mail-jobs.ts';
import {
  newcomersHere,
  setAsideNewcomer,
  takeBackWelcome,
  tickWelcomeStep,
  welcomeCards,
  welcomeNewcomers,
  welcomeOf,
} from '../index.ts';
import { keepWelcomes } from './invite.ts';
import { hire, nobodyNew, takenOver } from './welcome.world.ts';

const world = useWorld();
const sent = keepMailInMemory();

beforeEach(async () => {
  await travelTo(mondayMorning);
  await nobodyNew();
  sent.length = 0;
});

const namesOfNew = async () => {
  const { newcomers } = await newcomersHere(await world.veurne.as('hans'));
  return newcomers.map(({ firstName }) => firstName).toSorted();
};

describe('who is new', () => {
  it('began not long ago, or will begin', async () => {
    const { veurne, koksijde } = world;
    await hire(veurne, { name: 'Today', startsOn: '2026-11-23' });
    await hire(veurne, { name: 'Soon', startsOn: '2027-01-04' });
    await hire(veurne, { name: 'Lately', startsOn: '2026-11-02' });
    await hire(veurne, { name: 'Long', startsOn: '2026-09-01', cameAt: '2026-09-01 08:00+02' });
    await hire(veurne, { name: 'Unknown' });
    await hire(veurne, { name: 'Visits', startsOn: '2026-11-23', visitingFrom: 'Gemeente Koksijde' });
    await hire(koksijde, { name: 'Elsewhere', startsOn: '2026-11-23' });
    expect(await namesOfNew()).toEqual(['Lately', 'Soon', 'Today']);
  });

  // The first list brings whoever works there already, with or without a first day, however recent.
  it('came with a later list than the first that the organisation took over', async () => {
    const { veurne } = world;
    const first = await takenOver(veurne, '2026-11-16 10:00');
    await hire(veurne, { name: 'First', importId: first, startsOn: '2026-11-16' });
    await hire(veurne, { name: 'Undated', importId: first });
    expect(await namesOfNew()).toEqual([]);
    const second = await takenOver(veurne, '2026-11-20 10:00');
    await hire(veurne, { name: 'Second', importId: second, startsOn: '2026-09-01' });
    await hire(veurne, { name: 'Came', importId: second });
    await hire(veurne, { name: 'Forgotten', importId: second, startsOn: '2012-01-01' });
    expect(await namesOfNew()).toEqual(['Came', 'Second']);
  });

  it('did not work here before the organisation began here, nor an appointment ago', async () => {
    const { veurne } = world;
    await travelTo('2026-01-20 10:00');
    await hire(veurne, { name: 'Same', startsOn: '2026-01-05', cameAt: '2026-01-05 10:00+01' });
    const back = await hire(veurne, { name: 'Back', startsOn: '2026-01-19', cameAt: '2026-01-19 10:00+01' });
    expect(await namesOfNew()).toEqual(['Back']);
    await asOwner(
      `insert into appointment (organisation_id, id, person_id, employer_id, unit_id, starts_on, ends_on)
       select organisation_id, gen_random_uuid(), person_id, employer_id, unit_id, '2020-01-01', '2021-01-01'
         from appointment where person_id = $1`,
      [back],
    );
    expect(await namesOfNew()).toEqual([]);
  });

  it('is for who welcomes people to know, in the own organisation', async () => {
    const { veurne, koksijde } = world;
    const id = await hire(veurne, { name: 'Nora', startsOn: '2026-11-23' });
    for (const name of ['hans', 'cora', 'ada'] as const)
      expect((await newcomersHere(await veurne.as(name))).newcomers).toHaveLength(1);
    for (const name of ['mia', 'lies', 'mara', 'tom', 'dora'] as const)
      await expect(newcomersHere(await veurne.as(name))).rejects.toBeInstanceOf(Forbidden);
    const elsewhere = await koksijde.as('hans');
    expect((await newcomersHere(elsewhere)).newcomers).toEqual([]);
    await expect(welcomeOf(elsewhere, id)).rejects.toBeInstanceOf(NotFound);
    await expect(welcomeCards(elsewhere, id)).rejects.toBeInstanceOf(NotFound);
    await expect(welcomeNewcomers(elsewhere, [id])).rejects.toBeInstanceOf(NotFound);
    await expect(setAsideNewcomer(elsewhere, id)).rejects.toBeInstanceOf(NotFound);
    await expect(takeBackWelcome(elsewhere, id)).rejects.toBeInstanceOf(NotFound);
    await expect(welcomeNewcomers(await veurne.as('hans'), ['nonsense'])).rejects.toBeInstanceOf(NotFound);
  });
});

describe('a welcome', () => {
  it('gives each the list of their function and one mail, however often it is asked', async () => {
    const { veurne } = world;
    const hans = await veurne.as('hans');
    const nora = await hire(veurne, { name: 'Nora', startsOn: '2026-11-16' });
    const gust = await hire(veurne, {
      name: 'Gust',
      startsOn: '2026-11-16',
      email: null,
      title: 'groenarbeider',
    });
    const before = await welcomeOf(hans, nora);
    expect(before.wouldGet.map(({ sentence }) => sentence)).toContain(
      'Teams werkt: het team en de agenda zijn te zien.',
    );
    expect(await welcomeNewcomers(hans, [nora, gust])).toEqual({ welcomed: 2, withoutEmail: 1 });
    expect(await welcomeNewcomers(hans, [nora, gust, nora])).toEqual({ welcomed: 0, withoutEmail: 0 });
    for (const _ of [1, 2]) await keepWelcomes(veurne.system);
    await sendDue(veurne);
    expect(sent).toHaveLength(1);
    const { to, subject, text } = sent[0]!;
    expect(to.name).toBe('Nora Nieuw');
    expect(subject).toBe('Welkom, en wie je helpt met alles wat digitaal is');
    expect(text).toContain('Dag Nora,');
    expect(text).toContain('Lies Maes is de digicoach van je dienst');
    expect(text).toContain(`/${veurne.slug}/ik/onthaal`);
    const { newcomers } = await newcomersHere(hans);
    expect(newcomers.map(({ invitedAt, done }) => [Boolean(invitedAt), done])).toEqual([
      [false, 0],
      [true, 0],
    ]);
    const [list] = (await welcomeOf(hans, gust)).lists;
    const sentences = list!.steps.map(({ sentence }) => sentence);
    expect(sentences).toContain('De gedeelde tablet of computer: waar die staat, en waarvoor die dient.');
    expect(sentences).not.toContain('Teams werkt: het team en de agenda zijn te zien.');
    const { cards } = await welcomeCards(hans, null);
    expect(cards.map(({ newcomer }) => newcomer.personId)).toEqual([gust]);
    expect(cards[0]!.steps.map(({ sentence }) => sentence)).toEqual(sentences);
  });

  it('sends who begins later nothing before eight on the first day', async () => {
    const { veurne } = world;
    const id = await hire(veurne, { name: 'Soon', startsOn: '2026-12-01', unit: 'Archief' });
    await welcomeNewcomers(await veurne.as('hans'), [id]);
    for (const moment of ['2026-11-30 12:00', '2026-12-01 07:30']) {
      await travelTo(moment);
      await keepWelcomes(veurne.system);
    }
    expect(await rowsOf('notification')).toEqual([]);
    await travelTo('2026-12-01 08:00');
    await keepWelcomes(veurne.system);
    await sendDue(veurne);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.text).toContain('Jouw dienst heeft nog geen eigen digicoach.');
  });

  it('is set aside for who is not new, and both are taken back until the mail left', async () => {
    const { veurne } = world;
    const hans = await veurne.as('hans');
    const id = await hire(veurne, { name: 'Nora', startsOn: '2026-11-16' });
    await setAsideNewcomer(hans, id);
    await expect(setAsideNewcomer(hans, id)).rejects.toBeInstanceOf(Conflict);
    await keepWelcomes(veurne.system);
    expect(await rowsOf('notification')).toEqual([]);
    expect(await namesOfNew()).toEqual([]);
    await takeBackWelcome(hans, id);
    expect(await namesOfNew()).toEqual(['Nora']);
    await welcomeNewcomers(hans, [id]);
    await takeBackWelcome(hans, id);
    await welcomeNewcomers(hans, [id]);
    await keepWelcomes(veurne.system);
    await expect(takeBackWelcome(hans, id)).rejects.toBeInstanceOf(Conflict);
  });

  it('leaves the page once all is done, and the database 30 days later', async () => {
    const { veurne } = world;
    const hans = await veurne.as('hans');
    const [nora, slow] = [
      await hire(veurne, { name: 'Nora', startsOn: '2026-11-16' }),
      await hire(veurne, { name: 'Slow', startsOn: '2026-11-16' }),
    ];
    await welcomeNewcomers(hans, [nora, slow]);
    const [list] = (await welcomeOf(hans, nora)).lists;
    for (const { id } of list!.steps) await tickWelcomeStep(hans, id, true);
    expect(await namesOfNew()).toEqual(['Slow']);
    await tickWelcomeStep(hans, list!.steps[0]!.id, false);
    expect(await namesOfNew()).toEqual(['Nora', 'Slow']);
    await tickWelcomeStep(hans, list!.steps[0]!.id, true);
    await travelTo('2026-12-22 10:00');
    await everyDay(veurne);
    expect(await rowsOf('welcome')).toHaveLength(2);
    await travelTo('2026-12-24 10:00');
    await everyDay(veurne);
    expect(await namesOfNew()).toEqual(['Slow']);
    expect(await rowsOf('welcome_step', `welcome_id = '${list!.id}'`)).toEqual([]);
    await travelTo('2027-11-16 10:00');
    await everyDay(veurne);
    expect(await namesOfNew()).toEqual(['Slow']);
    await travelTo('2027-11-17 10:00');
    await everyDay(veurne);
    expect(await rowsOf('welcome')).toEqual([]);
    expect(await namesOfNew()).toEqual([]);
  });

  it('ends when somebody no longer works here', async () => {
    const { veurne } = world;
    const id = await hire(veurne, { name: 'Nora', startsOn: '2026-11-16' });
    await welcomeNewcomers(await veurne.as('hans'), [id]);
    await asOwner(`update appointment set ends_on = '2026-11-22' where person_id = $1`, [id]);
    expect(await namesOfNew()).toEqual([]);
    await everyDay(veurne);
    expect(await rowsOf('welcome')).toEqual([]);
  });
});
