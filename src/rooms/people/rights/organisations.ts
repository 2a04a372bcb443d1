import { everyone, type RoomRights } from './who.ts';

export const organisations = {
  organisationHere: everyone,
  unitsHere: everyone,
  changeOrganisation: ['admin'],
  changeUnitHours: ['coordinator', 'admin'],
  changeDefaultHours: ['coordinator', 'admin'],
  changeUnitNeighbours: ['coordinator', 'admin'],
  changeUnitClosing: ['coordinator', 'admin'],
  closingDaysHere: ['coordinator', 'admin'],
  addClosingDay: ['coordinator', 'admin'],
  removeClosingDay: ['coordinator', 'admin'],
} as const satisfies RoomRights;
