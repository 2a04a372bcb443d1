import { newId } from '#platform/ids.ts';
import { formatClock, formatMoment } from '#platform/dates.ts';
import { helperRow, ownRow } from '#rooms/helpline/shown.ts';
import { myQuestions, questionsForMe } from '#rooms/helpline/server/index.ts';
import { coachesHere, whoHelpsMe, type HelperCard } from '#rooms/people/server/index.ts';
import { tipsHere } from '#rooms/tips/server/index.ts';

const shortList = 3;

export const load = async ({ locals: { who } }) => {
  const help = await whoHelpsMe(who);
  const { rows: mine } = await myQuestions(who, { limit: shortList });
  const waiting = await questionsForMe(who);
  const tips = await tipsHere(who, { status: 'published', limit: shortList });
  return {
    key: newId(),
    noCoachYet: who.may('coachesHere') && (await coachesHere(who)).length === 0,
    helper: cardFor(help.first, help.now),
    next: help.next && { firstName: help.next.firstName, unitName: help.next.unitName },
    ictPhone: help.ictPhone,
    mine: mine.map((row) => ownRow(row, help.now)),
    forMe: waiting.mine.map((row) => helperRow(row, help.now)),
    ofUnit: waiting.ofUnit.length,
    helps:
      who.roles.some((role) => ['coach', 'expert', 'ict'].includes(role.kind)) || waiting.mine.length > 0,
    tips: tips.map(({ id, title }) => ({ id, title })),
  };
};

const cardFor = (card: HelperCard, now: Date) => ({
  firstName: card.firstName,
  name: `${card.firstName} ${card.lastName}`,
  initials: `${card.firstName.slice(0, 1)}${card.lastName.slice(0, 1)}`,
  unitName: card.unitName,
  kind: card.reason.kind,
  place: card.place,
  phone: card.phone,
  thereNow: card.thereNow,
  until: card.until && formatClock(card.until),
  from: formatMoment(card.from, now),
});
