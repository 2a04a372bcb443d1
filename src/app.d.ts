import type { Actor } from '#platform/actor.ts';
import type { PersonHere } from '#rooms/people/server/index.ts';

declare global {
  namespace App {
    interface Error {
      status: number;
      message: string;
      /** For whoever has to look it up in the log; never shown large. */
      reference?: string;
    }
    interface Locals {
      /** Who asks. There on every page of an organisation. */
      who: Actor;
      here: PersonHere;
      /** When the request came in: whatever it is answered with is at least this fresh. */
      askedAt: Date;
    }
  }
}
