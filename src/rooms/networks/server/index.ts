export { isInNetwork, networkCoaches } from './directory.ts';
export type { NetworkCoachRow } from './directory.ts';
export { addNetwork, makeNetwork, networkHere, renameNetwork } from './hosting.ts';
export type { MemberPlace, MemberRow, NetworkHosted } from './hosting.ts';
export { invitationOpen, invitationWith, inviteMember, withdrawInvitation } from './invitations.ts';
export type { Invited } from './invitations.ts';
export {
  addHost,
  addMember,
  addNetworkMember,
  beMember,
  endNetworkMember,
  networkMemberHere,
  removeNetworkMember,
  resumeNetworkMember,
  tieMember,
} from './members.ts';
export type { NewMember } from './members.ts';
export {
  acceptMembership,
  leaveNetwork,
  membershipHere,
  networksHere,
  refuseMembership,
  stayInNetwork,
  takeInvitation,
} from './memberships.ts';
export type { Membership } from './memberships.ts';
export { myNetworkCards, shareCard, unshareCard } from './yes.ts';
export type { OwnYes } from './yes.ts';
