import Building from '@lucide/svelte/icons/building';
import Clock from '@lucide/svelte/icons/clock';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import House from '@lucide/svelte/icons/house';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import Mails from '@lucide/svelte/icons/mails';
import MessageCircle from '@lucide/svelte/icons/message-circle-question-mark';
import Plus from '@lucide/svelte/icons/plus';
import Upload from '@lucide/svelte/icons/upload';
import Users from '@lucide/svelte/icons/users';
import { m } from '#messages';
import type { NavGroup, NavItem } from '#platform/ui/navigation.ts';

/** What of the house this person uses. */
export type Uses = {
  peopleHere: boolean;
  staffImport: boolean;
  changeUnitHours: boolean;
  changeOrganisation: boolean;
};

type Where = { home: string; path: string; uses: Uses; demo: boolean; unseen: number };

/** The side menu, grouped by the circle: only what the person's roles use. */
export function menu({ home, path, uses, demo, unseen }: Where): NavGroup[] {
  const item = (to: string, label: string, icon: NavItem['icon'], count?: number): NavItem => ({
    href: `${home}${to}`,
    label,
    icon,
    count,
    current: isCurrent(path, home, to),
  });
  const manage = [
    uses.peopleHere && item('/mensen', m.nav_people(), Users),
    uses.staffImport && item('/personeelslijst', m.nav_staff_list(), Upload),
    uses.changeUnitHours && item('/diensten', m.nav_units(), Clock),
    uses.changeOrganisation && item('/beheer', m.nav_organisation(), Building),
  ].filter((one) => one !== false);
  return [
    { items: [item('', m.nav_start(), House)] },
    { title: m.nav_helping(), items: [item('/vragen', m.nav_questions(), MessageCircle, unseen)] },
    { title: m.nav_sharing(), items: [item('/tips', m.nav_tips(), Lightbulb)] },
    ...(manage.length > 0 ? [{ title: m.nav_managing(), items: manage }] : []),
    ...(demo ? [{ title: m.nav_trying(), items: [item('/post', m.nav_demo_mail(), Mails)] }] : []),
  ];
}

/** The bar of a phone. On Start the box to ask is there already. */
export function tabs({ home, path, unseen }: Where): NavItem[] {
  const tab = (to: string, label: string, icon: NavItem['icon'], more: Partial<NavItem> = {}): NavItem => ({
    href: `${home}${to}`,
    label,
    icon,
    current: isCurrent(path, home, to),
    ...more,
  });
  const atStart = path === home;
  return [
    tab('', m.nav_start(), House),
    tab('/vragen', m.nav_questions(), MessageCircle, { count: unseen, current: isQuestions(path, home) }),
    ...(atStart ? [] : [tab('/vragen/nieuw', m.nav_ask(), Plus, { primary: true })]),
    tab('/tips', m.nav_tips_short(), Lightbulb),
    tab('/meer', m.nav_more(), Ellipsis),
  ];
}

const isQuestions = (path: string, home: string) =>
  path.startsWith(`${home}/vragen`) && path !== `${home}/vragen/nieuw`;

const isCurrent = (path: string, home: string, to: string): boolean =>
  to === '' ? path === home : path === home + to || path.startsWith(`${home}${to}/`);
