import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../../tests/support/world.ts';
import { applyStaffImport } from './staff-apply.ts';
import { answerStaffDoubts } from './staff-decide.ts';
import { fileOf, hr, previewed, sample, shown, taken, useStaffWorld } from './staff-import.world.ts';

// Files as they come in practice, each made of the export of the demo.

const world = useStaffWorld();
const [header = '', ...rows] = new TextDecoder('windows-1252').decode(sample).split(/\r?\n/).filter(Boolean);
const cells = (row: string) => row.split(';');
const file = (lines: readonly string[]) => fileOf(new TextEncoder().encode([header, ...lines].join('\r\n')));
const plan = async (lines: readonly string[]) =>
  (await shown(world.veurne, await previewed(world.veurne, file(lines)))).plan;
const isOf = (employer: string) => (row: string) => row.includes(`;${employer};`);
/** A number changes from the front, so that zeros in front do not hide it. */
const renumbered = (row: string) => row.replace(/^[^;]*/, (number) => `9${number}`);

/** Unquoted lines of employers that can be read as they stand. */
const plain = rows.filter((row) => !row.includes('"') && cells(row).length === cells(header).length);

describe('the export of the demo', () => {
  it('a month later: joiners, leavers and movers, and nobody else', async () => {
    await taken(world.veurne, file(plain));
    const [mover = '', ...others] = plain.slice(20);
    const moved = cells(mover).with(4, 'Sport').with(5, '').join(';');
    const joiner = cells(mover).with(0, '777777').with(1, 'Nieuw').with(2, 'Nora').with(3, '').join(';');
    const later = await plan([...plain.slice(2, 20), moved, ...others, joiner]);
    expect(later.added.map(({ staff }) => staff.number)).toEqual(['777777']);
    expect(later.changed.map(({ changes }) => changes.map(({ field }) => field))).toEqual([['unit']]);
    const ended = later.endings.flatMap(({ people, ends }) =>
      ends ? people.map(({ number }) => number) : [],
    );
    expect(ended.toSorted()).toEqual(plain.slice(0, 2).map((row) => cells(row)[0]));
  });

  it('of one employer only leaves the other alone', async () => {
    await taken(world.veurne, file(plain));
    const employers = [...new Set(plain.map((row) => cells(row)[8]))];
    expect(employers.length).toBeGreaterThan(1);
    const theirs = plain.filter(isOf('OCMW Voorbeeld'));
    const later = await plan(theirs);
    expect([later.endings, later.added, later.changed]).toEqual([[], [], []]);
  });

  it('of which half is missing ends nobody by itself', async () => {
    await taken(world.veurne, file(plain));
    const later = await plan(plain.slice(0, plain.length / 2));
    expect(later.endings.map(({ isMany, ends }) => [isMany, ends])).toContainEqual([true, false]);
    expect(later.endings.filter(({ isMany, ends }) => isMany && ends)).toEqual([]);
  });

  it('with every number changed is asked, and brings nobody in twice', async () => {
    await taken(world.veurne, file(plain));
    const people = (await rowsOf('person')).length;
    const mailed = plain.filter((row) => cells(row)[3]?.includes('@'));
    const id = await previewed(world.veurne, file(mailed.map(renumbered)));
    const { plan: asked } = await shown(world.veurne, id);
    expect([asked.added, asked.questions.length > 200]).toEqual([[], true]);
    await answerStaffDoubts(await hr(world.veurne), id, { alike: 'same' });
    const { fingerprint, plan: answered } = await shown(world.veurne, id);
    expect(answered.added).toEqual([]);
    expect(new Set(answered.changed.map(({ changes }) => changes[0]?.field))).toEqual(new Set(['number']));
    await applyStaffImport(await hr(world.veurne), id, { fingerprint });
    expect((await rowsOf('person')).length).toBe(people);
  });

  it('with every line twice is as the list itself', async () => {
    const once = await plan(plain);
    const twice = await plan(plain.flatMap((row) => [row, row]));
    expect(twice.added.map(({ staff }) => staff.number)).toEqual(once.added.map(({ staff }) => staff.number));
    expect(twice.undecided.filter(({ reason }) => reason === 'repeated_line').length).toBeGreaterThan(300);
  });

  it.each([
    ['in UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['in UTF-16, little end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['in UTF-16, big end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['with tabs', (text: string) => Buffer.from(text.replaceAll(';', '\t'), 'utf8')],
    ['with other headers', (text: string) => Buffer.from(otherHeaders(text), 'utf8')],
  ])('%s says the same', async (_, encoded) => {
    const text = [header, ...plain].join('\r\n');
    const id = await previewed(world.veurne, fileOf(new Uint8Array(encoded(text))));
    const numbers = (one: Awaited<ReturnType<typeof plan>>) => one.added.map(({ staff }) => staff);
    expect(numbers((await shown(world.veurne, id)).plan)).toEqual(numbers(await plan(plain)));
  });
});

const otherHeaders = (text: string): string =>
  ['Stamnummer;Familienaam;Roepnaam', ...header.split(';').slice(3)].join(';') + text.slice(header.length);
