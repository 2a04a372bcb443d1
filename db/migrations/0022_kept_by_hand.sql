-- People kept right all year: what was set by hand, who comes from another authority, who came with which list.

-- A field that somebody set by hand. It wins until it is released; `listed` is what the staff list says meanwhile,
-- and what a release puts back ('listed_known' false: no list spoke of it yet). No row: the field is the list's.
create table hand_edit (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  appointment_id uuid,
  field text not null,
  listed text,
  listed_known boolean not null default false,
  made_at timestamptz not null default app_now(),
  primary key (organisation_id, id),
  unique nulls not distinct (organisation_id, person_id, appointment_id, field),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, appointment_id) references appointment (organisation_id, id)
);
select wall('hand_edit');

-- A visiting appointment: somebody of another authority, who has no employer here and no number. An appointment that
-- was made by hand may wait for its number. The group of a function is guessed from its title while it is null.
alter table appointment
  alter column employer_id drop not null,
  alter column number drop not null,
  add column visiting_from text,
  add column function_group text,
  add constraint appointment_employer check ((visiting_from is null) = (employer_id is not null));

-- The list that brought somebody, so that its newcomers are welcomed together.
alter table person
  add column import_id uuid,
  add constraint person_import foreign key (organisation_id, import_id) references staff_import (organisation_id, id);
create index person_import on person (organisation_id, import_id) where import_id is not null;
