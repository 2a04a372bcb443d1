import { beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { askQuestion, proposeFollowUp, publishProblem } from '#rooms/helpline/server/index.ts';
import { signInLink, signInWithLink } from '#rooms/people/server/index.ts';
import { writeTip } from '#rooms/tips/server/index.ts';
import { GET } from '../../src/routes/(public)/naar/[question]/+server.ts';
import { asOwner } from '../support/database.ts';
import { people } from '../support/town.ts';
import { rowsOf, useWorld, type Name, type Town } from '../support/world.ts';

// The links in mails, as everybody of three towns: they lead whoever may read there, and nobody else learns a thing.

const world = useWorld();
const names = Object.keys(people) as Name[];
const cookies = new Map<string, string>();
const ids = { question: '', covered: '', tip: '', draft: '', problem: '', followUp: '' };

const cookieOf = async (town: Town, name: Name): Promise<string> => {
  const link = new URL(await signInLink(town.id, town.personId(name)));
  const signedIn = await signInWithLink(link.searchParams.get('token')!, new Headers());
  return signedIn!.setCookies.map((line) => line.split(';')[0]).join('; ');
};

beforeAll(async () => {
  const { veurne, koksijde, brugge } = world;
  const [mia, ann, bram] = [await veurne.as('mia'), await veurne.as('ann'), await veurne.as('bram')];
  const ask = { body: 'Waar is de sleutel?', theme: null, key: '' };
  ids.question = await askQuestion(mia, ask);
  ids.covered = await askQuestion(mia, { ...ask, way: 'cover', coachId: veurne.personId('lies') });
  const tip = { title: 'De sleutel', body: 'Onder de mat.', theme: 'files' } as const;
  ids.tip = (await writeTip(ann, { ...tip, status: 'published' })).id;
  ids.draft = (await writeTip(bram, tip)).id;
  ids.problem = await publishProblem(ann, { line: 'De sleutel is weg', theme: 'files' });
  const proposed = { personId: veurne.personId('mia'), comeOn: '2026-11-30', key: '' };
  ids.followUp = await proposeFollowUp(ann, proposed);
  for (const name of names) cookies.set(`veurne ${name}`, await cookieOf(veurne, name));
  for (const town of [koksijde, brugge])
    for (const name of ['mia', 'ann', 'ada'] as const)
      cookies.set(`${town.slug} ${name}`, await cookieOf(town, name));
}, 120_000);

/** Where the link leads who has this cookie; null: nowhere. */
async function leads(cookie: string, id: string): Promise<string | null> {
  const url = new URL(`https://trekkracht.test/naar/${id}`);
  const event = { params: { question: id }, url, request: new Request(url, { headers: { cookie } }) };
  try {
    await GET(event as unknown as Parameters<typeof GET>[0]);
    throw new Error('a link never answers itself');
  } catch (error) {
    if (error instanceof NotFound) return null;
    const { status, location } = error as { status: number; location: string };
    expect(status).toBe(303);
    return location;
  }
}

const everybody = names.map((name) => `veurne ${name}`);
const readers: [keyof typeof ids, string, readonly string[]][] = [
  ['question', '/vragen', ['veurne mia', 'veurne ann']],
  ['covered', '/vragen', ['veurne mia', 'veurne lies']],
  ['tip', '/tips', everybody],
  ['draft', '/tips', ['veurne bram', 'veurne ann', 'veurne lies', 'veurne ernst', 'veurne cora']],
  ['problem', '/bekende-problemen', everybody],
  ['followUp', '/ik-kom-terug', ['veurne mia', 'veurne ann']],
];

describe('a link in a mail', () => {
  it.each(readers)('to a %s leads those who may read it, and nobody else', async (kind, page, who) => {
    const led = new Map<string, string | null>();
    for (const [name, cookie] of cookies) led.set(name, await leads(cookie, ids[kind]));
    const wanted = [...cookies.keys()].map((name) => [
      name,
      who.includes(name) ? `/veurne${page}/${ids[kind]}` : null,
    ]);
    expect(Object.fromEntries(led)).toEqual(Object.fromEntries(wanted));
  });

  it('to what is nowhere, or is no id, leads nobody; who is not signed in is asked to first', async () => {
    const mia = cookies.get('veurne mia')!;
    expect([await leads(mia, newId()), await leads(mia, 'sleutel')]).toEqual([null, null]);
    for (const id of [...Object.values(ids), newId()])
      expect(await leads('', id)).toBe(`/aanmelden?naar=${encodeURIComponent(`/naar/${id}`)}`);
  });

  it('to something of a colleague who left leads them nowhere', async () => {
    const { veurne } = world;
    const omer = cookies.get('veurne omer')!;
    expect(await leads(omer, ids.problem)).not.toBeNull();
    await asOwner(`update appointment set ends_on = '2026-11-01' where person_id = $1`, [
      veurne.personId('omer'),
    ]);
    expect(await leads(omer, ids.problem)).toBeNull();
    expect(await rowsOf('appointment', `ends_on is not null`)).toHaveLength(1);
  });
});
