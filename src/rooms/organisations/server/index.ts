export { bindAddress, organisationsHere, resolve } from './addresses.ts';
export { addMember, addNetwork } from './networks.ts';
export type { NewMember } from './networks.ts';
export {
  addOrganisation,
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
export { changeUnitClosing, changeUnitHours, changeUnitNeighbours, unitsHere, unitsOf } from './units.ts';
export type { UnitHere } from './units.ts';
