-- Leaving: who stops as a coach or goes from here, on which day, and to whom passes what they kept. And the name of a
-- colleague, as history may show it.

-- One that is not done yet is a plan: the dates it set are undone by 'before', which says how they stood. No keeper, or
-- nobody for the walk-in moments or to stand in: chosen on the day itself, or nobody. 'done_at': all was passed on.
create table leaving (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('coach', 'job')),
  last_day date not null,
  before jsonb not null default '[]',
  word text check (length(word) <= 500),
  keeper_id uuid,
  drop_ins_to uuid,
  stands_in_id uuid,
  made_at timestamptz not null default app_now(),
  thanked_at timestamptz,
  done_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, keeper_id) references person (organisation_id, id) on delete set null (keeper_id),
  foreign key (organisation_id, drop_ins_to) references person (organisation_id, id) on delete set null (drop_ins_to),
  foreign key (organisation_id, stands_in_id) references person (organisation_id, id) on delete set null (stands_in_id)
);
create unique index leaving_planned on leaving (organisation_id, person_id) where done_at is null;
create index leaving_person on leaving (organisation_id, person_id, last_day);
create index tip_keeper on tip (organisation_id, coalesce(owner_id, author_id));
select wall('leaving');

-- A colleague's name wherever something of the past is shown. Who works here no longer has none, and no number: the
-- last name then is a word of the code (rooms/people/name.ts) that says as what they were known.
create view named with (security_invoker = true) as
  select p.organisation_id, p.id, here.works as works_here,
         case when here.works then p.first_name else '' end as first_name,
         case when here.works then p.last_name
              when exists (select from role r join appointment a on a.id = r.appointment_id
                            where a.person_id = p.id and r.kind in ('coach', 'expert')) then 'gone:helper'
              else 'gone:colleague' end as last_name,
         case when here.works then p.email end as email,
         case when here.works then p.phone end as phone
    from person p
   cross join lateral (
     select exists (select from appointment a
                     where a.organisation_id = p.organisation_id and a.person_id = p.id
                       and (a.ends_on is null or a.ends_on >= (app_now() at time zone 'Europe/Brussels')::date))
            as works) here;
do $$ begin
  execute format('grant select on named to %I', current_setting('app.role_name'));
end $$;
