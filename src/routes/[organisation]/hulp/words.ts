import { m } from '#messages';

// What the help page tells, in its order. Only what is true of the product as it is.

export const steps = [
  m.help_step_ask,
  m.help_step_who,
  m.help_step_answer,
  m.help_step_moves_on,
  m.help_step_done,
];

/** The nine promises of the house. */
export const promises = [
  { title: m.help_promise_somebody, text: m.help_promise_somebody_text },
  { title: m.help_promise_yours, text: m.help_promise_yours_text },
  { title: m.help_promise_groups, text: m.help_promise_groups_text },
  { title: m.help_promise_name, text: m.help_promise_name_text },
  { title: m.help_promise_wall, text: m.help_promise_wall_text },
  { title: m.help_promise_kept, text: m.help_promise_kept_text },
  { title: m.help_promise_goes, text: m.help_promise_goes_text },
  { title: m.help_promise_ranking, text: m.help_promise_ranking_text },
  { title: m.help_promise_agreed, text: m.help_promise_agreed_text },
];

/** Who sees what of the question of Mia. */
export const story = [
  { who: m.help_story_holder, sees: m.help_story_holder_sees },
  { who: m.help_story_unit, sees: m.help_story_unit_sees },
  { who: m.help_story_next, sees: m.help_story_next_sees },
  { who: m.help_story_expert, sees: m.help_story_expert_sees },
  { who: m.help_story_coordinator, sees: m.help_story_coordinator_sees },
  { who: m.help_story_others, sees: m.help_story_others_sees },
  { who: m.help_story_shared, sees: m.help_story_shared_sees },
];
