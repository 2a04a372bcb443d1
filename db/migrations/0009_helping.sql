-- What a helper does beside answering: call, visit, note, remind, standard answers, merge and split.

alter table question_message
  add column kind text not null default 'text' check (kind in ('text', 'call', 'visit', 'note')),
  -- One answer given to several merged questions: the same in each of them.
  add column sent_together uuid,
  add constraint question_message_asker_writes check (sender = 'helper' or kind = 'text');

alter table question_step
  drop constraint question_step_ending_check,
  add constraint question_step_ending_check
    check (ending in ('silent', 'passed', 'away', 'left', 'taken', 'closed', 'given', 'merged'));

create table question_reminder (
  organisation_id uuid not null references organisation,
  id uuid not null,
  question_id uuid not null,
  person_id uuid not null,
  due_at timestamptz not null,
  told_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, question_id) references question (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create unique index question_reminder_waiting on question_reminder (organisation_id, question_id, person_id)
  where told_at is null;
create index question_reminder_due on question_reminder (organisation_id, due_at) where told_at is null;
select wall('question_reminder');

-- A text that is used again and again; without an owner it is everybody's who helps.
create table standard_answer (
  organisation_id uuid not null references organisation,
  id uuid not null,
  owner_id uuid,
  title text not null,
  body text not null,
  changed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, owner_id) references person (organisation_id, id)
);
create index standard_answer_owner on standard_answer (organisation_id, owner_id);
select wall('standard_answer');

-- Two questions answered as one. Messages stay with the question they were written for; what the question was before
-- is kept, so that undoing puts everything back.
create table question_merge (
  organisation_id uuid not null references organisation,
  id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  merged_by uuid,
  merged_at timestamptz not null,
  undone_at timestamptz,
  before jsonb not null,
  primary key (organisation_id, id),
  check (from_id <> into_id),
  foreign key (organisation_id, from_id) references question (organisation_id, id),
  foreign key (organisation_id, into_id) references question (organisation_id, id),
  foreign key (organisation_id, merged_by) references person (organisation_id, id) on delete set null (merged_by)
);
create unique index question_merge_standing on question_merge (organisation_id, from_id) where undone_at is null;
create index question_merge_into on question_merge (organisation_id, into_id);
select wall('question_merge');

-- A message that asked something else became a question of its own.
create table question_split (
  organisation_id uuid not null references organisation,
  id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  split_by uuid,
  split_at timestamptz not null,
  undone_at timestamptz,
  message_ids uuid[] not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, from_id) references question (organisation_id, id),
  foreign key (organisation_id, into_id) references question (organisation_id, id),
  foreign key (organisation_id, split_by) references person (organisation_id, id) on delete set null (split_by)
);
create unique index question_split_into on question_split (organisation_id, into_id);
create index question_split_from on question_split (organisation_id, from_id);
select wall('question_split');

alter table question
  drop constraint question_state_check,
  add constraint question_state_check check (state in ('waiting', 'claimed', 'answered', 'closed', 'merged'));
