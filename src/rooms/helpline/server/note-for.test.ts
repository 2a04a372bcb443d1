import { describe, expect, it } from 'vitest';
import { Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import { inOrganisation } from '#platform/server/scope.ts';
import { colleagueHere, colleaguesNamed } from '#rooms/people/server/index.ts';
import { asOwner } from '../../../../tests/support/database.ts';
import { useWorld, type Name } from '../../../../tests/support/world.ts';
import { messagesOf, ownRow } from '../shown.ts';
import { askQuestion, mergeQuestions, noteQuestion, passOn, questionThread, writeNote } from './index.ts';
import { myQuestions } from './listing.world.ts';
import { helplineMails } from './mails.ts';

const world = useWorld();
const veurneAs = (name: Name) => world.veurne.as(name);

const note = (way: 'mine' | 'coach' | 'solved', more: object = {}) => ({
  personId: world.veurne.personId('mia'),
  body: 'De scanner in de kelder doet niets.',
  theme: null,
  key: '',
  way,
  ...more,
});

describe('in the name of a colleague', () => {
  it('is the question of that colleague, who sees who noted it, and is with the noter', async () => {
    const id = await noteQuestion(await veurneAs('lies'), note('mine'));
    const thread = await questionThread(await veurneAs('lies'), id);
    expect(thread).toMatchObject({ question: { state: 'claimed', holderId: world.veurne.personId('lies') } });
    expect(thread.steps.at(-1)?.reason).toEqual({ kind: 'noted' });
    const { rows, now } = await myQuestions(await veurneAs('mia'), { limit: 9 });
    expect(
      ownRow(
        rows.find((row) => row.id === id)!,
        now,
      ).meta,
    ).toContain('genoteerd door Lies');
    const told = await asOwner('select person_id, kind from notification where subject_id = $1', [id]);
    expect(told).toEqual([{ person_id: world.veurne.personId('mia'), kind: 'question.noted' }]);
    const log = await asOwner('select * from activity where subject_id = $1', [id]);
    expect(JSON.stringify(log)).not.toContain(world.veurne.personId('mia'));
  });

  it('is signed by the noter, to every helper, and in the mail; who reads no mail is called', async () => {
    const { veurne } = world;
    await asOwner('update person set email = null where id = $1', [veurne.personId('mia')]);
    const id = await noteQuestion(await veurneAs('lies'), note('coach'));
    const thread = await questionThread(await veurneAs('ann'), id);
    expect(messagesOf(thread)[0]).toMatchObject({ name: 'Genoteerd door Lies Maes, voor Mia Maes' });
    expect(thread.readsMail).toBe(false);
    expect((await questionThread(await veurneAs('mia'), id)).noter?.firstName).toBe('Lies');
    const letter = await inOrganisation(veurne.system, (tx) =>
      helplineMails['question.waiting']!(tx, {
        ...{ id, subjectId: id, personId: veurne.personId('ann'), particulars: {} },
      }),
    );
    expect(letter?.text).toContain('Genoteerd door Lies Maes, voor Mia Maes');
    expect(letter?.text).toContain('Mia Maes leest geen e-mail: bel of ga langs.');
    const own = await askQuestion(await veurneAs('mia'), { body: 'Zo.', theme: null, key: '' });
    expect(messagesOf(await questionThread(await veurneAs('ann'), own))[0]?.name).toBe('Mia Maes');
    await asOwner(`update person set email = 'mia@veurne.example' where id = $1`, [veurne.personId('mia')]);
  });

  it('goes to the right coach, or is solved at once; sent twice it is one', async () => {
    const ernst = await veurneAs('ernst');
    const given = await noteQuestion(ernst, note('coach', { key: 'once' }));
    expect(await noteQuestion(ernst, note('coach', { key: 'once' }))).toBe(given);
    const thread = await questionThread(await veurneAs('ann'), given);
    expect(thread.question).toMatchObject({ state: 'waiting', holderId: world.veurne.personId('ann') });
    const solved = await noteQuestion(ernst, note('solved'));
    expect((await questionThread(ernst, solved)).question.state).toBe('closed');
    expect((await questionThread(await veurneAs('mia'), solved)).can.closeAsAsker).toBe(true);
  });

  it('is for whoever helps, and for colleagues of this organisation who work here', async () => {
    const { koksijde, veurne } = world;
    await expect(noteQuestion(await veurneAs('karel'), note('mine'))).rejects.toBeInstanceOf(Forbidden);
    await expect(noteQuestion(await koksijde.as('ann'), note('mine'))).rejects.toBeInstanceOf(NotFound);
    const self = noteQuestion(await veurneAs('ann'), note('mine', { personId: veurne.personId('ann') }));
    await expect(self).rejects.toBeInstanceOf(Invalid);
  });

  it('is told nothing of what helpers noted, also where two of them are answered together', async () => {
    const lies = await veurneAs('lies');
    const ann = await veurneAs('ann');
    const intoId = await noteQuestion(lies, note('coach'));
    const fromId = await noteQuestion(lies, note('coach', { personId: world.veurne.personId('karel') }));
    for (const id of [intoId, fromId]) await writeNote(ann, id, { body: 'Dit staat er voor helpers.' });
    await mergeQuestions(ann, { fromId, intoId });
    const joined = async (name: Name) => (await questionThread(await veurneAs(name), intoId)).ties.joined[0];
    expect((await joined('ann'))?.messages).toMatchObject([{ kind: 'note' }]);
    expect(await joined('lies')).toMatchObject({ id: fromId, messages: [] });
    await passOn(ann, intoId);
    expect((await joined('bram'))?.messages).toMatchObject([{ kind: 'note' }]);
  });
});

describe('whom one means', () => {
  it('is found by a part of the name, with or without an address, and in this organisation only', async () => {
    const { koksijde, veurne } = world;
    await asOwner('update person set email = null where id = $1', [veurne.personId('omer')]);
    const ann = await veurneAs('ann');
    const [omer, ...others] = await colleaguesNamed(ann, 'ome');
    expect(others).toEqual([]);
    expect(omer).toMatchObject({ firstName: 'Omer', unitName: 'Bibliotheek' });
    expect(await colleagueHere(ann, omer!.personId)).toMatchObject({ hasMail: false });
    expect(await colleaguesNamed(ann, 'o')).toEqual([]);
    // Who begins next month is not here to ask anything yet, and has no page to come to.
    const begins = (day: string | null) =>
      asOwner('update appointment set starts_on = $2 where person_id = $1', [omer!.personId, day]);
    await begins('2099-01-01');
    expect(await colleaguesNamed(ann, 'ome')).toEqual([]);
    await begins(null);
    expect((await colleaguesNamed(ann, 'maes')).map((one) => one.firstName)).not.toContain('Ann');
    await expect(colleaguesNamed(await veurneAs('mia'), 'omer')).rejects.toBeInstanceOf(Forbidden);
    await expect(colleagueHere(await koksijde.as('ann'), omer!.personId)).rejects.toBeInstanceOf(NotFound);
    const there = await colleaguesNamed(await koksijde.as('ann'), 'omer');
    expect(there.map((one) => one.personId)).toEqual([koksijde.personId('omer')]);
    const id = await noteQuestion(ann, note('mine', { personId: omer!.personId }));
    const [row] = await asOwner<{ mail: string }>('select mail from notification where subject_id = $1', [
      id,
    ]);
    expect(row?.mail).toBe('none');
  });
});
