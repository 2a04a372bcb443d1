// The worker goes from organisation to organisation.
export { organisationsHere } from './addresses.ts';
