// A worker killed at eight moments of taking a staff list of 6,000 over, and a fresh one that takes it up again.
import { runLong } from '../support/long.ts';

process.exitCode = runLong('src/rooms/people/server/staff-killed.test.ts');
