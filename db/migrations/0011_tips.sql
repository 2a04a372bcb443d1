-- What a tip is about and for whom, who keeps it, when it is looked at again, and what it was before.

alter table tip
  add column application text,
  add column application_version text,
  add column level text check (level in ('start', 'with_help', 'alone', 'helps_others')),
  add column unit_id uuid,
  add column owner_id uuid,
  add column review_on date,
  add column links jsonb not null default '[]',
  add column works_for integer not null default 0,
  add column version integer not null default 1,
  add column changed_at timestamptz not null default app_now(),
  add foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  add foreign key (organisation_id, owner_id) references person (organisation_id, id) on delete set null (owner_id);
create index tip_review on tip (organisation_id, review_on) where status = 'published';

create table tip_version (
  organisation_id uuid not null references organisation,
  tip_id uuid not null,
  version integer not null,
  title text not null,
  body text not null,
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, tip_id, version),
  foreign key (organisation_id, tip_id) references tip (organisation_id, id),
  foreign key (organisation_id, changed_by) references person (organisation_id, id) on delete set null (changed_by)
);
select wall('tip_version');

-- "Werkt ook bij mij": once a person; who said so is read by that person alone, the tip carries the number.
create table tip_vote (
  organisation_id uuid not null references organisation,
  tip_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, tip_id, person_id),
  foreign key (organisation_id, tip_id) references tip (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select wall('tip_vote');
do $$ begin
  execute format('create policy own_vote on tip_vote as restrictive for all to %I
    using (person_id = current_person())', current_setting('app.role_name'));
end $$;
