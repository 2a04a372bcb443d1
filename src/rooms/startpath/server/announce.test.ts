import { beforeEach, describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { people } from '../../../../tests/support/town.ts';
import { mondayMorning, rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { tellNext } from './announce.ts';
import { startpathMails } from './call-mails.ts';
import {
  announce,
  announcementHere,
  announcementPlan,
  nameColleague,
  openCall,
  planStart,
  posterHere,
  postersHere,
  startpathOnStart,
  startPathHere,
  volunteer,
  writeStepText,
} from './index.ts';

const world = useWorld();
const everybody = Object.keys(people).length;

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner(
    'truncate start_path, start_step, start_text, announcement, pinned, coach_call, notification cascade',
  );
  await planStart(await world.veurne.as('cora'), '2026-11-23');
  const body =
    '# Jouw digicoach staat klaar\n\nDag collega,\n\nVanaf nu bij [naam bestuur].\n\n- Vraag het gerust';
  await writeStepText(await world.veurne.as('cora'), 'announcement', { body, edition: 0 });
});

const letterOf = ({ kind, ...row }: { kind: string; id: string; person_id: string; subject_id: string }) =>
  world.veurne.inside((tx) =>
    startpathMails[kind]!(tx, {
      id: row.id,
      personId: row.person_id,
      subjectId: row.subject_id,
      particulars: {},
    }),
  );

describe('the announcement', () => {
  it('reaches everybody once, however often it is sent and told', async () => {
    const { veurne, koksijde } = world;
    await asOwner('update person set email = null where id = $1', [veurne.personId('mia')]);
    expect(await announcementPlan(await veurne.as('cora'))).toMatchObject({
      ...{ withMail: everybody - 1, withoutMail: 1, openPlaces: 0, madeOn: null },
    });
    await announce(await veurne.as('cora'));
    await announce(await veurne.as('ada'));
    const [{ id }] = (await rowsOf('announcement')) as [{ id: string }];
    await Promise.all([tellNext(veurne.system, id), tellNext(veurne.system, id)]);
    await tellNext(veurne.system, id);
    await tellNext(koksijde.system, id);
    // Not the one who sent it: nobody is told of their own change, but a job has no person.
    const rows = await rowsOf('notification', `kind = 'call.announced'`);
    expect(new Set(rows.map((row) => row.person_id)).size).toBe(everybody - 1);
    expect(rows).toHaveLength(everybody - 1);
    const letter = await letterOf(rows[0] as never);
    expect(letter).toMatchObject({ subject: 'Jouw digicoach staat klaar' });
    expect(letter!.text).toContain('Vanaf nu bij veurne.');
    await asOwner('update person set email = $2 where id = $1', [
      veurne.personId('mia'),
      `mia@${veurne.id.slice(-12)}.example`,
    ]);
  });

  it('hangs on Start for two weeks, and does its step, in the own organisation', async () => {
    const { veurne, koksijde } = world;
    expect(await announcementHere(await veurne.as('mia'))).toBeNull();
    await announce(await veurne.as('cora'));
    expect((await announcementHere(await veurne.as('mia')))!.body).toContain('Vanaf nu bij veurne.');
    expect(await announcementHere(await koksijde.as('mia'))).toBeNull();
    expect((await startpathOnStart(await veurne.as('mia'))).isAnnounced).toBe(true);
    expect((await startpathOnStart(await koksijde.as('mia'))).isAnnounced).toBe(false);
    const { steps } = await startPathHere(await veurne.as('hans'));
    expect(steps.find(({ step }) => step === 'announcement')?.doneOn).toBe('2026-11-23');
    await travelTo('2026-12-06 10:00');
    expect((await startpathOnStart(await veurne.as('mia'))).isAnnounced).toBe(true);
    await travelTo('2026-12-07 10:00');
    expect((await startpathOnStart(await veurne.as('mia'))).isAnnounced).toBe(false);
  });

  it('is sent by who keeps the path, with nothing left to fill in', async () => {
    const { veurne, koksijde } = world;
    await expect(announce(await veurne.as('hans'))).rejects.toThrow(Forbidden);
    await expect(announcementPlan(await veurne.as('dirk'))).rejects.toThrow(Forbidden);
    await writeStepText(await veurne.as('cora'), 'announcement', { body: '# [naam]', edition: 1 });
    await expect(announce(await veurne.as('cora'))).rejects.toThrow(Invalid);
    await expect(announce(await koksijde.as('cora'))).rejects.toThrow(Invalid);
    expect((await announcementPlan(await koksijde.as('cora'))).body).toContain('koksijde');
    expect(await rowsOf('announcement')).toEqual([]);
  });
});

it('the mail to who was named is worth sending until they answered', async () => {
  const { veurne } = world;
  await writeStepText(await veurne.as('cora'), 'call', { body: '# Wie?', edition: 0 });
  await openCall(await veurne.as('cora'), '2026-12-11');
  await nameColleague(await veurne.as('karel'), 'Mia Maes');
  const [row] = await rowsOf('notification', `kind = 'call.named'`);
  const letter = await letterOf(row as never);
  expect(letter!.subject).not.toContain('Karel');
  expect(letter!.text).toContain('Karel Maes');
  await volunteer(await veurne.as('mia'), '');
  expect(await letterOf(row as never)).toBeNull();
});

describe('posters', () => {
  it('name the coach of each unit, and where they are', async () => {
    const { veurne, koksijde } = world;
    const rows = await postersHere(await veurne.as('cora'));
    expect(rows.find(({ unitName }) => unitName === 'Burgerzaken')?.coaches).toEqual(['Ann Maes']);
    expect(rows.find(({ unitName }) => unitName === 'Archief')?.coaches).toEqual([]);
    const poster = await posterHere(await veurne.as('dirk'), veurne.unitId('Burgerzaken'));
    expect(poster.body).toContain('## Ann Maes');
    expect(poster.body).toContain('loket 3');
    expect(poster.body).not.toContain('[');
    expect((await posterHere(await veurne.as('cora'), veurne.unitId('Archief'))).body).toBeNull();
    await expect(posterHere(await koksijde.as('cora'), veurne.unitId('Archief'))).rejects.toThrow(NotFound);
    expect(await postersHere(await koksijde.as('cora'))).toHaveLength(rows.length);
    await expect(postersHere(await veurne.as('mia'))).rejects.toThrow(Forbidden);
    await expect(posterHere(await veurne.as('mia'), veurne.unitId('Archief'))).rejects.toThrow(Forbidden);
  });
});
