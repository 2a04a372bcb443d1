// A thousand random histories of asking, answering, merging, splitting and undoing, each on a real database.
import { runLong } from '../support/long.ts';

process.exitCode = runLong('src/rooms/helpline/server/histories.property.test.ts');
