-- Whose questions they are is asked on every page: with the question in the index its rows need not be read for it.
create index question_step_turns on question_step (organisation_id, person_id, question_id);
create index question_asker_own on question_asker (organisation_id, person_id, question_id);
-- agreed: an index is no part of what the version before asks for; the new one serves it as well.
drop index question_step_person, question_asker_person;
