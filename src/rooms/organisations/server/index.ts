export { bindAddress, organisationsHere, resolve } from './addresses.ts';
export { authorities, authorityNamed } from './authorities.ts';
export type { Authority } from './authorities.ts';
export { addIdentifiers, endIdentifier, identifiersOf } from './identifiers.ts';
export {
  addOrganisation,
  changeDefaultHours,
  changeOrganisation,
  newAddressOf,
  organisationFrom,
  organisationHere,
  organisationKnown,
  organisationOf,
  organisationRow,
} from './organisation.ts';
export type { OrganisationHere } from './organisation.ts';
export { addClosingDay, closingDaysHere, removeClosingDay } from './closing-days.ts';
export type { ClosingDay } from './closing-days.ts';
export { pin, pinnedToday, unpin } from './pinned.ts';
export type { Pinned } from './pinned.ts';
export { changeUnitClosing, changeUnitHours, changeUnitNeighbours, unitsHere, unitsOf } from './units.ts';
export type { UnitHere } from './units.ts';
