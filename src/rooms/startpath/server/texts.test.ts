import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { Conflict, Forbidden } from '#platform/errors.ts';
import { changeOrganisation } from '#rooms/organisations/server/index.ts';
import { asOwner, travelTo } from '../../../../tests/support/database.ts';
import { mondayMorning, useWorld } from '../../../../tests/support/world.ts';
import { textForm } from '../forms.ts';
import {
  planStart,
  putBackStepText,
  restartStepText,
  stepDocument,
  stepTextHere,
  writeStepText,
} from './index.ts';

const world = useWorld();

beforeEach(async () => {
  await travelTo(mondayMorning);
  await asOwner('truncate start_path, start_text');
});

const cora = () => world.veurne.as('cora');
const text = async () => stepTextHere(await cora(), 'decision');

describe('the text of a step', () => {
  it('is the example, with what is known filled in', async () => {
    await changeOrganisation(await world.veurne.as('ada'), { name: 'veurne', ictPhone: '058 11 22 33' });
    await planStart(await cora(), '2026-11-30');
    expect(await text()).toMatchObject({ edition: 0, isOwn: false, isAside: false });
    const { filled } = await text();
    expect(filled).toContain('het managementteam van veurne');
    expect(filled).toContain('ma 30 nov. 2026');
    expect(filled).toContain('Cora Maes');
    expect(filled).toContain('[aantal uren] uur per week');
    const { filled: announced } = await stepTextHere(await cora(), 'announcement');
    expect(announced).toContain('058 11 22 33');
    expect(announced).toContain('Dirk Maes, algemeen directeur');
    expect(announced).not.toContain('[');
  });

  it('is adapted by who keeps the path, one after the other, for the own organisation', async () => {
    const unread = writeStepText(await cora(), 'decision', { body: 'Van een latere versie', edition: 7 });
    await expect(unread).rejects.toThrow(Conflict);
    await writeStepText(await cora(), 'decision', { body: '# Van ons, [naam bestuur]', edition: 0 });
    expect(await text()).toMatchObject({ filled: '# Van ons, veurne', edition: 1, isOwn: true });
    const ada = await world.veurne.as('ada');
    await expect(writeStepText(ada, 'decision', { body: 'Anders', edition: 0 })).rejects.toThrow(Conflict);
    await writeStepText(ada, 'decision', { body: 'Anders', edition: 1 });
    expect((await stepTextHere(await world.veurne.as('dirk'), 'decision')).body).toBe('Anders');
    expect((await stepTextHere(await world.koksijde.as('cora'), 'decision')).isOwn).toBe(false);
    const hans = await world.veurne.as('hans');
    await expect(writeStepText(hans, 'decision', { body: 'x', edition: 2 })).rejects.toThrow(Forbidden);
    await expect(stepTextHere(await world.veurne.as('mia'), 'decision')).rejects.toThrow(Forbidden);
  });

  it('begins again from the example, and what was written can be put back', async () => {
    await writeStepText(await cora(), 'decision', { body: 'Van ons', edition: 0 });
    await restartStepText(await cora(), 'decision');
    expect(await text()).toMatchObject({ isOwn: false, isAside: true, edition: 2 });
    await restartStepText(await cora(), 'decision');
    await putBackStepText(await world.koksijde.as('cora'), 'decision');
    await putBackStepText(await cora(), 'decision');
    expect(await text()).toMatchObject({ body: 'Van ons', isOwn: true, isAside: false });
    await putBackStepText(await cora(), 'decision');
    expect((await text()).body).toBe('Van ons');
    for (const verb of [restartStepText, putBackStepText])
      await expect(verb(await world.veurne.as('dirk'), 'decision')).rejects.toThrow(Forbidden);
  });

  it('comes as a document that a word processor opens', async () => {
    await writeStepText(await cora(), 'decision', { body: '# Nota <&>\n- een\n| a | b |', edition: 0 });
    const { title, bytes } = await stepDocument(await world.veurne.as('hans'), 'decision');
    expect(title).toBe('Nota <&>');
    const typed = v.parse(textForm, { body: 'a\u0001b\u000bc\r\n\td', edition: '1', place: [], typed: [] });
    expect(typed.body).toBe('a b c\n\td');
    // A zip, as every .docx is.
    expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
    expect((await stepDocument(await world.koksijde.as('cora'), 'decision')).title).toContain(
      'managementteam',
    );
    await expect(stepDocument(await world.veurne.as('ann'), 'decision')).rejects.toThrow(Forbidden);
  });
});
