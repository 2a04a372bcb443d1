export { record, recordEach } from './record.ts';
export type { Recorded } from './record.ts';
