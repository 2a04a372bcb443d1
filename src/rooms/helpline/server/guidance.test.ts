import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { inOrganisation, type Actor } from '#platform/server/scope.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { people } from '../../../../tests/support/town.ts';
import { mondayMorning, rowsOf, useWorld, type Name } from '../../../../tests/support/world.ts';
import {
  addToGuidance,
  changeGuidance,
  changeMoment,
  endGuidance,
  guidanceHere,
  guidancesHere,
  momentHere,
  noteMoment,
  resumeGuidance,
  startGuidance,
  takeFromGuidance,
} from './index.ts';

const world = useWorld();
const goal = 'Zelf een draaiboek maken in Teams';
const noted = { heldOn: '2026-11-20', note: 'Kanaal gemaakt. Volgende keer: bestanden delen.', key: '' };

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('delete from guidance');
});

const started = async (...names: Name[]) =>
  startGuidance(await world.veurne.as('ann'), {
    personIds: (names.length > 0 ? names : (['mia'] as const)).map(world.veurne.personId),
    goal,
    key: '',
  });

describe('a begeleiding', () => {
  it('has a goal, colleagues and moments, and is closed', async () => {
    const ann = await world.veurne.as('ann');
    const id = await started('mia', 'karel');
    await noteMoment(ann, id, { ...noted, heldOn: '2026-11-18', note: 'Kennisgemaakt.' });
    const moment = await noteMoment(ann, id, noted);
    await changeMoment(ann, moment, { ...noted, note: 'Kanaal gemaakt.' });
    expect(await momentHere(ann, moment)).toMatchObject({
      guidanceId: id,
      moment: { note: 'Kanaal gemaakt.' },
    });
    await changeGuidance(ann, id, { goal: 'Teams' });
    await takeFromGuidance(ann, id, world.veurne.personId('karel'));
    const { guidance, members, moments } = await guidanceHere(ann, id);
    expect(guidance).toMatchObject({ goal: 'Teams', startedOn: '2026-11-23', endedOn: null });
    expect(members.map(({ firstName }) => firstName)).toEqual(['Mia']);
    expect(moments.map(({ heldOn, note }) => `${heldOn} ${note}`)).toEqual([
      '2026-11-20 Kanaal gemaakt.',
      '2026-11-18 Kennisgemaakt.',
    ]);
    await endGuidance(ann, id);
    const lists = await guidancesHere(ann);
    expect(lists.open).toEqual([]);
    expect(lists.ended).toMatchObject([{ names: ['Mia Maes'], moments: 2, lastHeldOn: '2026-11-20' }]);
    for (const late of [
      () => noteMoment(ann, id, noted),
      () => changeMoment(ann, moment, noted),
      () => changeGuidance(ann, id, { goal }),
      () => addToGuidance(ann, id, world.veurne.personId('omer')),
      () => endGuidance(ann, id),
    ])
      await expect(late()).rejects.toBeInstanceOf(Conflict);
    await resumeGuidance(ann, id);
    await addToGuidance(ann, id, world.veurne.personId('omer'));
    expect((await guidancesHere(ann)).open).toMatchObject([{ names: ['Mia Maes', 'Omer Maes'] }]);
  });

  it('sent twice is one, and so is a moment', async () => {
    const ann = await world.veurne.as('ann');
    const form = { personIds: [world.veurne.personId('mia')], goal, key: 'twice' };
    const id = await startGuidance(ann, form);
    expect(await startGuidance(ann, form)).toBe(id);
    await noteMoment(ann, id, { ...noted, key: 'once' });
    await noteMoment(ann, id, { ...noted, key: 'once' });
    expect((await guidanceHere(ann, id)).moments).toHaveLength(1);
  });

  it('is with colleagues of here, not with oneself, and never with nobody', async () => {
    const { veurne, koksijde } = world;
    const ann = await veurne.as('ann');
    const id = await started();
    const start = (personId: string) => startGuidance(ann, { personIds: [personId], goal, key: '' });
    await expect(start(veurne.personId('ann'))).rejects.toBeInstanceOf(Invalid);
    await expect(start(koksijde.personId('mia'))).rejects.toBeInstanceOf(NotFound);
    await expect(addToGuidance(ann, id, koksijde.personId('omer'))).rejects.toBeInstanceOf(NotFound);
    await expect(takeFromGuidance(ann, id, veurne.personId('mia'))).rejects.toBeInstanceOf(Conflict);
    expect((await guidancesHere(ann)).open).toHaveLength(1);
  });

  it('notes what was, not what is to come', async () => {
    const ann = await world.veurne.as('ann');
    const id = await started();
    for (const heldOn of ['2026-11-24', '2020-01-01'])
      await expect(noteMoment(ann, id, { ...noted, heldOn })).rejects.toBeInstanceOf(Invalid);
  });
});

describe('the notebook is of one coach', () => {
  it('opens for nobody else, in any role or organisation', async () => {
    const { veurne, koksijde } = world;
    const ann = await veurne.as('ann');
    const id = await started('lies');
    const moment = await noteMoment(ann, id, noted);
    const mia = veurne.personId('mia');
    const calls: ((who: Actor) => Promise<unknown>)[] = [
      (who) => guidanceHere(who, id),
      (who) => changeGuidance(who, id, { goal: 'x' }),
      (who) => addToGuidance(who, id, mia),
      (who) => takeFromGuidance(who, id, mia),
      (who) => endGuidance(who, id),
      (who) => resumeGuidance(who, id),
      (who) => noteMoment(who, id, noted),
      (who) => momentHere(who, moment),
      (who) => changeMoment(who, moment, noted),
    ];
    // Another coach who takes part in it, an expert, and the same coach of another organisation.
    for (const who of [await veurne.as('lies'), await veurne.as('ernst'), await koksijde.as('ann')]) {
      for (const call of calls) await expect(call(who)).rejects.toBeInstanceOf(NotFound);
      expect(await guidancesHere(who)).toEqual({ open: [], ended: [] });
    }
    const others = (Object.keys(people) as Name[]).filter((name) => !['ann', 'lies', 'ernst'].includes(name));
    for (const name of others) {
      const who = await veurne.as(name);
      for (const call of [
        ...calls,
        guidancesHere,
        (by: Actor) => startGuidance(by, { personIds: [mia], goal, key: '' }),
      ])
        await expect(call(who), name).rejects.toBeInstanceOf(Forbidden);
    }
    expect((await guidanceHere(ann, id)).guidance.goal).toBe(goal);
  });

  it('stays shut to plain SQL of the role of web and worker, whoever is entered', async () => {
    const { veurne } = world;
    const id = await started('lies');
    await noteMoment(await veurne.as('ann'), id, noted);
    const readers: Actor[] = [veurne.system];
    for (const name of Object.keys(people) as Name[]) if (name !== 'ann') readers.push(await veurne.as(name));
    for (const who of readers)
      await inOrganisation(who, async (tx) => {
        for (const table of ['guidance', 'guidance_member', 'guidance_moment']) {
          const { rows } = await sql`select * from ${sql.table(table)}`.execute(tx);
          expect(rows, `${table} for ${who.personId}`).toEqual([]);
        }
        const changed = await sql`update guidance set goal = 'x'`.execute(tx);
        const deleted = await sql`delete from guidance_moment`.execute(tx);
        expect(changed.numAffectedRows).toBe(0n);
        expect(deleted.numAffectedRows).toBe(0n);
      });
    const own = await inOrganisation(await veurne.as('ann'), (tx) =>
      sql`select * from guidance_moment`.execute(tx),
    );
    expect(own.rows).toHaveLength(1);
  });

  it('takes nothing that another one writes into it', async () => {
    const { veurne } = world;
    const id = await started();
    const lies = await veurne.as('lies');
    const mine = veurne.personId('ann');
    for (const write of [
      sql`insert into guidance (id, coach_id, goal, started_on) values (gen_random_uuid(), ${mine}, 'x', '2026-11-23')`,
      sql`insert into guidance_moment (id, guidance_id, held_on, note) values (gen_random_uuid(), ${id}, '2026-11-23', 'x')`,
      sql`insert into guidance_member (guidance_id, person_id) values (${id}, ${lies.personId})`,
    ])
      await expect(inOrganisation(lies, (tx) => write.execute(tx))).rejects.toThrow('row-level security');
  });

  it('leaves no trace in the log, tells nobody and is not searched', async () => {
    const before = await rowsOf('activity');
    const [told, filed] = [await rowsOf('notification'), await rowsOf('search_document')];
    const id = await started('mia');
    await noteMoment(await world.veurne.as('ann'), id, noted);
    await endGuidance(await world.veurne.as('ann'), id);
    expect(await rowsOf('activity')).toHaveLength(before.length);
    expect(await rowsOf('notification')).toHaveLength(told.length);
    expect(await rowsOf('search_document')).toHaveLength(filed.length);
  });
});
