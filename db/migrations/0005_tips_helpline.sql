-- Tips, and the main job: a question, who has it, what was said, how it closed.

create table tip (
  organisation_id uuid not null references organisation,
  id uuid not null,
  title text not null,
  body text not null,
  theme text not null,
  status text not null check (status in ('draft', 'reviewed', 'published', 'to_review', 'expired')),
  external_id text,
  author_id uuid,
  helped integer not null default 0,
  reviewed_on date,
  made_at timestamptz not null default app_now(),
  primary key (organisation_id, id),
  unique (organisation_id, external_id),
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete set null (author_id)
);
create index tip_status on tip (organisation_id, status, made_at desc);
select wall('tip');

create table question (
  organisation_id uuid not null references organisation,
  id uuid not null,
  unit_id uuid not null,
  theme text,
  title text not null,
  body text not null,
  channel text not null check (channel in ('web', 'api')),
  under_cover boolean not null default false,
  state text not null check (state in ('waiting', 'claimed', 'answered', 'closed')),
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  holder_id uuid,
  waits_until timestamptz,
  next_id uuid,
  round_started_at timestamptz not null,
  closed_at timestamptz,
  closed_by text check (closed_by in ('asker', 'helper')),
  taps text not null default 'none' check (taps in ('none', 'first', 'both')),
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, holder_id) references person (organisation_id, id) on delete set null (holder_id),
  foreign key (organisation_id, next_id) references person (organisation_id, id) on delete set null (next_id),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state in ('waiting', 'claimed')) = (waits_until is not null))
);
create index question_due on question (organisation_id, waits_until) where waits_until is not null;
create index question_unit_open on question (organisation_id, unit_id) where state <> 'closed';
create index question_holder on question (organisation_id, holder_id, state);
select wall('question');

-- Who asked stands apart from what was asked, so that a question under cover can keep its name to
-- the asker and the one coach who was chosen, whatever a query elsewhere forgets.
create table question_asker (
  organisation_id uuid not null references organisation,
  question_id uuid not null,
  person_id uuid not null,
  under_cover boolean not null default false,
  coach_id uuid,
  primary key (organisation_id, question_id),
  foreign key (organisation_id, question_id) references question (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, coach_id) references person (organisation_id, id) on delete set null (coach_id)
);
create index question_asker_person on question_asker (organisation_id, person_id);
select wall('question_asker');
do $$ begin
  execute format(
    'create policy cover on question_asker as restrictive for select to %I
       using (not under_cover or current_person() in (person_id, coach_id))',
    current_setting('app.role_name'));
end $$;

-- A message of the asker carries no author: who the asker is stands in question_asker alone.
create table question_message (
  organisation_id uuid not null references organisation,
  id uuid not null,
  question_id uuid not null,
  sender text not null check (sender in ('asker', 'helper')),
  author_id uuid,
  body text not null,
  written_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, question_id) references question (organisation_id, id),
  foreign key (organisation_id, author_id) references person (organisation_id, id) on delete set null (author_id),
  check (sender <> 'asker' or author_id is null)
);
create index question_message_question on question_message (organisation_id, question_id, written_at);
select wall('question_message');

-- Each turn of a helper: why it came to them, from when they are there, and how it ended.
create table question_step (
  organisation_id uuid not null references organisation,
  id uuid not null,
  question_id uuid not null,
  person_id uuid not null,
  reason jsonb not null,
  started_at timestamptz not null,
  present_from timestamptz not null,
  ended_at timestamptz,
  ending text check (ending in ('silent', 'passed', 'away', 'taken', 'left', 'closed')),
  primary key (organisation_id, id),
  foreign key (organisation_id, question_id) references question (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  check ((ended_at is null) = (ending is null))
);
create index question_step_question on question_step (organisation_id, question_id, started_at);
create index question_step_person on question_step (organisation_id, person_id);
create unique index question_step_one_open on question_step (organisation_id, question_id) where ended_at is null;
select wall('question_step');

create table shared_answer (
  organisation_id uuid not null references organisation,
  id uuid not null,
  question_id uuid,
  title text not null,
  body text not null,
  theme text not null,
  helped integer not null default 0,
  primary key (organisation_id, id),
  unique (organisation_id, question_id),
  foreign key (organisation_id, question_id) references question (organisation_id, id) on delete set null (question_id)
);
select wall('shared_answer');

-- The two taps at closing: a total of theme and month, never on the question.
create table closing_total (
  organisation_id uuid not null references organisation,
  theme text not null,
  month date not null,
  helped integer not null default 0,
  not_helped integer not null default 0,
  can_do_it_alone integer not null default 0,
  not_yet_alone integer not null default 0,
  primary key (organisation_id, theme, month)
);
select wall('closing_total');
