import { formatMoment } from '#platform/dates.ts';
import { demoMails } from '#rooms/notifications/server/index.ts';

export const load = async ({ locals: { who } }) => {
  const { mails, now } = await demoMails(who);
  return { mails: mails.map((mail) => ({ ...mail, sentAt: formatMoment(mail.sentAt, now) })) };
};
