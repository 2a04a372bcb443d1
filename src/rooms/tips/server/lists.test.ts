import { expect, it } from 'vitest';
import { useWorld } from '../../../../tests/support/world.ts';
import { moveTip, tipApplications, tipsHere, tipsLike, tipsWaitingForMe, writeTip } from './index.ts';
import { text } from './tips.world.ts';

const world = useWorld();
type Who = 'ann' | 'mia' | 'omer' | 'karel';
const as = (name: Who) => world.veurne.as(name);
const write = async (name: Who, title: string, more = {}) =>
  (await writeTip(await as(name), { ...text, title, ...more })).id;
const titles = (tips: { title: string }[]) => tips.map(({ title }) => title);

it('is narrowed by theme, application, level and state, and turned page by page', async () => {
  const outlook = { theme: 'outlook', application: 'Outlook', level: 'start' } as const;
  for (const number of [1, 2, 3, 4, 5]) await write('ann', `Mail ${number}`, outlook);
  await write('ann', 'Een lijst sorteren', { theme: 'office', application: 'Excel', level: 'alone' });
  const mia = await as('mia');
  const list = async (filter: object) => titles(await tipsHere(mia, { limit: 9, ...filter }));
  expect(await list({ theme: 'office' })).toEqual(['Een lijst sorteren']);
  expect(await list({ application: 'Excel' })).toEqual(['Een lijst sorteren']);
  expect(await list({ level: 'start', theme: 'office' })).toEqual([]);
  expect(await list({ status: ['draft', 'expired'] })).toEqual([]);
  const first = await tipsHere(mia, { theme: 'outlook', limit: 3 });
  const after = first.at(-1)!.id;
  expect(titles(first)).toEqual(['Mail 5', 'Mail 4', 'Mail 3']);
  expect(await list({ theme: 'outlook', after })).toEqual(['Mail 2', 'Mail 1']);
  expect(await list({ theme: 'outlook', after: 'nonsense' })).toHaveLength(5);
  expect(await tipApplications(mia)).toEqual(['Excel', 'Outlook']);
  for (const town of [world.koksijde, world.brugge]) {
    const there = await town.as('ann');
    expect(await tipApplications(there)).toEqual([]);
    expect(await tipsLike(there, 'mail', { limit: 9 })).toEqual([]);
    expect(await tipsWaitingForMe(there, { limit: 9 })).toEqual({ mine: [], toCheck: [] });
  }
});

it('finds what was typed, the best first, within what was chosen', async () => {
  await write('ann', 'Een vergadering plannen', { theme: 'outlook' });
  await write('ann', 'De agenda van een vergadering', { theme: 'teams' });
  const mia = await as('mia');
  expect(titles(await tipsLike(mia, 'vergadering plannen', { limit: 9 }))[0]).toBe('Een vergadering plannen');
  expect(titles(await tipsLike(mia, 'vergaderingen', { limit: 9, theme: 'teams' }))).toEqual([
    'De agenda van een vergadering',
  ]);
  expect(await tipsLike(mia, 'de', { limit: 9 })).toEqual([]);
});

it('leaves what is meant for one unit to that unit and to those who check', async () => {
  const title = 'Het loket openen';
  await write('ann', title, { theme: 'line_of_business', unitId: world.veurne.unitId('Burgerzaken') });
  const list = async (name: Who, ownUnit?: boolean) =>
    titles(await tipsHere(await as(name), { limit: 9, theme: 'line_of_business', ownUnit }));
  expect(await list('mia')).toEqual([title]);
  expect(await list('mia', true)).toEqual([title]);
  expect(await list('omer')).toEqual([]);
  expect(await list('omer', true)).toEqual([]);
  expect(await list('ann')).toEqual([title]);
});

it('opens with what waits: for who checks, for the author, for who keeps it', async () => {
  const [one, two, three] = [
    await write('mia', 'Eerst gestuurd'),
    await write('karel', 'Daarna gestuurd'),
    await write('karel', 'Weer te bekijken'),
  ];
  const ann = await as('ann');
  await moveTip(ann, three, { move: 'publish' });
  await moveTip(ann, three, { move: 'doubt' });
  const waiting = async (name: Who) => {
    const { mine, toCheck } = await tipsWaitingForMe(await as(name), { limit: 9 });
    return { mine: titles(mine), toCheck: titles(toCheck) };
  };
  expect(await waiting('ann')).toEqual({
    mine: [],
    toCheck: ['Eerst gestuurd', 'Daarna gestuurd', 'Weer te bekijken'],
  });
  await moveTip(ann, one, { move: 'send_back', word: 'Nog één stap.' });
  await moveTip(ann, two, { move: 'check' });
  expect((await waiting('ann')).toCheck).toEqual(['Daarna gestuurd', 'Weer te bekijken']);
  expect(await waiting('mia')).toEqual({ mine: ['Eerst gestuurd'], toCheck: [] });
  expect(await waiting('karel')).toEqual({ mine: ['Weer te bekijken'], toCheck: [] });
  expect(await waiting('omer')).toEqual({ mine: [], toCheck: [] });
});
