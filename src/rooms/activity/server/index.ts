export { record } from './record.ts';
export type { Recorded } from './record.ts';
