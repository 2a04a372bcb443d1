-- The awkward questions: urgent, outside the own unit, under cover, noted for somebody else, known already.

alter table question
  add column urgent text check (urgent in ('clicked', 'device_lost', 'wrong_recipient')),
  add column outside_unit boolean not null default false,
  add column noted_by uuid,
  -- Under cover: who asked, readable with the key outside the database only (platform/server/secrets.ts). With it a
  -- job can skip the asker's own unit and tell the asker, and a reader of the database learns nothing.
  add column sealed_asker text check (sealed_asker is null or under_cover),
  add foreign key (organisation_id, noted_by) references person (organisation_id, id) on delete set null (noted_by),
  drop constraint question_channel_check,
  add constraint question_channel_check check (channel in ('web', 'api', 'coach'));

-- Whom the helper of a question called in: they read along and may answer.
create table question_helper (
  organisation_id uuid not null references organisation,
  question_id uuid not null,
  person_id uuid not null,
  called_by uuid,
  called_at timestamptz not null,
  why text not null check (why in ('expert', 'urgent')),
  done_at timestamptz,
  primary key (organisation_id, question_id, person_id),
  foreign key (organisation_id, question_id) references question (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, called_by) references person (organisation_id, id) on delete set null (called_by)
);
create index question_helper_person on question_helper (organisation_id, person_id);
select wall('question_helper');

-- One line that a coach published while something is broken, without asker or unit.
create table known_problem (
  organisation_id uuid not null references organisation,
  id uuid not null,
  question_id uuid,
  theme text not null,
  line text not null,
  published_by uuid,
  published_at timestamptz not null,
  ended_at timestamptz,
  outcome text,
  primary key (organisation_id, id),
  foreign key (organisation_id, question_id) references question (organisation_id, id) on delete set null (question_id),
  foreign key (organisation_id, published_by) references person (organisation_id, id) on delete set null (published_by)
);
create index known_problem_open on known_problem (organisation_id, published_at) where ended_at is null;
select wall('known_problem');

-- Who said "dit heb ik ook", to hear when it is solved. Read by that person, and by the job that tells them.
create table known_problem_follower (
  organisation_id uuid not null references organisation,
  problem_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, problem_id, person_id),
  foreign key (organisation_id, problem_id) references known_problem (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select wall('known_problem_follower');

-- A notification under cover is read by the one it is for; the job that mails it enters as that person.
alter table notification add column under_cover boolean not null default false;

do $$
declare app_role text := current_setting('app.role_name');
begin
  execute format('create policy own_follower on known_problem_follower as restrictive for select to %I
    using (current_person() is null or person_id = current_person())', app_role);
  execute format('create policy cover on notification as restrictive for select to %I
    using (not under_cover or person_id = current_person())', app_role);
end $$;
