import { createContext, type Component } from 'svelte';

/** One place to go. `current` marks the page one is on; `count` is how many things wait there. */
export type NavItem = {
  href: string;
  label: string;
  icon?: Component;
  current?: boolean;
  count?: number;
  /** The one thing done most: drawn as a button in the bar of a phone. */
  primary?: boolean;
};

/** Places that belong together, under a title. */
export type NavGroup = { title?: string; items: NavItem[] };

/** Name of the organisation, handed down by the layout so that every page title can end with it. */
export const [siteName, setSiteName, hasSiteName] = createContext<() => string | undefined>();

/** Who is signed in. */
export type Whoever = { initials: string; name: string; href: string; photo?: string };

/** What waits for this person, such as 3 and "vragen voor jou". Shown only above nought. */
export type Waiting = { count: number; label: string; href: string };
