-- Networks across the wall (docs/decisions/0014): the host keeps who is a member, the member keeps that it said yes,
-- each coach keeps their own yes. What one tells the other is numbered, so that what comes late changes nothing.

alter table network
  add column delivered_on date,
  add column delivered integer not null default 0;

-- ends_on is the last day as the host sees it, left_on as the member itself said. No row of another organisation is
-- reached by member_organisation_id: it says where to deliver.
alter table network_member
  add column added_at timestamptz not null default app_now(),
  add column left_on date,
  add column heard integer not null default 0;
create index network_member_network on network_member (organisation_id, network_id);

-- Of the host: an invitation that nobody took yet. Its code is nowhere; the hash of it stands in address.
create table network_invitation (
  organisation_id uuid not null references organisation,
  id uuid not null,
  member_id uuid not null,
  valid_until timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, member_id),
  foreign key (organisation_id, member_id) references network_member (organisation_id, id)
);
select wall('network_invitation');

-- Of the member, by the id that the host's row has. asked: the code was entered. joining: said yes, the host does not
-- know yet. lapsed: the invitation was no longer there when the host heard.
create table membership (
  organisation_id uuid not null references organisation,
  id uuid not null,
  network_id uuid not null,
  network_name text not null,
  host_organisation_id uuid not null,
  host_name text not null,
  invitation_id uuid,
  state text not null check (state in ('asked', 'joining', 'member', 'lapsed')),
  starts_on date not null,
  ends_on date,
  left_on date,
  published integer not null default 0,
  published_on date,
  published_roster bigint,
  delivered integer not null default 0,
  primary key (organisation_id, id)
);
select wall('membership');

-- A coach or expert said yes: their card may be read in that network. ref_id is what others know it by.
create table network_yes (
  organisation_id uuid not null references organisation,
  membership_id uuid not null,
  person_id uuid not null,
  ref_id uuid not null,
  reach text[] not null default '{}',
  said_on date not null,
  primary key (organisation_id, membership_id, person_id),
  foreign key (organisation_id, membership_id) references membership (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index network_yes_person on network_yes (organisation_id, person_id);
select wall('network_yes');

-- The coach directory of a network: copies, in the organisation that reads them. member_id is the host's.
create table network_coach (
  organisation_id uuid not null references organisation,
  network_id uuid not null,
  ref_id uuid not null,
  member_id uuid not null,
  authority text not null,
  name text not null,
  kind text not null check (kind in ('coach', 'expert')),
  themes text[] not null,
  email text,
  phone text,
  teams text,
  since date not null,
  primary key (organisation_id, network_id, ref_id)
);
create index network_coach_member on network_coach (organisation_id, member_id);
select wall('network_coach');
