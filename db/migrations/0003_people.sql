-- Persons, their appointments and roles, when they are there, and who stands in.

create table person (
  organisation_id uuid not null references organisation,
  id uuid not null,
  first_name text not null,
  last_name text not null,
  email text check (email = lower(email)),
  phone text,
  identity_id uuid,
  created_at timestamptz not null default app_now(),
  primary key (organisation_id, id)
);
create unique index person_email on person (organisation_id, email);
create unique index person_identity on person (organisation_id, identity_id);
select wall('person');

create table appointment (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  employer_id uuid not null,
  number text not null,
  unit_id uuid not null,
  location text,
  function_title text,
  starts_on date,
  ends_on date,
  primary key (organisation_id, id),
  unique (organisation_id, employer_id, number),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, employer_id) references employer (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
create index appointment_person on appointment (organisation_id, person_id);
create index appointment_unit on appointment (organisation_id, unit_id);
select wall('appointment');

-- A role is carried by an appointment and dated like it. A coach's role names the unit that is
-- coached, an expert's role the themes.
create table role (
  organisation_id uuid not null references organisation,
  id uuid not null,
  appointment_id uuid not null,
  kind text not null,
  unit_id uuid,
  themes text[] not null default '{}',
  starts_on date not null,
  ends_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, appointment_id) references appointment (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  check (kind <> 'coach' or unit_id is not null)
);
create index role_appointment on role (organisation_id, appointment_id);
select wall('role');

-- How and when somebody who helps can be reached. No row means: the hours of the own unit.
create table helper (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  hours jsonb,
  substitute_id uuid,
  open_limit integer not null default 8 check (open_limit between 1 and 99),
  also_elsewhere boolean not null default false,
  paused_until timestamptz,
  place text,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, substitute_id) references person (organisation_id, id)
    on delete set null (substitute_id)
);
select wall('helper');

-- Away, never why.
create table absence (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  substitute_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, substitute_id) references person (organisation_id, id)
    on delete set null (substitute_id),
  check (ends_at is null or ends_at > starts_at)
);
create index absence_person on absence (organisation_id, person_id, starts_at);
select wall('absence');

-- A staff list that was read and waits for a yes. The lines go as soon as they are applied or dropped.
create table staff_import (
  organisation_id uuid not null references organisation,
  id uuid not null,
  made_by uuid,
  made_at timestamptz not null default app_now(),
  file_name text not null,
  state text not null check (state in ('preview', 'applied', 'dropped')),
  list jsonb,
  outcome jsonb,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references person (organisation_id, id) on delete set null (made_by),
  check ((state = 'preview') = (list is not null))
);
select wall('staff_import');

-- A token of the API. The secret itself is kept nowhere: its hash is an address.
create table api_token (
  organisation_id uuid not null references organisation,
  id uuid not null,
  role text not null,
  made_at timestamptz not null default app_now(),
  ended_at timestamptz,
  primary key (organisation_id, id)
);
select wall('api_token');

create table api_request (
  organisation_id uuid not null references organisation,
  token_id uuid not null,
  key text not null check (length(key) between 1 and 200),
  fingerprint text not null,
  status integer,
  body jsonb,
  made_at timestamptz not null default app_now(),
  primary key (organisation_id, token_id, key),
  foreign key (organisation_id, token_id) references api_token (organisation_id, id)
);
select wall('api_request');
