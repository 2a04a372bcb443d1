-- Onthaal: who is new, as a colleague or as a coach, is welcomed with a list of first steps that is ticked off.

-- The organisation's own list, once it made one of the example (rooms/onboarding/welcome/example.ts); no row that stands:
-- the example. For which groups of functions: none named is every new colleague, 'coach' is who becomes a coach.
-- 'shown_by' is what shows by itself that it was done.
create table welcome_item (
  organisation_id uuid not null references organisation,
  id uuid not null,
  sentence text not null check (length(sentence) between 1 and 300),
  doer text not null check (doer in ('self', 'coach', 'manager', 'hr', 'ict', 'coordinator')),
  groups text[] not null default '{}'
    check (groups <@ array['desk', 'counter', 'field', 'care', 'childcare', 'lead', 'coach']),
  shown_by text check (shown_by in ('card', 'hours', 'drop_in')),
  position integer not null,
  removed_at timestamptz,
  primary key (organisation_id, id)
);
select wall('welcome_item');

-- Somebody's beginning. A copy of the list of that day, so that what is running does not change below one's eyes. It
-- goes 30 days after it was finished, and a year after the first day in any case (server/welcome/forget.ts).
create table welcome (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('newcomer', 'coach')),
  begins_on date not null,
  made_at timestamptz not null default app_now(),
  invited_at timestamptz,
  finished_at timestamptz,
  buddy_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, person_id, kind),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, buddy_id) references person (organisation_id, id) on delete set null (buddy_id),
  check (kind = 'coach' or buddy_id is null)
);
select wall('welcome');

create table welcome_step (
  organisation_id uuid not null references organisation,
  id uuid not null,
  welcome_id uuid not null,
  position integer not null,
  sentence text not null,
  doer text not null check (doer in ('self', 'coach', 'manager', 'hr', 'ict', 'coordinator')),
  shown_by text check (shown_by in ('card', 'hours', 'drop_in')),
  ticked_at timestamptz,
  ticked_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, welcome_id) references welcome (organisation_id, id) on delete cascade,
  foreign key (organisation_id, ticked_by) references person (organisation_id, id) on delete set null (ticked_by)
);
create index welcome_step_welcome on welcome_step (organisation_id, welcome_id, position);
select wall('welcome_step');
