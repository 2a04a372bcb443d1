import { beforeAll, describe, expect, it } from 'vitest';
import { sweeps } from '../../src/registry.server.ts';
import { shareCard } from '../../src/rooms/networks/server/index.ts';
import { copiesIn, netOf } from '../../src/rooms/networks/server/networks.world.ts';
import {
  callHere,
  nameColleague,
  openCall,
  planStart,
  volunteer,
} from '../../src/rooms/startpath/server/index.ts';
import { volunteersHere, writeStepText } from '../../src/rooms/startpath/server/index.ts';
import { nameBuddy, tickWelcomeStep, welcomeOf } from '../../src/rooms/onboarding/server/index.ts';
import { giveLists } from '../../src/rooms/onboarding/server/welcome/give.ts';
import { planLeaving } from '../../src/rooms/people/server/index.ts';
import { asOwner, travelTo } from '../support/database.ts';
import { everyPage, textOf, type PageOf } from '../support/every-page.ts';
import { runNetworkJobs } from '../support/network-jobs.ts';
import { mondayMorning, rowsOf, useWorld, type Name, type Town } from '../support/world.ts';

/**
 * Ann has a name that nobody else has, and stands wherever the start of the coaches, the onthaal and a network name
 * somebody. On Friday she goes; on Saturday everybody looks for her, also in the other organisation of the network.
 */
const world = useWorld();
const words = ['Annelore', 'Zonderling', 'annelore@'];
const readersOf = (town: Town): Name[] =>
  town === world.veurne ? ['mia', 'lies', 'cora', 'hans', 'ernst'] : ['lies', 'cora', 'nele'];
const items = [{ sentence: 'Drink een koffie.', doer: 'self', shownBy: null } as never];

beforeAll(async () => {
  await travelTo(mondayMorning);
  const { veurne } = world;
  const id = (name: Name) => veurne.personId(name);
  await asOwner(
    `update person set first_name = 'Annelore', last_name = 'Zonderling', email = 'annelore@veurne.example' where id = $1`,
    [id('ann')],
  );
  const [cora, ann] = [await veurne.as('cora'), await veurne.as('ann')];
  await planStart(cora, '2026-11-23');
  await writeStepText(cora, 'call', { body: 'Wil jij digicoach worden?', edition: 0 });
  await openCall(cora, '2026-12-11');
  await volunteer(ann, 'Ik help ook in het archief.');
  await nameColleague(ann, 'Mia Maes');
  for (const [name, kind] of [['lies', 'coach'] as const, ['ann', 'newcomer'] as const])
    await veurne.inside((tx) => giveLists(tx, [{ personId: id(name), kind, beginsOn: '2026-11-16', items }]));
  await nameBuddy(cora, id('lies'), id('ann'));
  const [list] = (await welcomeOf(cora, id('lies'))).lists;
  await tickWelcomeStep(cora, list!.steps[0]!.id, true);
  await asOwner('update welcome_step set ticked_by = $1 where welcome_id = $2', [id('ann'), list!.id]);
  const { veurneId: membershipId } = await netOf(world);
  await shareCard(ann, { membershipId, reach: ['email'] });
  await runNetworkJobs();
}, 60_000);

const towns = () => [world.veurne, world.koksijde];

/** The others: leaving.test.ts. */
const further = /^(oproep|startpad|onthaal|netwerk|ik|inrichten)?(\/|$)/;

async function pagesOf(town: Town): Promise<PageOf[]> {
  const net = await netOf(world);
  const pages = await everyPage({
    ...{ person: town.personId('lies'), unit: town.unitId('Burgerzaken'), step: 'call' },
    ...{ network: net.id, member: net.veurneId },
    membership: town === world.veurne ? net.veurneId : net.koksijdeId,
  });
  return pages.filter(({ folder }) => further.test(folder));
}

/** 'town reader page' of every page on which she is named. */
async function foundOn(): Promise<string[]> {
  const on: string[] = [];
  for (const town of towns())
    for (const page of await pagesOf(town))
      for (const reader of readersOf(town)) {
        const text = await textOf(town, reader, page);
        if (words.some((word) => text.includes(word))) on.push(`${town.slug} ${reader} ${page.folder}`);
      }
  return on;
}

describe('somebody who goes', () => {
  it('stands on the pages of the start, the onthaal and the network until then', async () => {
    const on = await foundOn();
    for (const line of [
      ...['veurne mia oproep', 'veurne cora startpad/kandidaten', 'veurne lies ik/onthaal'],
      ...['veurne hans onthaal', 'veurne hans onthaal/[person]', 'veurne ernst netwerk/coaches'],
      ...['koksijde lies netwerk/coaches'],
    ])
      expect(on).toContain(line);
  }, 120_000);

  it('stands on none of them afterwards, here or elsewhere', async () => {
    await planLeaving(await world.veurne.as('cora'), world.veurne.personId('ann'), {
      ...({ kind: 'job', lastDay: '2026-11-27', word: null } as const),
      ...{ keeperId: null, dropInsTo: null, standsInId: null },
    });
    await travelTo('2026-11-28 10:00');
    for (const town of towns()) for (const sweep of Object.values(sweeps)) await sweep(town.system);
    await runNetworkJobs();
    expect(await foundOn()).toEqual([]);
  }, 120_000);

  it('leaves nothing behind of what was only hers to say', async () => {
    expect(await rowsOf('network_yes')).toEqual([]);
    for (const town of towns()) expect(await copiesIn(town)).toEqual([]);
    expect(await volunteersHere(await world.veurne.as('cora'))).toEqual([]);
    expect(await rowsOf('welcome', `person_id = '${world.veurne.personId('ann')}'`)).toEqual([]);
    expect(await rowsOf('welcome', 'buddy_id is not null')).toEqual([]);
    const { namedBy } = (await callHere(await world.veurne.as('mia')))!;
    expect(namedBy).toEqual([{ firstName: '', lastName: 'gone:helper' }]);
  });
});
