-- Organisations, their legal bodies and units, and the networks they form.

create table organisation (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
  name text not null,
  demo boolean not null default false,
  ict_phone text,
  default_hours jsonb not null,
  created_at timestamptz not null default app_now()
);
alter table organisation enable row level security;
alter table organisation force row level security;
do $$
declare app_role text := current_setting('app.role_name');
begin
  execute format('create policy wall on organisation to %I using (id = current_organisation())
    with check (id = current_organisation())', app_role);
  execute format('create policy owner on organisation to %I using (true) with check (true)', current_user);
  execute format('grant select, insert, update on organisation to %I', app_role);
end $$;

create table employer (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  kbo text,
  ovo text,
  primary key (organisation_id, id),
  unique (organisation_id, name)
);
select wall('employer');

create table unit (
  organisation_id uuid not null references organisation,
  id uuid not null,
  parent_id uuid,
  name text not null,
  hours jsonb,
  neighbour_ids uuid[],
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references unit (organisation_id, id),
  unique nulls not distinct (organisation_id, parent_id, name)
);
select wall('unit');

-- Days on which the organisation is shut beside the public holidays.
create table closing_day (
  organisation_id uuid not null references organisation,
  day date not null,
  name text not null,
  primary key (organisation_id, day)
);
select wall('closing_day');

-- A network is kept by the organisation that hosts it. A member is a row of the host's: the name
-- and territory of the authority, and its organisation here when it has one. No foreign key leads
-- across the wall.
create table network (
  organisation_id uuid not null references organisation,
  id uuid not null,
  name text not null,
  primary key (organisation_id, id)
);
select wall('network');

create table network_member (
  organisation_id uuid not null references organisation,
  id uuid not null,
  network_id uuid not null,
  name text not null,
  type text not null,
  nis text,
  member_organisation_id uuid,
  starts_on date not null,
  ends_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, network_id) references network (organisation_id, id)
);
select wall('network_member');

-- What must be found before it is known whose it is: slugs, tokens, links, identities. Inside an
-- organisation it is walled like any table; across, only resolve() reads it.
create table address (
  organisation_id uuid not null references organisation,
  kind text not null,
  lookup text not null,
  subject_id uuid not null,
  valid_until timestamptz,
  primary key (kind, lookup, organisation_id)
);
create unique index address_one_owner on address (kind, lookup) where kind <> 'identity';
create index address_subject on address (organisation_id, subject_id);
select wall('address');

create function resolve(wanted_kind text, wanted_lookup text)
  returns table (organisation_id uuid, subject_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
    select a.organisation_id, a.subject_id from address a
     where a.kind = wanted_kind and a.lookup = wanted_lookup
       and (a.valid_until is null or a.valid_until > app_now()) $$;

-- What the first page and the jobs need before they enter an organisation: ids only.
create function organisations_here() returns table (id uuid, demo boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
    select o.id, o.demo from organisation o order by o.created_at $$;

do $$ begin
  execute format('grant execute on function resolve(text, text), organisations_here() to %I',
    current_setting('app.role_name'));
  revoke execute on function resolve(text, text), organisations_here() from public;
end $$;
