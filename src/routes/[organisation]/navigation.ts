import BookText from '@lucide/svelte/icons/book-text';
import Building from '@lucide/svelte/icons/building';
import CalendarOff from '@lucide/svelte/icons/calendar-off';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import ClipboardPen from '@lucide/svelte/icons/clipboard-pen';
import Clock from '@lucide/svelte/icons/clock';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import Footprints from '@lucide/svelte/icons/footprints';
import HeartHandshake from '@lucide/svelte/icons/heart-handshake';
import House from '@lucide/svelte/icons/house';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import Mails from '@lucide/svelte/icons/mails';
import Map from '@lucide/svelte/icons/map';
import MessageCircle from '@lucide/svelte/icons/message-circle-question-mark';
import Network from '@lucide/svelte/icons/network';
import Plus from '@lucide/svelte/icons/plus';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Sprout from '@lucide/svelte/icons/sprout';
import Signpost from '@lucide/svelte/icons/signpost';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Upload from '@lucide/svelte/icons/upload';
import Users from '@lucide/svelte/icons/users';
import { m } from '#messages';
import type { NavGroup, NavItem } from '#platform/ui/navigation.ts';

/** What of the house this person uses. */
export type Uses = {
  /** Is a coach: notes more often than asks. */
  coaches: boolean;
  /** Helps by a role, and so notes questions, keeps standard answers and tells what is broken. */
  notes: boolean;
  guidance: boolean;
  networks: boolean;
  startPath: boolean;
  peopleHere: boolean;
  welcomes: boolean;
  staffImport: boolean;
  changeUnitHours: boolean;
  closingDays: boolean;
  changeOrganisation: boolean;
};

type Where = { home: string; path: string; uses: Uses; demo: boolean; waits: number };

const only = (may: boolean, item: NavItem): NavItem[] => (may ? [item] : []);

/** The side menu, grouped by the circle: only what the person's roles use. */
export function menu({ home, path, uses, demo, waits }: Where): NavGroup[] {
  const item = (to: string, label: string, icon: NavItem['icon']): NavItem => ({
    ...{ href: `${home}${to}`, label, icon, current: isCurrent(path, home, to) },
  });
  const questions = item('/vragen', m.nav_questions(), MessageCircle);
  const groups: NavGroup[] = [
    { items: [item('', m.nav_start(), House)] },
    {
      title: m.nav_helping(),
      items: [
        { ...questions, count: waits, current: isQuestions(path, home) },
        ...only(uses.notes, item('/vragen/namens', m.nav_note_question(), ClipboardPen)),
        ...only(uses.guidance, item('/begeleiding', m.nav_guidance(), Footprints)),
        item('/coaches', m.nav_coaches(), HeartHandshake),
        item('/wie-helpt-waar', m.nav_who_helps_where(), Map),
      ],
    },
    {
      title: m.nav_sharing(),
      items: [
        item('/tips', m.nav_tips(), Lightbulb),
        ...only(uses.notes, item('/standaardantwoorden', m.nav_standard_answers(), BookText)),
        ...only(uses.notes, item('/bekende-problemen', m.nav_problems(), TriangleAlert)),
      ],
    },
    {
      title: m.nav_managing(),
      items: [
        ...only(uses.startPath, item('/startpad', m.nav_start_path(), Signpost)),
        ...only(uses.peopleHere, item('/mensen', m.nav_people(), Users)),
        ...only(uses.welcomes, item('/onthaal', m.nav_welcome(), Sprout)),
        ...only(uses.staffImport, item('/personeelslijst', m.nav_staff_list(), Upload)),
        ...only(uses.changeUnitHours, item('/diensten', m.nav_units(), Clock)),
        ...only(uses.closingDays, item('/beheer/sluitingsdagen', m.nav_closing_days(), CalendarOff)),
        ...only(uses.networks, item('/netwerk', m.nav_networks(), Network)),
        ...only(uses.changeOrganisation, {
          ...item('/beheer', m.nav_organisation(), Building),
          current: path === `${home}/beheer` || path === `${home}/beheer/nummers`,
        }),
      ],
    },
    {
      items: [
        item('/hulp', m.nav_help(), CircleQuestionMark),
        item('/wat-we-bijhouden', m.nav_kept(), ShieldCheck),
      ],
    },
    { title: m.nav_trying(), items: only(demo, item('/post', m.nav_demo_mail(), Mails)) },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The bar of a phone. On Start the box to ask is there already; a coach notes there what somebody asked at the desk. */
export function tabs({ home, path, uses, waits }: Where): NavItem[] {
  const tab = (to: string, label: string, icon: NavItem['icon'], more: Partial<NavItem> = {}): NavItem => ({
    ...{ href: `${home}${to}`, label, icon, current: isCurrent(path, home, to) },
    ...more,
  });
  const ask = path === home ? [] : [tab('/vragen/nieuw', m.nav_ask(), Plus, { primary: true })];
  const note = tab('/vragen/namens', m.nav_note_short(), Plus, { primary: true });
  return [
    tab('', m.nav_start(), House),
    tab('/vragen', m.nav_questions(), MessageCircle, { count: waits, current: isQuestions(path, home) }),
    ...(uses.coaches ? [note] : ask),
    tab('/tips', m.nav_tips_short(), Lightbulb),
    tab('/meer', m.nav_more(), Ellipsis),
  ];
}

/** Where the page behind "Meer" leads: what is not in the bar already. */
export function beyondTabs(where: Where): NavGroup[] {
  const inBar = new Set(tabs(where).map(({ href }) => href));
  return menu(where)
    .map((group) => ({ ...group, items: group.items.filter(({ href }) => !inBar.has(href)) }))
    .filter(({ items }) => items.length > 0);
}

const apart = ['/vragen/nieuw', '/vragen/namens'];

const isQuestions = (path: string, home: string) =>
  isCurrent(path, home, '/vragen') && !apart.some((to) => isCurrent(path, home, to));

const isCurrent = (path: string, home: string, to: string): boolean =>
  to === '' ? path === home : path === home + to || path.startsWith(`${home}${to}/`);
