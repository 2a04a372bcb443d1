// Texts that are used again and again, with places for what differs. Safe in a browser.
import { m } from '#messages';
import type { RoleHeld } from '#platform/actor.ts';

export const placeholders = ['firstName', 'unit', 'coach', 'organisation'] as const;

export type Placeholder = (typeof placeholders)[number];

/** `null` where it is not to be told: a neutral word then stands there. */
export type Filling = Record<Placeholder, string | null>;

const marks: Record<Placeholder, () => string> = {
  firstName: m.helpline_mark_first_name,
  unit: m.helpline_mark_unit,
  coach: m.helpline_mark_coach,
  organisation: m.helpline_mark_organisation,
};

const neutral: Record<Placeholder, () => string> = {
  firstName: m.helpline_fill_colleague,
  unit: m.helpline_fill_unit,
  coach: m.helpline_fill_coach,
  organisation: m.helpline_fill_organisation,
};

/** As it is written in a text, between braces. */
export const markOf = (name: Placeholder): string => `{${marks[name]()}}`;

/** Fills in what is between braces; other braces stay as they are. What is filled in is never filled again. */
export const fillIn = (text: string, filling: Filling): string =>
  text.replaceAll(/\{\s*(\w+)\s*\}/g, (whole, word: string) => {
    const name = placeholders.find((one) => marks[one]() === word.toLowerCase());
    return name ? (filling[name] ?? neutral[name]()) : whole;
  });

/** Own ones are one's own; the shared ones are kept by the coordinator. */
export const canKeepShared = (actor: { roles: readonly RoleHeld[] }): boolean =>
  actor.roles.some(({ kind }) => kind === 'coordinator');
