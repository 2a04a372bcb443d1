-- Who noted a question for a colleague looks it up again.
create index question_noted on question (organisation_id, noted_by) where noted_by is not null;
