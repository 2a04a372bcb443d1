-- The Startpad: from the decision of the management team to the first meeting of the digicoaches.

-- What everybody of the organisation finds on Start until a day; of each kind one. `subject_id` is what it leads to.
create table pinned (
  organisation_id uuid not null references organisation,
  kind text not null,
  subject_id uuid not null,
  until date not null,
  primary key (organisation_id, kind)
);
select wall('pinned');

-- The day on which the management team decides: all other days are reckoned from it.
create table start_path (
  organisation_id uuid not null references organisation,
  decides_on date not null,
  primary key (organisation_id)
);
select wall('start_path');

-- A step that was done, or whose day was set by hand. No row: it stands where it is reckoned to stand.
create table start_step (
  organisation_id uuid not null references organisation,
  step text not null,
  done_on date,
  moved_to date,
  primary key (organisation_id, step)
);
select wall('start_step');

-- The text of a step as this organisation adapted it; null: the example. What was put aside can be put back.
create table start_text (
  organisation_id uuid not null references organisation,
  step text not null,
  body text,
  put_aside text,
  edition integer not null default 1,
  primary key (organisation_id, step)
);
select wall('start_text');

-- The call for digicoaches. One at a time; it goes, with all answers, 30 days after it closed.
create table coach_call (
  organisation_id uuid not null references organisation,
  id uuid not null,
  opened_on date not null,
  closes_on date not null,
  primary key (organisation_id, id),
  unique (organisation_id)
);
select wall('coach_call');

-- Who said "ik wil digicoach worden". A no is not kept.
create table call_volunteer (
  organisation_id uuid not null references organisation,
  call_id uuid not null,
  person_id uuid not null,
  line text not null,
  said_on date not null,
  primary key (organisation_id, call_id, person_id),
  foreign key (organisation_id, call_id) references coach_call (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index call_volunteer_person on call_volunteer (organisation_id, person_id);
select wall('call_volunteer');

-- Somebody thought of a colleague. `typed` is theirs to see again, whether or not anybody is called so.
create table call_naming (
  organisation_id uuid not null references organisation,
  id uuid not null,
  call_id uuid not null,
  named_by uuid not null,
  typed text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, call_id) references coach_call (organisation_id, id) on delete cascade,
  foreign key (organisation_id, named_by) references person (organisation_id, id)
);
create index call_naming_named_by on call_naming (organisation_id, named_by);
select wall('call_naming');

-- Whom it reached. Only that colleague reads it, also not who named them; saying no takes it away.
create table call_named (
  organisation_id uuid not null references organisation,
  naming_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, naming_id),
  foreign key (organisation_id, naming_id) references call_naming (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index call_named_person on call_named (organisation_id, person_id);
select wall('call_named');

-- The text with which all colleagues were told, as it was sent. `told_at` null: mails are still being made.
create table announcement (
  organisation_id uuid not null references organisation,
  id uuid not null,
  body text not null,
  made_on date not null,
  told_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id)
);
select wall('announcement');

do $$
declare app_role text := current_setting('app.role_name');
begin
  execute format('create policy the_named on call_named as restrictive for all to %I
    using (current_person() is null or person_id = current_person()) with check (true)', app_role);
  execute format('create policy the_two on call_naming as restrictive for all to %I
    using (current_person() is null or named_by = current_person()
           or exists (select from call_named c where c.naming_id = id and c.person_id = current_person()))', app_role);
end $$;
