-- Who is there on odd days: what a coach says of themself, walk-in moments, and who could not be found.

alter table organisation add column dpo_phone text;

-- A unit that works day and night is open on public holidays too.
alter table unit add column open_on_closing_days boolean not null default false;

-- What stands on the coach card, by the coach alone.
alter table helper
  add column themes text[] not null default '{}',
  add column about text;

-- A colleague of this unit looked for a helper in vain. Until then the unit's chain goes on to the next; who looked
-- is not kept. The helper ends it with "ik ben er".
create table not_found (
  organisation_id uuid not null references organisation,
  unit_id uuid not null,
  person_id uuid not null,
  until timestamptz not null,
  primary key (organisation_id, unit_id, person_id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select wall('not_found');

-- A walk-in moment (inloopmoment): once, or every so many weeks from its first day on. Times are those of Brussels.
create table drop_in (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  first_on date not null,
  every_weeks integer not null check (every_weeks between 0 and 8),
  last_on date check (last_on >= first_on),
  starts_at time not null,
  ends_at time not null check (ends_at > starts_at),
  place text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index drop_in_person on drop_in (organisation_id, person_id);
select wall('drop_in');
