import { setUpHere } from '#rooms/onboarding/server/index.ts';
import { startPathHere } from '#rooms/startpath/server/index.ts';
import { shownOnStart } from '#rooms/startpath/shown.ts';

/** The Startpad on Start, for who keeps it: from the end of the set-up until its last step is done. */
export async function pathOnStart({ who }: App.Locals) {
  if (!who.may('planStart')) return null;
  const path = await startPathHere(who);
  const isWanted = path.decidesOn !== null || (who.may('setUpHere') && (await setUpHere(who)).wasBegun);
  return isWanted ? shownOnStart(path) : null;
}
