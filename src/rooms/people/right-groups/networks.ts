// Networks of authorities: of the room networks.
import { m } from '#messages';
import type { RightGroup } from './group.ts';

export const networkRights: readonly RightGroup[] = [
  {
    title: m.networks_right_directory,
    note: m.networks_right_directory_note,
    verbs: ['networkCoaches', 'isInNetwork'],
  },
  {
    title: m.networks_right_card,
    note: m.networks_right_card_note,
    verbs: ['myNetworkCards', 'shareCard', 'unshareCard'],
  },
  {
    title: m.networks_right_read,
    note: m.networks_right_read_note,
    verbs: ['networksHere', 'networkHere', 'networkMemberHere', 'membershipHere'],
  },
  {
    title: m.networks_right_host,
    note: m.networks_right_host_note,
    verbs: [
      ...(['makeNetwork', 'renameNetwork', 'addNetworkMember', 'endNetworkMember'] as const),
      ...(['resumeNetworkMember', 'removeNetworkMember', 'invitationOpen', 'inviteMember'] as const),
      'withdrawInvitation',
    ],
  },
  {
    title: m.networks_right_member,
    note: m.networks_right_member_note,
    verbs: [
      ...(['takeInvitation', 'acceptMembership', 'refuseMembership', 'leaveNetwork'] as const),
      'stayInNetwork',
    ],
  },
];
