import { m } from '#messages';
import { keptOfActivity } from '#rooms/activity/kept.ts';
import { keptOfHelping, keptOfQuestions } from '#rooms/helpline/what-is-kept.ts';
import { keptOfNetworks } from '#rooms/networks/kept.ts';
import { keptOfNotifications } from '#rooms/notifications/kept.ts';
import { keptOfBeginning } from '#rooms/onboarding/kept.ts';
import { keptOfPeople } from '#rooms/people/kept.ts';
import { keptOfSearch } from '#rooms/search/kept.ts';
import { keptOfStarting } from '#rooms/startpath/kept.ts';
import { keptOfTips } from '#rooms/tips/kept.ts';

/** All that is kept of people, by why it is kept. tests/house/kept.test.ts holds that no table is forgotten. */
export const everything = [
  {
    title: m.kept_staff_title,
    rows: [...keptOfPeople, ...keptOfBeginning, ...keptOfStarting, ...keptOfNetworks],
  },
  { title: m.kept_asking_title, rows: keptOfQuestions },
  { title: m.kept_helping_title, rows: keptOfHelping },
  { title: m.kept_sharing_title, rows: keptOfTips },
  { title: m.kept_behind_title, rows: [...keptOfNotifications, ...keptOfSearch, ...keptOfActivity] },
];

export const never = [
  m.kept_never_number,
  m.kept_never_why,
  m.kept_never_count,
  m.kept_never_speed,
  m.kept_never_language,
  m.kept_never_track,
];
