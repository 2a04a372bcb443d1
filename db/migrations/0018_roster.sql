-- Who works where, and when they are there, changes a few times a day and is asked for on nearly every page. The roster
-- has a version, so that a process may keep what it read for as long as the version stands (rooms/people/server/snapshot.ts).

create table roster (
  organisation_id uuid not null references organisation,
  version bigint not null default 1,
  primary key (organisation_id)
);
select wall('roster');

-- Runs as the last thing before the commit: nobody waits for one who is still at work, and whoever reads the new version
-- reads what came with it.
create function turn_roster() returns trigger language plpgsql as $$
declare
  changed uuid := case when tg_op = 'DELETE' then old.organisation_id else new.organisation_id end;
begin
  if current_setting('app.roster_turned', true) is distinct from changed::text then
    insert into roster (organisation_id) values (changed)
      on conflict (organisation_id) do update set version = roster.version + 1;
    perform set_config('app.roster_turned', changed::text, true);
  end if;
  return null;
end $$;

create function in_roster(kept regclass) returns void language plpgsql as $$
begin
  execute format('create constraint trigger turn_roster after insert or update or delete on %s
                    deferrable initially deferred for each row execute function turn_roster()', kept);
end $$;

select in_roster('unit');
select in_roster('person');
select in_roster('appointment');
select in_roster('role');
select in_roster('helper');
select in_roster('absence');
select in_roster('not_found');
