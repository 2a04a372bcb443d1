// Networks, members and their coaches in words.
import { m } from '#messages';
import { formatDay } from '#platform/dates.ts';
import { addDays, localDay } from '#platform/days.ts';
import { themeLabel, type Theme } from '#rooms/organisations/themes.ts';
import { bodyTypes, isBodyType, type BodyType } from './body-types.ts';
import { lastDay, reaches, type Period, type Reach } from './network.ts';

const typeLabels: Record<BodyType, () => string> = {
  gemeente: m.networks_type_gemeente,
  ocmw: m.networks_type_ocmw,
  agb: m.networks_type_agb,
  interlokale_vereniging: m.networks_type_interlokale,
  projectvereniging: m.networks_type_project,
  dienstverlenende_vereniging: m.networks_type_dienstverlenende,
  opdrachthoudende_vereniging: m.networks_type_opdrachthoudende,
  welzijnsvereniging: m.networks_type_welzijn,
  andere: m.networks_type_other,
};

/** What was written down as a type that is none of these stands as it is. */
export const typeLabel = (type: string): string => (isBodyType(type) ? typeLabels[type]() : type);

export const typeOptions = () => bodyTypes.map((value) => ({ value, label: typeLabels[value]() }));

const reachLabels: Record<Reach, () => string> = {
  email: m.networks_reach_email,
  phone: m.networks_reach_phone,
  teams: m.networks_reach_teams,
};

export const reachOptions = () => reaches.map((value) => ({ value, label: reachLabels[value]() }));

/** 'lid sinds do 1 jan. 2026', 'lid vanaf …', 'lid van … tot en met …'. */
export function periodText(period: Period, now: Date): string {
  const last = lastDay(period);
  const from = formatDay(period.startsOn);
  if (last !== null && last < period.startsOn) return m.networks_period_never();
  if (last !== null) return m.networks_period({ from, until: formatDay(last) });
  return period.startsOn > localDay(now) ? m.networks_from({ from }) : m.networks_since({ from });
}

type Member = Period & {
  id: string;
  name: string;
  type: string;
  nis: string | null;
  stands: 'coming' | 'now' | 'over';
  joined: boolean;
  isHost: boolean;
  invitedUntil: Date | null;
  coaches: number;
};

const soonDays = 60;

/** A member in the list of its host. */
export function shownMember(member: Member, now: Date) {
  const last = lastDay(member);
  const endsSoon = member.stands === 'now' && last !== null && last <= addDays(localDay(now), soonDays);
  return {
    ...{ id: member.id, name: member.name, isHost: member.isHost, joined: member.joined },
    ...{ stands: member.stands, nis: member.nis, type: typeLabel(member.type) },
    period: periodText(member, now),
    endsSoon: endsSoon && last ? m.networks_ends({ day: formatDay(last) }) : null,
    ended: member.endsOn !== null,
    left: member.leftOn === null ? null : formatDay(member.leftOn),
    invitedUntil: member.invitedUntil && formatDay(member.invitedUntil),
    coaches: member.coaches,
    link: linkText(member),
  };
}

export type ShownMember = ReturnType<typeof shownMember>;

/** How far it is with its own side, as a chip. */
function linkText({ joined, isHost, invitedUntil }: Member): string {
  if (isHost) return m.networks_link_host();
  if (joined) return m.networks_link_joined();
  return invitedUntil ? m.networks_link_invited() : m.networks_link_none();
}

type Own = Period & {
  id: string;
  networkName: string;
  hostName: string;
  isHost: boolean;
  state: 'asked' | 'joining' | 'member' | 'lapsed';
  stands: 'coming' | 'now' | 'over';
};

/** A membership of one's own organisation. */
export const shownMembership = (own: Own, now: Date) => ({
  ...{ id: own.id, name: own.networkName, host: own.hostName, isHost: own.isHost },
  ...{ state: own.state, stands: own.stands },
  from: formatDay(own.startsOn),
  period: periodText(own, now),
  left: own.leftOn === null ? null : formatDay(own.leftOn),
  waits: own.state === 'asked' || own.state === 'lapsed',
});

export type ShownMembership = ReturnType<typeof shownMembership>;

type Coach = {
  id: string;
  networkName: string;
  authority: string;
  name: string;
  kind: 'coach' | 'expert';
  themes: Theme[];
  email: string | null;
  phone: string | null;
  teams: string | null;
};

/** A chat in Teams with whoever has this address, by the address of its own documentation. */
const chatWith = (address: string) =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(address)}`;

/** Coaches by authority, as they came. `inMany`: of more than one network, so that each says of which. */
export function byAuthority(coaches: readonly Coach[], inMany: boolean) {
  const groups = Map.groupBy(coaches, ({ authority }) => authority);
  return [...groups].map(([authority, all]) => ({
    authority,
    coaches: all.map((one) => ({
      ...{ id: one.id, name: one.name, email: one.email, phone: one.phone },
      chat: one.teams && chatWith(one.teams),
      kind: one.kind === 'expert' ? m.networks_kind_expert() : m.networks_kind_coach(),
      themes: one.themes.map(themeLabel),
      network: inMany ? one.networkName : null,
    })),
  }));
}

export type CoachGroup = ReturnType<typeof byAuthority>[number];

/** A thing to do about a member, or to know of it: for whoever keeps the network. */
export type ToDo = { id: string; href: string; text: string };

/** The networks that somebody keeps, in short: what waits, and how each member stands. Paths from /netwerk. */
export const shownStart = (hosted: readonly { id: string; name: string; members: Member[] }[], now: Date) =>
  hosted.map(({ id, name, members }) => ({
    ...{ id, name },
    toDo: members.flatMap((member): ToDo[] => {
      const text = toDoText(member, now);
      return text ? [{ id: member.id, href: `/${id}/leden/${member.id}`, text }] : [];
    }),
    members: members.filter((one) => one.stands === 'now' && one.joined).map((one) => shownMember(one, now)),
  }));

function toDoText(member: Member, now: Date): string | null {
  const { name, stands, joined, invitedUntil } = member;
  const { endsSoon } = shownMember(member, now);
  if (stands === 'over') return null;
  if (endsSoon) return m.networks_start_ends({ name, day: formatDay(lastDay(member)!) });
  if (invitedUntil) return m.networks_start_open({ name, day: formatDay(invitedUntil) });
  if (stands === 'coming') return m.networks_start_comes({ name, day: formatDay(member.startsOn) });
  return joined ? null : m.networks_start_invite({ name });
}
