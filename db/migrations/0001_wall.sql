-- The wall between organisations, and the moment in time, as the database knows them.
-- The runner sets app.role_name to the role of web and worker before each migration.

create function current_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;

create function current_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;

-- Tests and journeys move the clock through this row. It is read only by connections that ask for
-- it (app.test_clock = 1), which the settings allow with TEST_CLOCK=1 alone.
create table test_clock (
  only_row boolean primary key default true check (only_row),
  shift interval not null default '0'
);
insert into test_clock default values;

create function app_now() returns timestamptz language sql stable parallel safe
  return case when current_setting('app.test_clock', true) = '1'
    then now() + (select shift from test_clock)
    else now() end;

-- Puts a table behind the wall; a new row belongs to the organisation that is entered. The owner needs a policy of its own: on a forced table without one,
-- an update by the owner changes 0 rows and says nothing.
create function wall(walled regclass) returns void language plpgsql as $$
declare
  app_role text := current_setting('app.role_name');
begin
  execute format('alter table %s enable row level security', walled);
  execute format('alter table %s force row level security', walled);
  execute format('alter table %s alter column organisation_id set default current_organisation()', walled);
  execute format(
    'create policy wall on %s to %I using (organisation_id = current_organisation())
       with check (organisation_id = current_organisation())', walled, app_role);
  execute format('create policy owner on %s to %I using (true) with check (true)', walled, current_user);
  execute format('grant select, insert, update, delete on %s to %I', walled, app_role);
end $$;

do $$ begin
  execute format('grant select on test_clock to %I', current_setting('app.role_name'));
end $$;
