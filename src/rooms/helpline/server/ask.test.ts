import { beforeEach, describe, expect, it } from 'vitest';
import { formatMoment } from '#platform/dates.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.ts';
import { markAway, whoHelpsMe } from '#rooms/people/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld, type Name } from '../../../../tests/support/world.ts';
import { statusFor } from '../shown.ts';
import {
  answerQuestion,
  askQuestion,
  claimQuestion,
  closeAsAsker,
  myQuestions,
  passOn,
  questionsForMe,
  questionThread,
  tellIfAlone,
  writeBack,
} from './index.ts';
import { moveFromHolder, moveSilentQuestions } from './move.ts';

const world = useWorld();
const ask = { body: 'Mijn handtekening staat niet onder mijn mails.', theme: null, key: '' };

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('delete from absence');
  await asOwner('update question set state = $1, waits_until = null, closed_at = now()', ['closed']);
});

const asked = async (by: Name = 'mia', body = ask.body) =>
  askQuestion(await world.veurne.as(by), { ...ask, body });

const holderOf = async (id: string) => {
  const [row] = await asOwner<{ holder_id: string }>('select holder_id from question where id = $1', [id]);
  return row!.holder_id;
};

describe('asking', () => {
  it('brings a question to the coach of the unit, says why, and tells both who comes next and when', async () => {
    const id = await asked();
    const thread = await questionThread(await world.veurne.as('ann'), id);
    expect(thread.holder?.firstName).toBe('Ann');
    expect(thread.steps.at(-1)?.reason).toEqual({ kind: 'own_coach' });
    expect(thread.next?.firstName).toBe('Bram');
    expect(thread.asker?.firstName).toBe('Mia');
    const own = await questionThread(await world.veurne.as('mia'), id);
    expect(own.question.waitsUntil).toEqual(new Date('2026-11-23T14:01:00Z'));
    expect(statusFor(own).join(' ')).toContain('vandaag om 15.01 uur');
  });

  it('makes one question of a form that is sent twice', async () => {
    const mia = await world.veurne.as('mia');
    const first = await askQuestion(mia, { ...ask, key: 'once' });
    expect(await askQuestion(mia, { ...ask, key: 'once' })).toBe(first);
    const karel = await world.veurne.as('karel');
    expect(await askQuestion(karel, { ...ask, key: 'once' })).not.toBe(first);
  });

  it('card and queue name the same person', async () => {
    const card = await whoHelpsMe(await world.veurne.as('mia'));
    expect(await holderOf(await asked())).toBe(card.first.personId);
  });

  it('goes to the substitute at once when the coach is away', async () => {
    const { veurne } = world;
    await markAway(await veurne.as('ann'), veurne.personId('ann'), { until: null });
    const id = await asked();
    expect(await holderOf(id)).toBe(veurne.personId('bram'));
    const thread = await questionThread(await veurne.as('bram'), id);
    expect(thread.steps.at(-1)?.reason).toEqual({ kind: 'substitute', forId: veurne.personId('ann') });
  });

  it('moves what was waiting with somebody who goes away', async () => {
    const { veurne } = world;
    const id = await asked();
    await markAway(await veurne.as('ann'), veurne.personId('ann'), { until: null });
    await moveFromHolder(veurne.system, veurne.personId('ann'));
    expect(await holderOf(id)).toBe(veurne.personId('bram'));
  });

  it('never lets a coach get the own question', async () => {
    const id = await asked('ann');
    expect(await holderOf(id)).toBe(world.veurne.personId('bram'));
  });
});

describe('silence', () => {
  /** Everybody is silent: it moves at the moment the asker was shown, and not a second before. */
  async function movesExactly(askedAt: string, shown: string, movesAt: string) {
    await travelTo(askedAt);
    const id = await asked();
    const mia = await world.veurne.as('mia');
    const { question, now } = await questionThread(mia, id);
    expect(formatMoment(question.waitsUntil!, now)).toBe(shown);
    expect(question.waitsUntil).toEqual(new Date(movesAt));
    await travelTo(new Date(new Date(movesAt).getTime() - 5_000));
    await moveSilentQuestions(world.veurne.system);
    expect(await holderOf(id)).toBe(world.veurne.personId('ann'));
    await travelTo(new Date(movesAt));
    await moveSilentQuestions(world.veurne.system);
    expect(await holderOf(id)).toBe(world.veurne.personId('bram'));
    const after = await questionThread(mia, id);
    expect(after.steps.map((step) => step.ending)).toEqual(['silent', null]);
    return id;
  }

  it('moves on after four opening hours across a weekend', () =>
    movesExactly('2026-11-20 15:00', 'ma 23 nov. om 11.01 uur', '2026-11-23T10:01:00Z'));

  it('moves on after four opening hours across 11 November', () =>
    movesExactly('2026-11-10 14:30', 'do 12 nov. om 10.31 uur', '2026-11-12T09:31:00Z'));

  it('begins a new round when everybody had a turn, always with a named person', async () => {
    const id = await asked();
    const seen = new Set<string>();
    for (let turn = 0; turn < 14; turn++) {
      seen.add(await holderOf(id));
      const { question } = await questionThread(await world.veurne.as('mia'), id);
      expect(question.holderId).not.toBeNull();
      expect(question.waitsUntil).not.toBeNull();
      await travelTo(question.waitsUntil!);
      await moveSilentQuestions(world.veurne.system);
    }
    expect(seen.size).toBeGreaterThan(4);
  });

  it('stops counting once somebody answered', async () => {
    const id = await asked();
    await answerQuestion(await world.veurne.as('ann'), id, { body: 'Ga naar Opties.', theme: null });
    await travelTo('2026-11-27 16:00');
    await moveSilentQuestions(world.veurne.system);
    expect(await holderOf(id)).toBe(world.veurne.personId('ann'));
  });
});

describe('answering and closing', () => {
  it('goes from question to answer to the two taps, which land in a total and not on the question', async () => {
    const { veurne } = world;
    const id = await asked();
    await answerQuestion(await veurne.as('ann'), id, { body: 'Ga naar Opties.', theme: 'outlook' });
    const mia = await veurne.as('mia');
    const list = await myQuestions(mia, { limit: 60 });
    expect(list.rows.find((row) => row.id === id)).toMatchObject({ state: 'answered', isNew: true });
    const before = await total();
    await closeAsAsker(mia, id, { helped: true });
    await tellIfAlone(mia, id, { alone: true });
    const after = await total();
    expect(after.helped - before.helped).toBe(1);
    expect(after.can_do_it_alone - before.can_do_it_alone).toBe(1);
    await expect(tellIfAlone(mia, id, { alone: false })).rejects.toBeInstanceOf(Forbidden);
    const [row] = await asOwner('select * from question where id = $1', [id]);
    expect(row).toMatchObject({ state: 'closed', taps: 'both' });
  });

  const total = async () => {
    const rows = await asOwner<{ helped: number; can_do_it_alone: number }>(
      `select coalesce(sum(helped), 0)::int as helped, coalesce(sum(can_do_it_alone), 0)::int as can_do_it_alone
         from closing_total where theme = 'outlook' and organisation_id = $1`,
      [world.veurne.id],
    );
    return rows[0]!;
  };

  it('a thank-you never reopens, "ik zit nog vast" does, back to whoever helped', async () => {
    const { veurne } = world;
    const id = await asked();
    await answerQuestion(await veurne.as('ann'), id, { body: 'Ga naar Opties.', theme: null });
    const mia = await veurne.as('mia');
    await closeAsAsker(mia, id, { helped: true });
    await writeBack(mia, id, { body: 'Dank je wel!', stuck: false });
    expect((await questionThread(mia, id)).question.state).toBe('closed');
    await writeBack(mia, id, { body: 'Toch niet.', stuck: true });
    const thread = await questionThread(mia, id);
    expect(thread.question.state).toBe('waiting');
    expect(thread.holder?.firstName).toBe('Ann');
    expect(thread.steps.at(-1)?.reason).toEqual({ kind: 'again' });
  });

  it('passes on to the next, who hears of it, as does the asker', async () => {
    const { veurne } = world;
    const id = await asked();
    await passOn(await veurne.as('ann'), id);
    expect(await holderOf(id)).toBe(veurne.personId('bram'));
    const kinds = await asOwner<{ kind: string; person_id: string }>(
      'select kind, person_id from notification where subject_id = $1 order by id',
      [id],
    );
    expect(kinds).toEqual([
      { kind: 'question.waiting', person_id: veurne.personId('ann') },
      { kind: 'question.moved_to_you', person_id: veurne.personId('bram') },
      { kind: 'question.moved_on', person_id: veurne.personId('mia') },
    ]);
  });
});

describe('two coaches at the same moment', () => {
  it('one has it each time, the other is told who', { timeout: 120_000 }, async () => {
    const { veurne } = world;
    await veurne.inside(async (tx) => {
      const appointment = await tx
        .selectFrom('appointment')
        .select('id')
        .where('person_id', '=', veurne.personId('karel'))
        .executeTakeFirstOrThrow();
      const role = { kind: 'coach', unit_id: veurne.unitId('Burgerzaken'), starts_on: '2026-01-01' };
      await tx
        .insertInto('role')
        .values({ id: crypto.randomUUID(), appointment_id: appointment.id, ...role })
        .execute();
    });
    const [ann, karel] = [await veurne.as('ann'), await veurne.as('karel')];
    for (let time = 0; time < 200; time++) {
      const id = await asked();
      const outcomes = await Promise.allSettled([claimQuestion(ann, id), claimQuestion(karel, id)]);
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(lost).toHaveLength(1);
      const { reason } = lost[0]!;
      expect(reason).toBeInstanceOf(Conflict);
      const winner = outcomes[0]!.status === 'fulfilled' ? 'Ann Maes' : 'Karel Maes';
      expect(reason).toMatchObject({ reason: 'helpline_taken', particulars: { name: winner } });
    }
    await asOwner(`delete from role where starts_on = '2026-01-01'`);
  });
});

describe('who may see a question', () => {
  const readers = async (id: string) => {
    const seeing: string[] = [];
    for (const town of Object.values(world))
      for (const name of everybody)
        await questionThread(await town.as(name), id).then(
          () => seeing.push(`${name} of ${town.slug}`),
          (error) => expect(error).toBeInstanceOf(NotFound),
        );
    return seeing;
  };
  const everybody: Name[] = [
    'mia',
    'karel',
    'ann',
    'bram',
    'lies',
    'omer',
    'ernst',
    'tom',
    'cora',
    'hans',
    'mara',
    'dirk',
    'dora',
    'trees',
    'arno',
    'nele',
    'luc',
    'ada',
  ];

  it('is the asker and the coach of the unit, in the own organisation alone', async () => {
    expect(await readers(await asked())).toEqual(['mia of veurne', 'ann of veurne']);
  });

  it('also whoever the chain made the helper, whatever their role, and not the unit once it is closed', async () => {
    const { veurne } = world;
    const id = await asked();
    await passOn(await veurne.as('ann'), id);
    expect(await readers(id)).toEqual(['mia of veurne', 'ann of veurne', 'bram of veurne']);
    const other = await asked('omer', 'Hoe deel ik een map?');
    expect(await readers(other)).toEqual(['lies of veurne', 'omer of veurne']);
    await answerQuestion(await veurne.as('lies'), other, { body: 'Zo.', theme: null });
    await closeAsAsker(await veurne.as('omer'), other, { helped: true });
    expect(await readers(other)).toEqual(['lies of veurne', 'omer of veurne']);
  });

  it('lists nothing of another organisation', async () => {
    await asked();
    const ann = await world.koksijde.as('ann');
    expect((await questionsForMe(ann)).mine).toEqual([]);
    expect((await myQuestions(await world.koksijde.as('mia'), { limit: 9 })).rows).toEqual([]);
  });

  it('keeps the asker out of messages and the log', async () => {
    const id = await asked();
    const mia = world.veurne.personId('mia');
    for (const table of ['question', 'question_message', 'question_step', 'activity'])
      expect(
        JSON.stringify(await asOwner(`select * from ${table} where organisation_id = $1`, [world.veurne.id])),
        table,
      ).not.toContain(mia);
    expect(await asOwner('select actor_kind, actor_id from activity where subject_id = $1', [id])).toEqual([
      { actor_kind: 'asker', actor_id: null },
    ]);
  });
});
