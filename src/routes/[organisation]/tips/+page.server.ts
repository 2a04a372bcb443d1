import { themeLabel } from '#rooms/organisations/themes.ts';
import { levelChoices, themeChoices } from '#rooms/tips/choices.ts';
import { applicationLabel, statusLabel, worksSentence } from '#rooms/tips/labels.ts';
import { tipApplications, tipsHere, tipsLike, tipsWaitingForMe } from '#rooms/tips/server/index.ts';
import { canCheckTips, tipStatuses, type Tip, type TipStatus } from '#rooms/tips/tip.ts';
import { m } from '#messages';
import { addressWith, chosenIn, isNarrowed } from './chosen.ts';

const pageSize = 40;
const waitingSize = 20;

/** What stands in the list unless a state was chosen. */
const usual: readonly TipStatus[] = ['draft', 'reviewed', 'published', 'to_review'];

export const load = async ({ locals: { who }, url }) => {
  const chosen = chosenIn(url, who);
  const checks = canCheckTips(who);
  const opens = !isNarrowed(chosen) && !chosen.after;
  const filter = { ...chosen, status: chosen.status ?? usual, limit: pageSize };
  const tips = await (chosen.q ? tipsLike(who, chosen.q, filter) : tipsHere(who, filter));
  const waiting = opens
    ? await tipsWaitingForMe(who, { limit: waitingSize })
    : { mine: [] as Tip[], toCheck: [] as Tip[] };
  const above = new Set([...waiting.mine, ...waiting.toCheck].map(({ id }) => id));
  const more = !chosen.q && tips.length === pageSize;
  return {
    chosen: { ...chosen, theme: chosen.theme ?? '', level: chosen.level ?? '', status: chosen.status ?? '' },
    narrowed: isNarrowed(chosen),
    tips: tips.filter(({ id }) => !above.has(id)).map(line),
    mine: waiting.mine.map(line),
    toCheck: waiting.toCheck.map(line),
    next: more ? addressWith(url, { na: tips.at(-1)!.id }) : null,
    views: {
      all: addressWith(url, { van: '' }),
      ownUnit: addressWith(url, { van: 'dienst' }),
    },
    themes: themeChoices(),
    levels: levelChoices(),
    applications: (await tipApplications(who)).map((value) => ({ value, label: value })),
    statuses: checks ? tipStatuses.map((value) => ({ value, label: statusLabel(value) })) : [],
  };
};

const line = (tip: Tip) => ({
  id: tip.id,
  title: tip.title,
  status: tip.status,
  meta: [
    themeLabel(tip.theme),
    applicationLabel(tip),
    tip.unitName && m.tips_unit_only({ unit: tip.unitName }),
    tip.helped > 0 ? m.tips_helped({ count: tip.helped }) : null,
    worksSentence(tip),
  ]
    .filter(Boolean)
    .join(' · '),
});
