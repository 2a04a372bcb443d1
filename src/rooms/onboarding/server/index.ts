export { administratorOf, beginOrganisation } from './begin.ts';
export type { Beginning } from './begin.ts';
export { beginDemo, demoProgress, firstStep, loadDemo } from './demo.ts';
export type { DemoProgress, FirstStep } from './demo.ts';
