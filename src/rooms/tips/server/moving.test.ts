import { describe, expect, it } from 'vitest';
import { Conflict, Forbidden, Invalid, NotFound } from '#platform/errors.ts';
import type { Occasion } from '#platform/server/handed-in.ts';
import { resolve } from '#rooms/organisations/server/index.ts';
import { endAbsence, markAway } from '#rooms/people/server/index.ts';
import { search } from '#rooms/search/server/index.ts';
import { travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, rowsOf, useWorld } from '../../../../tests/support/world.ts';
import { changeTip, moveTip, writeTip } from './index.ts';
import { tipMails } from './mails.ts';
import { lookAgain } from './move.ts';
import { formOf, seenBy, text } from './tips.world.ts';

const world = useWorld();
const written = async (name: 'mia' | 'ann', title: string) =>
  (await writeTip(await world.veurne.as(name), { ...text, title })).id;
const move = async (name: 'mia' | 'ann' | 'karel', id: string, how: Parameters<typeof moveTip>[2]) =>
  moveTip(await world.veurne.as(name), id, how);
/** What its author and keeper heard; that it waits for a check stands below. */
const told = (id: string) =>
  rowsOf('notification', `subject_id = '${id}' and kind <> 'tip.to_check' order by id`);

async function letterOf(id: string) {
  const [last] = (await told(id)).toReversed() as { id: string; kind: string; person_id: string }[];
  const occasion: Occasion = { id: last!.id, personId: last!.person_id, subjectId: id, particulars: {} };
  return world.veurne.inside((tx) => tipMails[last!.kind]!(tx, occasion));
}

describe('a draft', () => {
  it('is published by who checks, never by a colleague who wrote it; the author hears it', async () => {
    const { veurne, koksijde, brugge } = world;
    const id = await written('mia', 'Een handtekening zetten');
    await expect(move('mia', id, { move: 'publish' })).rejects.toBeInstanceOf(Forbidden);
    for (const town of [koksijde, brugge])
      await expect(moveTip(await town.as('ann'), id, { move: 'publish' })).rejects.toBeInstanceOf(NotFound);
    await move('ann', id, { move: 'check' });
    expect(await seenBy(veurne, 'mia', id)).toMatchObject({ status: 'reviewed', reviewedOn: '2026-11-23' });
    expect(await told(id)).toEqual([]);
    await move('ann', id, { move: 'publish' });
    expect(await told(id)).toMatchObject([{ kind: 'tip.published', person_id: veurne.personId('mia') }]);
    const letter = await letterOf(id);
    expect(letter?.text).toContain('Een handtekening zetten');
    expect(letter?.subject).not.toContain('handtekening');
    expect(await resolve('tip', id)).toMatchObject([{ organisationId: veurne.id }]);
    await expect(move('ann', id, { move: 'publish' })).rejects.toBeInstanceOf(Conflict);
  });

  it('goes back to its author with a word, and waits for a check once it is mended', async () => {
    const { veurne } = world;
    const id = await written('mia', 'Een groep maken');
    await expect(move('ann', id, { move: 'send_back' })).rejects.toBeInstanceOf(Invalid);
    await move('ann', id, { move: 'send_back', word: 'Mooi! Zet er de knop nog bij.' });
    expect(await told(id)).toMatchObject([{ kind: 'tip.sent_back', person_id: veurne.personId('mia') }]);
    const letter = await letterOf(id);
    expect(letter?.text).toContain('> Mooi! Zet er de knop nog bij.');
    expect(JSON.stringify(await rowsOf('activity'))).not.toContain('knop');
    const tip = await seenBy(veurne, 'mia', id);
    expect(tip.sentBackWord).toContain('knop');
    await changeTip(await veurne.as('mia'), id, formOf(tip, { body: 'Klik op Nieuw.' }));
    expect(await seenBy(veurne, 'ann', id)).toMatchObject({ status: 'draft', sentBackWord: null });
    expect(await letterOf(id)).toBeNull();
  });

  it('of somebody who checks needs nobody, and nobody is told of their own', async () => {
    const id = await written('ann', 'Een lijst maken');
    await move('ann', id, { move: 'doubt' });
    await move('ann', id, { move: 'confirm' });
    expect(await told(id)).toEqual([]);
  });
});

describe('a published tip', () => {
  it('that its colleague changes waits for a check again; changed by who checks it stays', async () => {
    const { veurne } = world;
    const id = await written('mia', 'Vergaderen op afstand');
    await move('ann', id, { move: 'publish' });
    const hits = async () =>
      (await search(await veurne.as('karel'), { text: 'vergaderen', kinds: [], limit: 5 })).map(
        (hit) => hit.id,
      );
    const change = async (name: 'mia' | 'ann' | 'karel', body: string) =>
      changeTip(await veurne.as(name), id, formOf(await seenBy(veurne, 'mia', id), { body }));
    await change('ann', 'Klik op Vergaderen.');
    expect(await hits()).toContain(id);
    await expect(change('karel', 'Klik.')).rejects.toBeInstanceOf(Forbidden);
    await change('mia', 'Klik twee keer.');
    expect((await seenBy(veurne, 'mia', id)).status).toBe('draft');
    expect(await hits()).not.toContain(id);
  });

  it('expires and comes back as it was, in the search too', async () => {
    const { veurne } = world;
    const id = await written('ann', 'Een kopie in kleur');
    const hits = async () =>
      search(await veurne.as('mia'), { text: 'een kopie in kleur', kinds: [], limit: 5 });
    await expect(move('karel', id, { move: 'expire' })).rejects.toBeInstanceOf(Forbidden);
    await move('ann', id, { move: 'expire' });
    expect(await hits()).toEqual([]);
    await expect(seenBy(veurne, 'mia', id)).rejects.toBeInstanceOf(NotFound);
    await expect(
      changeTip(await veurne.as('ann'), id, formOf(await seenBy(veurne, 'ann', id))),
    ).rejects.toMatchObject({ reason: 'tips_expired_meanwhile' });
    expect(await move('ann', id, { move: 'restore' })).toBe('published');
    expect((await hits()).map((hit) => hit.id)).toEqual([id]);
  });

  it('is to be looked at on its day, once, and who keeps it hears and says that it still holds', async () => {
    const { veurne, koksijde } = world;
    const id = await written('mia', 'De beamer aanzetten');
    await move('ann', id, { move: 'publish' });
    await lookAgain(veurne.system);
    expect((await seenBy(veurne, 'mia', id)).status).toBe('published');
    await travelTo('2027-11-23 07:00');
    await lookAgain(koksijde.system);
    expect((await seenBy(veurne, 'mia', id)).status).toBe('published');
    await Promise.all([lookAgain(veurne.system), lookAgain(veurne.system)]);
    await lookAgain(veurne.system);
    expect((await seenBy(veurne, 'karel', id)).status).toBe('to_review');
    const [, ...later] = await told(id);
    expect(later).toMatchObject([{ kind: 'tip.to_review', person_id: veurne.personId('mia') }]);
    expect((await letterOf(id))?.text).toContain('De beamer aanzetten');
    await move('mia', id, { move: 'confirm' });
    expect(await seenBy(veurne, 'mia', id)).toMatchObject({ status: 'published', reviewOn: '2028-11-23' });
    expect(await letterOf(id)).toBeNull();
    await travelTo(mondayMorning);
  });
});

describe('a text that waits for a check', () => {
  const asked = async (id: string) =>
    (await rowsOf('notification', `subject_id = '${id}' and kind = 'tip.to_check' order by id`)) as {
      id: string;
      person_id: string;
    }[];
  const nameOf = (rows: { person_id: string }[]) =>
    rows.map((row) =>
      (['ann', 'lies', 'ernst', 'cora', 'bram'] as const).find(
        (name) => world.veurne.personId(name) === row.person_id,
      ),
    );
  const letter = async (id: string) => {
    const last = (await asked(id)).at(-1)!;
    const occasion = { id: last.id, personId: last.person_id, subjectId: id, particulars: {} };
    return world.veurne.inside((tx) => tipMails['tip.to_check']!(tx, occasion));
  };

  it('is told to the one who may check and would help its writer first, and to nobody elsewhere', async () => {
    const id = await written('mia', 'Een kalender delen');
    expect(nameOf(await asked(id))).toEqual(['ann']);
    const { id: omers } = await writeTip(await world.veurne.as('omer'), {
      ...text,
      title: 'Een boek zoeken',
    });
    expect(nameOf(await asked(omers))).toEqual(['lies']);
    await markAway(await world.veurne.as('ann'), world.veurne.personId('ann'), {
      until: null,
      substituteId: null,
    });
    const later = await written('mia', 'Een kalender verbergen');
    // Bram stands in for Ann, but does not check tips.
    expect(nameOf(await asked(later))).not.toContain('ann');
    expect(nameOf(await asked(later))).not.toContain('bram');
    expect(await asked(later)).toHaveLength(1);
    await endAbsence(await world.veurne.as('ann'), world.veurne.personId('ann'));
  });

  it('says so in a mail with a neutral subject, as long as it waits', async () => {
    const id = await written('mia', 'Een zeldzame kalender');
    const said = await letter(id);
    expect(said?.text).toContain('Een zeldzame kalender');
    expect(said?.subject).not.toMatch(/kalender|Mia/i);
    expect(said?.text).toContain(`/naar/${id}`);
    await move('ann', id, { move: 'check' });
    expect(await letter(id)).toBeNull();
  });

  it('is told again once it is mended, or changed after it was published; not for each change between', async () => {
    const { veurne } = world;
    const id = await written('mia', 'Een groep sluiten');
    const change = async (body: string) =>
      changeTip(await veurne.as('mia'), id, formOf(await seenBy(veurne, 'mia', id), { body }));
    await change('Klik op Sluiten.');
    expect(await asked(id)).toHaveLength(1);
    await move('ann', id, { move: 'send_back', word: 'Welke knop?' });
    expect(await letter(id)).toBeNull();
    await change('Klik op de rode knop.');
    expect(await asked(id)).toHaveLength(2);
    await move('ann', id, { move: 'publish' });
    await change('Klik op de groene knop.');
    expect(await asked(id)).toHaveLength(3);
    await changeTip(await veurne.as('ann'), id, formOf(await seenBy(veurne, 'ann', id), { body: 'Klik.' }));
    expect(await asked(id)).toHaveLength(3);
  });

  it('of who checks is nobody else’s business', async () => {
    const { id } = await writeTip(await world.veurne.as('ann'), { ...text, title: 'Later', status: 'draft' });
    expect(await asked(id)).toEqual([]);
  });
});
