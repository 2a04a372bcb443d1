import { addDays, localDay } from '#platform/days.ts';
import { newId } from '#platform/ids.ts';
import {
  addNetworkMember,
  beMember,
  inviteMember,
  makeNetwork,
  takeInvitation,
} from '#rooms/networks/server/index.ts';
import type { VerbName } from '#rooms/people/rights.ts';
import type { Outcome, Rule, Rules } from './access-rule.ts';
import { newWords, type Workshop } from './access-workshop.ts';

type Plain<One> = { kind: One; label: string; id: string; words: string; params: Record<string, string> };
export type Network = Plain<'network'>;
export type Member = Plain<'member'>;
export type Membership = Plain<'membership'>;

/** One that Veurne hosts, in which nobody is yet. */
export async function makeHosted({ town }: Workshop): Promise<Network> {
  const words = newWords('network');
  const id = await makeNetwork(town.system, words);
  return { kind: 'network', label: 'hosted', id, words, params: { network: id } };
}

/** An authority that was added, and asked to say yes. */
export async function makeMember(here: Workshop): Promise<Member> {
  const { id: network } = await makeHosted(here);
  const words = newWords('member');
  const given = { name: words, type: 'gemeente', nis: null, startsOn: '2026-01-01', isHost: false };
  const member = await addNetworkMember(here.town.system, network, given);
  await inviteMember(here.town.system, { networkId: network, id: member });
  return { kind: 'member', label: 'invited', id: member, words, params: { network, member } };
}

/** One that Veurne was asked to say yes to, or that runs. */
export async function makeMembership({ town }: Workshop, label: string): Promise<Membership> {
  const words = newWords('membership');
  const id = newId();
  const host = {
    ...{ memberId: id, hostId: town.id, hostName: 'Brugge', networkId: newId(), networkName: words },
    startsOn: '2026-01-01',
  };
  if (label === 'asked') await takeInvitation(town.system, { ...host, invitationId: newId() });
  else await town.inside((tx) => beMember(tx, host));
  return { kind: 'membership', label, id, words, params: { membership: id } };
}

const host = (verbs: readonly VerbName[], send: Rule['send'] = () => ({})): Rule => ({
  ...{ verbs, about: 'network', send },
});
const member = (verb: VerbName, send: Rule['send'] = () => ({})): Rule => ({
  ...{ verbs: [verb], about: 'member', send },
});
const own = (verb: VerbName, then: (isAsked: boolean) => Outcome, send: Rule['send'] = () => ({})): Rule => ({
  ...{ verbs: [verb], about: 'membership', send },
  then: (_reader, { label }) => then(label === 'asked'),
});

const soon = () => addDays(localDay(new Date()), 30);
const body = () => ({ name: newWords('added'), type: 'gemeente', startsOn: '2026-02-01' });
const sent: Rule['send'] = (_stage, { subject }) => ({ membershipId: subject!.id, reach: 'email' });

export const networkRules: Rules = {
  '/netwerk page': { verbs: ['networksHere'] },
  '/netwerk action makeNetwork': { verbs: ['makeNetwork'], send: () => ({ name: newWords('made') }) },
  // No code opens anything but to whoever was given it.
  '/netwerk action takeInvitation': {
    ...{ verbs: ['takeInvitation'], send: () => ({ code: 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AA' }) },
    then: () => 'unusable',
  },
  '/netwerk/coaches page': { verbs: ['networkCoaches'] },
  '/netwerk/[network] page': host(['networkHere']),
  '/netwerk/[network] action renameNetwork': host(['renameNetwork'], (_stage, { subject }) => ({
    name: subject!.words,
  })),
  '/netwerk/[network]/leden/nieuw page': host(['networkHere', 'addNetworkMember']),
  '/netwerk/[network]/leden/nieuw action addMember': host(['addNetworkMember'], body),
  '/netwerk/[network]/leden/nieuw action addOwn': host(['addNetworkMember'], body),
  '/netwerk/[network]/leden/[member] page': member('networkMemberHere'),
  '/netwerk/[network]/leden/[member] action endMember': member('endNetworkMember', () => ({
    endsOn: soon(),
  })),
  '/netwerk/[network]/leden/[member] action resumeMember': member('resumeNetworkMember'),
  '/netwerk/[network]/leden/[member] action removeMember': member('removeNetworkMember'),
  '/netwerk/[network]/leden/[member]/uitnodiging page': member('invitationOpen'),
  '/netwerk/[network]/leden/[member]/uitnodiging action inviteMember': member('inviteMember'),
  '/netwerk/[network]/leden/[member]/uitnodiging action withdrawInvitation': member('withdrawInvitation'),
  '/netwerk/lid/[membership] page': own('membershipHere', () => 'opens'),
  '/netwerk/lid/[membership] action acceptMembership': own('acceptMembership', () => 'done'),
  '/netwerk/lid/[membership] action refuseMembership': own('refuseMembership', (isAsked) =>
    isAsked ? 'done' : 'taken',
  ),
  '/netwerk/lid/[membership] action leaveNetwork': own(
    'leaveNetwork',
    (isAsked) => (isAsked ? 'taken' : 'done'),
    () => ({ now: 'yes' }),
  ),
  '/netwerk/lid/[membership] action stayInNetwork': own('stayInNetwork', (isAsked) =>
    isAsked ? 'taken' : 'done',
  ),
  '/ik/netwerk page': { verbs: ['myNetworkCards'] },
  '/ik/netwerk action shareCard': own('shareCard', (isAsked) => (isAsked ? 'hidden' : 'done'), sent),
  '/ik/netwerk action unshareCard': own('unshareCard', () => 'done', sent),
};
