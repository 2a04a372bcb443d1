export { bindAddress, organisationsHere, resolve } from './addresses.ts';
export { addMember, addNetwork } from './networks.ts';
export type { NewMember } from './networks.ts';
export {
  addOrganisation,
  changeOrganisation,
  newAddressOf,
  organisationHere,
  organisationOf,
} from './organisation.ts';
export type { OrganisationHere } from './organisation.ts';
export { changeUnitHours, closingDaysOf, unitsHere, unitsOf } from './units.ts';
export type { UnitHere } from './units.ts';
