import { verb } from '#platform/server/verb.ts';
import { whoHelpsUnits } from '#rooms/people/server/index.ts';
import { isFor, type WelcomeItem } from '../../welcome/steps.ts';
import { colleagueAsNewcomer } from './begin.ts';
import { buddiesFor } from './coaches.ts';
import { listsOf } from './lists.ts';
import { itemsOf } from './list.ts';
import { audienceOf, newcomersOf, type Newcomer } from './newcomers.ts';

/** One colleague: their lists with every step; for who was not welcomed yet, the list they would get. */
export const welcomeOf = verb('welcomeOf', async (tx, personId: string) => {
  const newcomer = await colleagueAsNewcomer(tx, personId);
  const lists = await listsOf(tx, [personId]);
  const begins = lists.some(({ kind }) => kind === 'coach');
  return {
    newcomer,
    lists,
    wouldGet: newcomer.welcomeId ? [] : wouldGet(await itemsOf(tx), newcomer),
    buddies: begins ? await buddiesFor(tx, personId) : [],
    help: (await whoHelpsUnits(tx, [newcomer.unitId])).get(newcomer.unitId) ?? null,
    now: tx.now,
  };
});

const wouldGet = (items: readonly WelcomeItem[], newcomer: Newcomer): WelcomeItem[] =>
  items.filter((item) => isFor(item, audienceOf(newcomer)));

/** What is printed: for everybody on the page who has no e-mail, or for one colleague. By unit, as it is handed out. */
export const welcomeCards = verb('welcomeCards', async (tx, personId: string | null) => {
  const newcomers = personId
    ? [await colleagueAsNewcomer(tx, personId)]
    : (await newcomersOf(tx)).filter(({ hasEmail }) => !hasEmail);
  const lists = await listsOf(
    tx,
    newcomers.map((one) => one.personId),
  );
  const helps = await whoHelpsUnits(
    tx,
    newcomers.map(({ unitId }) => unitId),
  );
  const items = await itemsOf(tx);
  const cards = newcomers.map((newcomer) => ({
    newcomer,
    help: helps.get(newcomer.unitId) ?? null,
    steps: lists.find(({ id }) => id === newcomer.welcomeId)?.steps ?? wouldGet(items, newcomer),
  }));
  const byUnit = new Intl.Collator('nl-BE');
  return {
    cards: cards.toSorted((a, b) => byUnit.compare(a.newcomer.unitName, b.newcomer.unitName)),
    now: tx.now,
  };
});
