import type { Visit } from './page-visit.ts';
import { whoHelps } from './page-visits-coaches.ts';
import { managing } from './page-visits-managing.ts';
import { together } from './page-visits-networks.ts';
import { peopleByHand } from './page-visits-people.ts';
import { asking, helping } from './page-visits-questions.ts';
import { start } from './page-visits-start.ts';
import { startpath } from './page-visits-startpath.ts';
import { sharing } from './page-visits-tips.ts';
import { welcoming } from './page-visits-welcome.ts';

/**
 * Every page, in each state that looks different, as somebody who uses it. Those of one group come one after the other in
 * one installation: a later one may begin with what an earlier one left behind.
 */
export const visits: Record<string, Visit[]> = {
  ...{ start, whoHelps, managing, peopleByHand, sharing, together },
  ...{ asking, helping, startpath, welcoming },
};
