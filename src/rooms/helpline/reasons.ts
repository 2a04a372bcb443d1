import { m } from '#messages';
import { isTheme, themeLabel } from '#rooms/organisations/themes.ts';
import type { StepReason } from './question.ts';

/**
 * What the sentence needs beside the reason: the unit of the question, and the unit or person it speaks of. `forHelper`:
 * somebody who helps reads it, not the asker.
 */
export type About = { unitName: string; about: string | null; forHelper?: boolean };

/** Why a question came to you, as the one who has it reads it: "omdat …". */
export function whyYou(reason: StepReason, { unitName, about }: About): string {
  switch (reason.kind) {
    case 'own_coach':
      return m.helpline_why_own_coach({ unit: unitName });
    case 'substitute':
      return m.helpline_why_substitute({ name: about ?? '' });
    case 'neighbour':
      return m.helpline_why_neighbour({ unit: unitName, own: about ?? '' });
    case 'expert':
      return m.helpline_why_expert({
        theme: isTheme(reason.theme) ? themeLabel(reason.theme) : reason.theme,
      });
    case 'pool':
      return m.helpline_why_pool({ unit: unitName });
    case 'ict':
      return m.helpline_why_ict();
    case 'coordinator':
      return m.helpline_why_coordinator();
    case 'admin':
      return m.helpline_why_admin();
    case 'again':
      return m.helpline_why_again();
    case 'claimed':
      return m.helpline_why_claimed();
    case 'chosen':
      return m.helpline_why_chosen();
    case 'given':
      return m.helpline_why_given({ name: about ?? m.helpline_a_coach_within() });
    case 'noted':
      return m.helpline_why_noted();
  }
}

/** Who somebody is: to the asker, without the unit's name, "digicoach van jouw dienst"; to others of that unit. */
export function whoIsThat(reason: StepReason, { unitName, about, forHelper }: About): string {
  switch (reason.kind) {
    case 'own_coach':
    case 'claimed':
      return unitName ? m.helpline_who_neighbour({ unit: unitName }) : m.helpline_who_own_coach();
    case 'substitute':
      return m.helpline_who_substitute({ name: about ?? '' });
    case 'neighbour':
      return unitName
        ? m.helpline_who_neighbour({ unit: about ?? '' })
        : m.helpline_who_neighbour_yours({ unit: about ?? '' });
    case 'expert':
      return m.helpline_who_expert({
        theme: isTheme(reason.theme) ? themeLabel(reason.theme) : reason.theme,
      });
    case 'pool':
      return m.helpline_who_pool();
    case 'ict':
      return m.helpline_who_ict();
    case 'coordinator':
      return m.helpline_who_coordinator();
    case 'admin':
      return m.helpline_who_admin();
    case 'again':
      return m.helpline_who_again();
    case 'chosen':
      return forHelper ? m.helpline_who_chosen_by_asker() : m.helpline_who_chosen();
    case 'given':
      return m.helpline_who_given({ name: about ?? m.helpline_a_coach_within() });
    case 'noted':
      return m.helpline_who_noted();
  }
}
