-- The import of a staff list, kept right: what was decided about it, how far taking it over came, who is not who.

-- 'decided' are the answers to its doubts and who ends with it. While it is taken over, in a job, 'fingerprint' is
-- what was confirmed, 'confirmed_by' who did, and done of total how far it is; 'trouble' is the key of the sentence that
-- says why it came back to be looked at.
alter table staff_import
  drop constraint staff_import_check,
  drop constraint staff_import_state_check,
  add column decided jsonb not null default '{}',
  add column fingerprint text,
  add column confirmed_by uuid,
  add column done integer not null default 0,
  add column total integer not null default 0,
  add column trouble text,
  add constraint staff_import_state check (state in ('preview', 'applying', 'applied', 'dropped')),
  add constraint staff_import_list check ((state in ('preview', 'applying')) = (list is not null)),
  add constraint staff_import_confirmed check ((state = 'applying') = (fingerprint is not null)),
  add foreign key (organisation_id, confirmed_by) references person (organisation_id, id) on delete set null (confirmed_by);
-- One list at a time: two that wait would each be reckoned without the other.
create unique index staff_import_waiting on staff_import (organisation_id) where list is not null;

-- Two people who look alike to a list, of whom somebody said that they are two: never asked again. A pair once,
-- the lower id first.
create table told_apart (
  organisation_id uuid not null references organisation,
  person_id uuid not null,
  other_id uuid not null,
  made_at timestamptz not null default app_now(),
  primary key (organisation_id, person_id, other_id),
  check (person_id < other_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, other_id) references person (organisation_id, id)
);
select wall('told_apart');
