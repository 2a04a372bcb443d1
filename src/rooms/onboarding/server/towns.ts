import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoAuthorities, staffListOf, type DemoAuthority } from '#demo/authorities.ts';
import {
  demoCoaches,
  demoExperts,
  demoOpeningHours,
  demoParts,
  demoStaffList,
  type DemoCoach,
} from '#demo/people.ts';
import type { DemoQuestion } from '#demo/question.ts';
import { demoQuestions } from '#demo/questions.ts';
import {
  demoProblems,
  demoStandardAnswers,
  type DemoProblem,
  type DemoStandardAnswer,
} from '#demo/shared.ts';
import { demoTips, type DemoTip } from '#demo/tips.ts';
import { found } from '#platform/errors.ts';
import type { WeekHours } from '#platform/hours.ts';
import { authorities, type Authority } from '#rooms/organisations/server/index.ts';
import type { Role } from '#rooms/people/roles.ts';

/** A role of somebody, by personnel number. */
export type Part = { number: string; kind: Role; unit?: string; themes?: string[] };

/** Everything that one organisation of the demo world is made from. */
export type Town = {
  slug: string;
  name: string;
  ictPhone: string;
  dpoPhone?: string;
  phonesFrom: string;
  staff: { fileName: string; bytes: Uint8Array };
  parts: Part[];
  coaches: DemoCoach[];
  hours: { unit: string; week: WeekHours }[];
  tips: DemoTip[];
  questions: DemoQuestion[];
  problems: DemoProblem[];
  standardAnswers: DemoStandardAnswer[];
  /** The network it keeps, with all its members. */
  network: { name: string; members: Authority[] } | null;
  /** The personnel numbers of those who let their card be read in the networks of their authority. */
  inNetworks: string[];
};

/** The slugs of the demo world, in the order in which its towns are filled. */
export const townNames: readonly { slug: string; name: string }[] = [
  { slug: demoStaffList.slug, name: demoStaffList.town },
  ...demoAuthorities.map(({ slug, name }) => ({ slug, name })),
];

/** Reads the content. The lists are files as an authority has them, read from `folder`; the rest is code. */
export async function readTowns(folder: string): Promise<Town[]> {
  const known = await authorities(join(folder, '..'));
  return [await readVeurne(folder, known), ...demoAuthorities.map((one) => townFrom(one, known))];
}

async function readVeurne(folder: string, known: Authority[]): Promise<Town> {
  const { fileName, town, renamed, hosts, ...rest } = demoStaffList;
  // One byte, one character and back: whatever the encoding, only the names change.
  const text = await readFile(join(folder, fileName), 'latin1');
  const here = renamed.reduce((list, [from, to]) => list.replace(from, to), text);
  return {
    ...rest,
    name: town,
    staff: { fileName, bytes: Buffer.from(here, 'latin1') },
    parts: veurneParts(),
    coaches: demoCoaches,
    hours: demoOpeningHours,
    tips: demoTips,
    questions: demoQuestions,
    problems: demoProblems,
    standardAnswers: demoStandardAnswers,
    network: networkOf(hosts, known),
    inNetworks: demoCoaches.filter(({ about }) => about).map(({ number }) => number),
  };
}

function veurneParts(): Part[] {
  const { ict, manager, ...others } = demoParts;
  return [
    ...demoCoaches.flatMap(({ number, unit, alsoFor }) => coachParts(number, [unit, ...(alsoFor ?? [])])),
    ...demoExperts.map(({ number, themes }): Part => ({ number, kind: 'expert', themes })),
    ...ict.map((number): Part => ({ number, kind: 'ict' })),
    { number: manager.number, kind: 'manager' },
    ...Object.entries(others).map(([kind, number]): Part => ({ number, kind: kind as Role })),
  ];
}

const coachParts = (number: string, units: string[]) =>
  units.map((unit): Part => ({ number, kind: 'coach', unit }));

function townFrom(authority: DemoAuthority, known: Authority[]): Town {
  const { slug, name, ictPhone, phonesFrom, people, hosts, questions } = authority;
  const inRole = people.filter(({ role }) => role !== 'employee');
  return {
    slug,
    name,
    ictPhone,
    phonesFrom,
    staff: { fileName: `${slug}.csv`, bytes: Buffer.from(staffListOf(authority), 'utf8') },
    parts: inRole.map(({ number, role, unit }) => {
      const isExpert = role === 'expert';
      return { number, kind: role, unit, ...(isExpert ? { themes: authority.expertThemes } : {}) };
    }),
    coaches: people.flatMap(({ number, unit, role }) =>
      role === 'coach' ? [{ number, unit, week: null }] : [],
    ),
    hours: [],
    tips: authority.tips.map((title) => found(demoTips.find((tip) => tip.title === title))),
    questions,
    problems: [],
    standardAnswers: [],
    network: hosts && networkOf(hosts, known),
    inNetworks: inRole
      .filter(({ role }) => role === 'coach' || role === 'expert')
      .map(({ number }) => number),
  };
}

const networkOf = (name: string, known: Authority[]) => ({
  name,
  members: known.filter(({ network }) => network === name),
});
