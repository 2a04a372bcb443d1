// A quarter of a town of 400: 92 days, 300 questions, illness, leave, holidays and coaches who go, moment by moment.
import { runLong } from '../support/long.ts';

process.exitCode = runLong('tests/rooms/quarter.test.ts');
