-- The database as the migrations leave it: for reading and review, never for running.
-- Written by bin/schema from the catalogues of a freshly migrated database; a house test compares.

create schema identity;
grant usage on schema identity to trekkracht_app;

CREATE OR REPLACE FUNCTION public.app_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN CASE WHEN (current_setting('app.test_clock'::text, true) = '1'::text) THEN (now() + (SELECT test_clock.shift FROM test_clock)) ELSE now() END;
grant execute on function app_now() to public;

CREATE OR REPLACE FUNCTION public.current_organisation()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.organisation'::text, true), ''::text))::uuid;
grant execute on function current_organisation() to public;

CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid;
grant execute on function current_person() to public;

CREATE OR REPLACE FUNCTION public.in_roster(kept regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create constraint trigger turn_roster after insert or update or delete on %s
                    deferrable initially deferred for each row execute function turn_roster()', kept);
end $function$;
grant execute on function in_roster(regclass) to public;

CREATE OR REPLACE FUNCTION public.organisations_here()
 RETURNS TABLE(id uuid, demo boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select o.id, o.demo from organisation o order by o.created_at $function$;
grant execute on function organisations_here() to trekkracht_app;

CREATE OR REPLACE FUNCTION public.resolve(wanted_kind text, wanted_lookup text)
 RETURNS TABLE(organisation_id uuid, subject_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select a.organisation_id, a.subject_id from address a
     where a.kind = wanted_kind and a.lookup = wanted_lookup
       and (a.valid_until is null or a.valid_until > app_now()) $function$;
grant execute on function resolve(text,text) to trekkracht_app;

CREATE OR REPLACE FUNCTION public.turn_roster()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  changed uuid := case when tg_op = 'DELETE' then old.organisation_id else new.organisation_id end;
begin
  if current_setting('app.roster_turned', true) is distinct from changed::text then
    insert into roster (organisation_id) values (changed)
      on conflict (organisation_id) do update set version = roster.version + 1;
    perform set_config('app.roster_turned', changed::text, true);
  end if;
  return null;
end $function$;
grant execute on function turn_roster() to public;

CREATE OR REPLACE FUNCTION public.wall(walled regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;
grant execute on function wall(regclass) to public;

create table absence (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  person_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  substitute_id uuid,
  constraint absence_pkey PRIMARY KEY (organisation_id, id),
  constraint absence_check CHECK (((ends_at IS NULL) OR (ends_at > starts_at))),
  constraint absence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint absence_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint absence_organisation_id_substitute_id_fkey FOREIGN KEY (organisation_id, substitute_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (substitute_id)
);
CREATE INDEX absence_person ON public.absence USING btree (organisation_id, person_id, starts_at);
CREATE CONSTRAINT TRIGGER turn_roster AFTER INSERT OR DELETE OR UPDATE ON public.absence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION turn_roster();
alter table absence enable row level security;
alter table absence force row level security;
create policy owner on absence for all to trekkracht_owner using (true) with check (true);
create policy wall on absence for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on absence to trekkracht_app;

create table activity (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  happened_at timestamp with time zone not null default app_now(),
  actor_kind text not null,
  actor_id uuid,
  on_behalf_of uuid,
  event text not null,
  subject_kind text not null,
  subject_id uuid not null,
  particulars jsonb not null default '{}'::jsonb,
  constraint activity_pkey PRIMARY KEY (organisation_id, id),
  constraint activity_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'asker'::text, 'integration'::text, 'system'::text]))),
  constraint activity_check CHECK (((actor_kind <> 'asker'::text) OR ((actor_id IS NULL) AND (on_behalf_of IS NULL)))),
  constraint activity_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX activity_subject ON public.activity USING btree (organisation_id, subject_id, happened_at);
alter table activity enable row level security;
alter table activity force row level security;
create policy owner on activity for all to trekkracht_owner using (true) with check (true);
create policy wall on activity for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant insert, select on activity to trekkracht_app;

create table address (
  organisation_id uuid not null default current_organisation(),
  kind text not null,
  lookup text not null,
  subject_id uuid not null,
  valid_until timestamp with time zone,
  constraint address_pkey PRIMARY KEY (kind, lookup, organisation_id),
  constraint address_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE UNIQUE INDEX address_one_owner ON public.address USING btree (kind, lookup) WHERE (kind <> 'identity'::text);
CREATE INDEX address_subject ON public.address USING btree (organisation_id, subject_id);
alter table address enable row level security;
alter table address force row level security;
create policy owner on address for all to trekkracht_owner using (true) with check (true);
create policy wall on address for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on address to trekkracht_app;

create table announcement (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  body text not null,
  made_on date not null,
  told_at timestamp with time zone,
  constraint announcement_pkey PRIMARY KEY (organisation_id, id),
  constraint announcement_organisation_id_key UNIQUE (organisation_id),
  constraint announcement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table announcement enable row level security;
alter table announcement force row level security;
create policy owner on announcement for all to trekkracht_owner using (true) with check (true);
create policy wall on announcement for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on announcement to trekkracht_app;

create table api_request (
  organisation_id uuid not null default current_organisation(),
  token_id uuid not null,
  key text not null,
  fingerprint text not null,
  status integer,
  body jsonb,
  made_at timestamp with time zone not null default app_now(),
  constraint api_request_pkey PRIMARY KEY (organisation_id, token_id, key),
  constraint api_request_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200))),
  constraint api_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint api_request_organisation_id_token_id_fkey FOREIGN KEY (organisation_id, token_id) REFERENCES api_token(organisation_id, id)
);
alter table api_request enable row level security;
alter table api_request force row level security;
create policy owner on api_request for all to trekkracht_owner using (true) with check (true);
create policy wall on api_request for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on api_request to trekkracht_app;

create table api_token (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  role text not null,
  made_at timestamp with time zone not null default app_now(),
  ended_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (organisation_id, id),
  constraint api_token_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table api_token enable row level security;
alter table api_token force row level security;
create policy owner on api_token for all to trekkracht_owner using (true) with check (true);
create policy wall on api_token for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on api_token to trekkracht_app;

create table appointment (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  person_id uuid not null,
  employer_id uuid,
  number text,
  unit_id uuid not null,
  location text,
  function_title text,
  starts_on date,
  ends_on date,
  visiting_from text,
  function_group text,
  constraint appointment_pkey PRIMARY KEY (organisation_id, id),
  constraint appointment_organisation_id_employer_id_number_key UNIQUE (organisation_id, employer_id, number),
  constraint appointment_employer CHECK (((visiting_from IS NULL) = (employer_id IS NOT NULL))),
  constraint appointment_function_group CHECK ((function_group = ANY (ARRAY['desk'::text, 'counter'::text, 'field'::text, 'care'::text, 'childcare'::text, 'lead'::text]))),
  constraint appointment_visit CHECK (((visiting_from IS NULL) OR ((ends_on IS NOT NULL) AND (number IS NULL)))),
  constraint appointment_organisation_id_employer_id_fkey FOREIGN KEY (organisation_id, employer_id) REFERENCES employer(organisation_id, id),
  constraint appointment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint appointment_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint appointment_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE INDEX appointment_person ON public.appointment USING btree (organisation_id, person_id);
CREATE INDEX appointment_unit ON public.appointment USING btree (organisation_id, unit_id);
CREATE CONSTRAINT TRIGGER turn_roster AFTER INSERT OR DELETE OR UPDATE ON public.appointment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION turn_roster();
alter table appointment enable row level security;
alter table appointment force row level security;
create policy owner on appointment for all to trekkracht_owner using (true) with check (true);
create policy wall on appointment for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on appointment to trekkracht_app;

create table call_named (
  organisation_id uuid not null default current_organisation(),
  naming_id uuid not null,
  person_id uuid not null,
  constraint call_named_pkey PRIMARY KEY (organisation_id, naming_id),
  constraint call_named_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint call_named_organisation_id_naming_id_fkey FOREIGN KEY (organisation_id, naming_id) REFERENCES call_naming(organisation_id, id) ON DELETE CASCADE,
  constraint call_named_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX call_named_person ON public.call_named USING btree (organisation_id, person_id);
alter table call_named enable row level security;
alter table call_named force row level security;
create policy owner on call_named for all to trekkracht_owner using (true) with check (true);
create policy the_named on call_named as restrictive for all to trekkracht_app using (((current_person() IS NULL) OR (person_id = current_person()))) with check (true);
create policy wall on call_named for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on call_named to trekkracht_app;

create table call_naming (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  call_id uuid not null,
  named_by uuid not null,
  typed text not null,
  constraint call_naming_pkey PRIMARY KEY (organisation_id, id),
  constraint call_naming_organisation_id_call_id_fkey FOREIGN KEY (organisation_id, call_id) REFERENCES coach_call(organisation_id, id) ON DELETE CASCADE,
  constraint call_naming_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint call_naming_organisation_id_named_by_fkey FOREIGN KEY (organisation_id, named_by) REFERENCES person(organisation_id, id)
);
CREATE INDEX call_naming_named_by ON public.call_naming USING btree (organisation_id, named_by);
alter table call_naming enable row level security;
alter table call_naming force row level security;
create policy owner on call_naming for all to trekkracht_owner using (true) with check (true);
create policy the_two on call_naming as restrictive for all to trekkracht_app using (((current_person() IS NULL) OR (named_by = current_person()) OR (EXISTS ( SELECT
   FROM call_named c
  WHERE ((c.naming_id = call_naming.id) AND (c.person_id = current_person()))))));
create policy wall on call_naming for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on call_naming to trekkracht_app;

create table call_volunteer (
  organisation_id uuid not null default current_organisation(),
  call_id uuid not null,
  person_id uuid not null,
  line text not null,
  said_on date not null,
  constraint call_volunteer_pkey PRIMARY KEY (organisation_id, call_id, person_id),
  constraint call_volunteer_organisation_id_call_id_fkey FOREIGN KEY (organisation_id, call_id) REFERENCES coach_call(organisation_id, id) ON DELETE CASCADE,
  constraint call_volunteer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint call_volunteer_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX call_volunteer_person ON public.call_volunteer USING btree (organisation_id, person_id);
alter table call_volunteer enable row level security;
alter table call_volunteer force row level security;
create policy owner on call_volunteer for all to trekkracht_owner using (true) with check (true);
create policy wall on call_volunteer for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on call_volunteer to trekkracht_app;

create table closing_day (
  organisation_id uuid not null default current_organisation(),
  day date not null,
  name text not null,
  constraint closing_day_pkey PRIMARY KEY (organisation_id, day),
  constraint closing_day_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table closing_day enable row level security;
alter table closing_day force row level security;
create policy owner on closing_day for all to trekkracht_owner using (true) with check (true);
create policy wall on closing_day for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on closing_day to trekkracht_app;

create table closing_total (
  organisation_id uuid not null default current_organisation(),
  theme text not null,
  month date not null,
  helped integer not null default 0,
  not_helped integer not null default 0,
  can_do_it_alone integer not null default 0,
  not_yet_alone integer not null default 0,
  constraint closing_total_pkey PRIMARY KEY (organisation_id, theme, month),
  constraint closing_total_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table closing_total enable row level security;
alter table closing_total force row level security;
create policy owner on closing_total for all to trekkracht_owner using (true) with check (true);
create policy wall on closing_total for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on closing_total to trekkracht_app;

create table coach_call (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  opened_on date not null,
  closes_on date not null,
  constraint coach_call_pkey PRIMARY KEY (organisation_id, id),
  constraint coach_call_organisation_id_key UNIQUE (organisation_id),
  constraint coach_call_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table coach_call enable row level security;
alter table coach_call force row level security;
create policy owner on coach_call for all to trekkracht_owner using (true) with check (true);
create policy wall on coach_call for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on coach_call to trekkracht_app;

create table demo_mail (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  sent_at timestamp with time zone not null default app_now(),
  recipient text not null,
  address text not null,
  subject text not null,
  body_text text not null,
  constraint demo_mail_pkey PRIMARY KEY (organisation_id, id),
  constraint demo_mail_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table demo_mail enable row level security;
alter table demo_mail force row level security;
create policy owner on demo_mail for all to trekkracht_owner using (true) with check (true);
create policy wall on demo_mail for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on demo_mail to trekkracht_app;

create table drop_in (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  person_id uuid not null,
  first_on date not null,
  every_weeks integer not null,
  last_on date,
  starts_at time without time zone not null,
  ends_at time without time zone not null,
  place text not null,
  stopped_at timestamp with time zone,
  constraint drop_in_pkey PRIMARY KEY (organisation_id, id),
  constraint drop_in_check CHECK ((last_on >= first_on)),
  constraint drop_in_check1 CHECK ((ends_at > starts_at)),
  constraint drop_in_every_weeks_check CHECK (((every_weeks >= 0) AND (every_weeks <= 8))),
  constraint drop_in_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint drop_in_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX drop_in_person ON public.drop_in USING btree (organisation_id, person_id);
alter table drop_in enable row level security;
alter table drop_in force row level security;
create policy owner on drop_in for all to trekkracht_owner using (true) with check (true);
create policy wall on drop_in for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on drop_in to trekkracht_app;

create table employer (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  name text not null,
  constraint employer_pkey PRIMARY KEY (organisation_id, id),
  constraint employer_organisation_id_name_key UNIQUE (organisation_id, name),
  constraint employer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table employer enable row level security;
alter table employer force row level security;
create policy owner on employer for all to trekkracht_owner using (true) with check (true);
create policy wall on employer for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on employer to trekkracht_app;

create table follow_up (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  coach_id uuid not null,
  person_id uuid not null,
  question_id uuid,
  guidance_id uuid,
  come_on date not null,
  state text not null,
  told_at timestamp with time zone,
  constraint follow_up_pkey PRIMARY KEY (organisation_id, id),
  constraint follow_up_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'agreed'::text, 'declined'::text, 'done'::text, 'withdrawn'::text]))),
  constraint follow_up_organisation_id_coach_id_fkey FOREIGN KEY (organisation_id, coach_id) REFERENCES person(organisation_id, id),
  constraint follow_up_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint follow_up_organisation_id_guidance_id_fkey FOREIGN KEY (organisation_id, guidance_id) REFERENCES guidance(organisation_id, id) ON DELETE SET NULL (guidance_id),
  constraint follow_up_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint follow_up_organisation_id_question_id_fkey FOREIGN KEY (organisation_id, question_id) REFERENCES question(organisation_id, id) ON DELETE SET NULL (question_id)
);
CREATE INDEX follow_up_coach ON public.follow_up USING btree (organisation_id, coach_id) WHERE (state = ANY (ARRAY['proposed'::text, 'agreed'::text]));
CREATE INDEX follow_up_due ON public.follow_up USING btree (organisation_id, come_on) WHERE ((state = 'agreed'::text) AND (told_at IS NULL));
CREATE INDEX follow_up_person ON public.follow_up USING btree (organisation_id, person_id) WHERE (state = ANY (ARRAY['proposed'::text, 'agreed'::text]));
alter table follow_up enable row level security;
alter table follow_up force row level security;
create policy owner on follow_up for all to trekkracht_owner using (true) with check (true);
create policy the_two on follow_up as restrictive for all to trekkracht_app using (((current_person() IS NULL) OR ((current_person() = coach_id) OR (current_person() = person_id))));
create policy wall on follow_up for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on follow_up to trekkracht_app;

create table guidance (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  coach_id uuid not null,
  goal text not null,
  started_on date not null,
  ended_on date,
  constraint guidance_pkey PRIMARY KEY (organisation_id, id),
  constraint guidance_organisation_id_coach_id_fkey FOREIGN KEY (organisation_id, coach_id) REFERENCES person(organisation_id, id),
  constraint guidance_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX guidance_coach ON public.guidance USING btree (organisation_id, coach_id);
alter table guidance enable row level security;
alter table guidance force row level security;
create policy own_notebook on guidance as restrictive for all to trekkracht_app using ((coach_id = current_person())) with check ((coach_id = current_person()));
create policy owner on guidance for all to trekkracht_owner using (true) with check (true);
create policy wall on guidance for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on guidance to trekkracht_app;

create table guidance_member (
  organisation_id uuid not null default current_organisation(),
  guidance_id uuid not null,
  person_id uuid not null,
  constraint guidance_member_pkey PRIMARY KEY (organisation_id, guidance_id, person_id),
  constraint guidance_member_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint guidance_member_organisation_id_guidance_id_fkey FOREIGN KEY (organisation_id, guidance_id) REFERENCES guidance(organisation_id, id) ON DELETE CASCADE,
  constraint guidance_member_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
alter table guidance_member enable row level security;
alter table guidance_member force row level security;
create policy own_notebook on guidance_member as restrictive for all to trekkracht_app using ((EXISTS ( SELECT
   FROM guidance g
  WHERE ((g.id = guidance_member.guidance_id) AND (g.coach_id = current_person())))));
create policy owner on guidance_member for all to trekkracht_owner using (true) with check (true);
create policy wall on guidance_member for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on guidance_member to trekkracht_app;

create table guidance_moment (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  guidance_id uuid not null,
  held_on date not null,
  note text not null,
  constraint guidance_moment_pkey PRIMARY KEY (organisation_id, id),
  constraint guidance_moment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint guidance_moment_organisation_id_guidance_id_fkey FOREIGN KEY (organisation_id, guidance_id) REFERENCES guidance(organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX guidance_moment_guidance ON public.guidance_moment USING btree (organisation_id, guidance_id, held_on);
alter table guidance_moment enable row level security;
alter table guidance_moment force row level security;
create policy own_notebook on guidance_moment as restrictive for all to trekkracht_app using ((EXISTS ( SELECT
   FROM guidance g
  WHERE ((g.id = guidance_moment.guidance_id) AND (g.coach_id = current_person())))));
create policy owner on guidance_moment for all to trekkracht_owner using (true) with check (true);
create policy wall on guidance_moment for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on guidance_moment to trekkracht_app;

create table hand_edit (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  person_id uuid not null,
  appointment_id uuid,
  field text not null,
  listed text,
  listed_known boolean not null default false,
  made_at timestamp with time zone not null default app_now(),
  constraint hand_edit_pkey PRIMARY KEY (organisation_id, id),
  constraint hand_edit_organisation_id_person_id_appointment_id_field_key UNIQUE NULLS NOT DISTINCT (organisation_id, person_id, appointment_id, field),
  constraint hand_edit_organisation_id_appointment_id_fkey FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment(organisation_id, id),
  constraint hand_edit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint hand_edit_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
alter table hand_edit enable row level security;
alter table hand_edit force row level security;
create policy owner on hand_edit for all to trekkracht_owner using (true) with check (true);
create policy wall on hand_edit for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on hand_edit to trekkracht_app;

create table helper (
  organisation_id uuid not null default current_organisation(),
  person_id uuid not null,
  hours jsonb,
  substitute_id uuid,
  open_limit integer not null default 8,
  also_elsewhere boolean not null default false,
  paused_until timestamp with time zone,
  place text,
  themes text[] not null default '{}'::text[],
  about text,
  constraint helper_pkey PRIMARY KEY (organisation_id, person_id),
  constraint helper_open_limit_check CHECK (((open_limit >= 1) AND (open_limit <= 99))),
  constraint helper_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint helper_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint helper_organisation_id_substitute_id_fkey FOREIGN KEY (organisation_id, substitute_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (substitute_id)
);
CREATE CONSTRAINT TRIGGER turn_roster AFTER INSERT OR DELETE OR UPDATE ON public.helper DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION turn_roster();
alter table helper enable row level security;
alter table helper force row level security;
create policy owner on helper for all to trekkracht_owner using (true) with check (true);
create policy wall on helper for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on helper to trekkracht_app;

create table identifier (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  employer_id uuid,
  kind text not null,
  value text not null,
  starts_on date not null,
  ends_on date,
  constraint identifier_pkey PRIMARY KEY (organisation_id, id),
  constraint identifier_check CHECK (((kind = 'nis'::text) = (employer_id IS NULL))),
  constraint identifier_kind_check CHECK ((kind = ANY (ARRAY['kbo'::text, 'ovo'::text, 'nis'::text]))),
  constraint identifier_organisation_id_employer_id_fkey FOREIGN KEY (organisation_id, employer_id) REFERENCES employer(organisation_id, id),
  constraint identifier_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table identifier enable row level security;
alter table identifier force row level security;
create policy owner on identifier for all to trekkracht_owner using (true) with check (true);
create policy wall on identifier for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on identifier to trekkracht_app;

create table identity.attempt (
  lookup text not null,
  since timestamp with time zone not null,
  times integer not null,
  constraint attempt_pkey PRIMARY KEY (lookup)
);
grant delete, insert, select, update on identity.attempt to trekkracht_app;

create table identity.credential (
  id uuid not null,
  identity_id uuid not null,
  provider_id text not null,
  account_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default app_now(),
  updated_at timestamp with time zone not null,
  constraint credential_pkey PRIMARY KEY (id),
  constraint credential_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint credential_password_check CHECK ((password IS NULL)),
  constraint credential_identity_id_fkey FOREIGN KEY (identity_id) REFERENCES identity.identity(id) ON DELETE CASCADE
);
CREATE INDEX credential_identity ON identity.credential USING btree (identity_id);
grant delete, insert, select, update on identity.credential to trekkracht_app;

create table identity.identity (
  id uuid not null,
  name text not null default ''::text,
  image text,
  email text not null,
  email_verified boolean not null default true,
  created_at timestamp with time zone not null default app_now(),
  updated_at timestamp with time zone not null default app_now(),
  constraint identity_pkey PRIMARY KEY (id),
  constraint identity_email_key UNIQUE (email),
  constraint identity_email_check CHECK ((email = lower(email))),
  constraint identity_image_check CHECK ((image IS NULL)),
  constraint identity_name_check CHECK ((name = ''::text))
);
grant delete, insert, select, update on identity.identity to trekkracht_app;

create table identity.proof (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default app_now(),
  updated_at timestamp with time zone not null default app_now(),
  constraint proof_pkey PRIMARY KEY (id)
);
CREATE INDEX proof_identifier ON identity.proof USING btree (identifier);
grant delete, insert, select, update on identity.proof to trekkracht_app;

create table identity.session (
  id uuid not null,
  identity_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default app_now(),
  updated_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token),
  constraint session_identity_id_fkey FOREIGN KEY (identity_id) REFERENCES identity.identity(id) ON DELETE CASCADE
);
CREATE INDEX session_identity ON identity.session USING btree (identity_id);
grant delete, insert, select, update on identity.session to trekkracht_app;

create table identity.set_up_code (
  only_row boolean not null default true,
  lookup text not null,
  constraint set_up_code_pkey PRIMARY KEY (only_row),
  constraint set_up_code_only_row_check CHECK (only_row)
);
grant delete, insert, select, update on identity.set_up_code to trekkracht_app;

create table known_problem (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  question_id uuid,
  theme text not null,
  line text not null,
  published_by uuid,
  published_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  outcome text,
  constraint known_problem_pkey PRIMARY KEY (organisation_id, id),
  constraint known_problem_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint known_problem_organisation_id_published_by_fkey FOREIGN KEY (organisation_id, published_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (published_by),
  constraint known_problem_organisation_id_question_id_fkey FOREIGN KEY (organisation_id, question_id) REFERENCES question(organisation_id, id) ON DELETE SET NULL (question_id)
);
CREATE INDEX known_problem_open ON public.known_problem USING btree (organisation_id, published_at) WHERE (ended_at IS NULL);
alter table known_problem enable row level security;
alter table known_problem force row level security;
create policy owner on known_problem for all to trekkracht_owner using (true) with check (true);
create policy wall on known_problem for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on known_problem to trekkracht_app;

create table known_problem_follower (
  organisation_id uuid not null default current_organisation(),
  problem_id uuid not null,
  person_id uuid not null,
  constraint known_problem_follower_pkey PRIMARY KEY (organisation_id, problem_id, person_id),
  constraint known_problem_follower_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint known_problem_follower_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint known_problem_follower_organisation_id_problem_id_fkey FOREIGN KEY (organisation_id, problem_id) REFERENCES known_problem(organisation_id, id)
);
alter table known_problem_follower enable row level security;
alter table known_problem_follower force row level security;
create policy own_follower on known_problem_follower as restrictive for select to trekkracht_app using (((current_person() IS NULL) OR (person_id = current_person())));
create policy owner on known_problem_follower for all to trekkracht_owner using (true) with check (true);
create policy wall on known_problem_follower for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on known_problem_follower to trekkracht_app;

create table leaving (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  last_day date not null,
  before jsonb not null default '[]'::jsonb,
  word text,
  keeper_id uuid,
  drop_ins_to uuid,
  stands_in_id uuid,
  made_at timestamp with time zone not null default app_now(),
  thanked_at timestamp with time zone,
  done_at timestamp with time zone,
  constraint leaving_pkey PRIMARY KEY (organisation_id, id),
  constraint leaving_kind_check CHECK ((kind = ANY (ARRAY['coach'::text, 'job'::text]))),
  constraint leaving_word_check CHECK ((length(word) <= 500)),
  constraint leaving_organisation_id_drop_ins_to_fkey FOREIGN KEY (organisation_id, drop_ins_to) REFERENCES person(organisation_id, id) ON DELETE SET NULL (drop_ins_to),
  constraint leaving_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint leaving_organisation_id_keeper_id_fkey FOREIGN KEY (organisation_id, keeper_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (keeper_id),
  constraint leaving_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint leaving_organisation_id_stands_in_id_fkey FOREIGN KEY (organisation_id, stands_in_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (stands_in_id)
);
CREATE INDEX leaving_person ON public.leaving USING btree (organisation_id, person_id, last_day);
CREATE UNIQUE INDEX leaving_planned ON public.leaving USING btree (organisation_id, person_id) WHERE (done_at IS NULL);
alter table leaving enable row level security;
alter table leaving force row level security;
create policy owner on leaving for all to trekkracht_owner using (true) with check (true);
create policy wall on leaving for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on leaving to trekkracht_app;

create table mail_test (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  person_id uuid not null,
  asked_at timestamp with time zone not null default app_now(),
  outcome text,
  answer text,
  constraint mail_test_pkey PRIMARY KEY (organisation_id),
  constraint mail_test_organisation_id_id_key UNIQUE (organisation_id, id),
  constraint mail_test_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'refused'::text, 'unreachable'::text, 'sign_in'::text, 'no_smtp'::text, 'failed'::text]))),
  constraint mail_test_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint mail_test_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
alter table mail_test enable row level security;
alter table mail_test force row level security;
create policy owner on mail_test for all to trekkracht_owner using (true) with check (true);
create policy wall on mail_test for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on mail_test to trekkracht_app;

create table membership (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  network_id uuid not null,
  network_name text not null,
  host_organisation_id uuid not null,
  host_name text not null,
  invitation_id uuid,
  state text not null,
  starts_on date not null,
  ends_on date,
  left_on date,
  published integer not null default 0,
  published_on date,
  published_roster bigint,
  delivered integer not null default 0,
  constraint membership_pkey PRIMARY KEY (organisation_id, id),
  constraint membership_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'joining'::text, 'member'::text, 'lapsed'::text]))),
  constraint membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table membership enable row level security;
alter table membership force row level security;
create policy owner on membership for all to trekkracht_owner using (true) with check (true);
create policy wall on membership for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on membership to trekkracht_app;

create table migration (
  name text not null,
  ran_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create view named with (security_invoker=true) as
 SELECT p.organisation_id,
    p.id,
    here.works AS works_here,
        CASE
            WHEN here.works THEN p.first_name
            ELSE ''::text
        END AS first_name,
        CASE
            WHEN here.works THEN p.last_name
            WHEN (EXISTS ( SELECT
               FROM (role r
                 JOIN appointment a ON ((a.id = r.appointment_id)))
              WHERE ((a.person_id = p.id) AND (r.kind = ANY (ARRAY['coach'::text, 'expert'::text]))))) THEN 'gone:helper'::text
            ELSE 'gone:colleague'::text
        END AS last_name,
        CASE
            WHEN here.works THEN p.email
            ELSE NULL::text
        END AS email,
        CASE
            WHEN here.works THEN p.phone
            ELSE NULL::text
        END AS phone
   FROM (person p
     CROSS JOIN LATERAL ( SELECT (EXISTS ( SELECT
                   FROM appointment a
                  WHERE ((a.organisation_id = p.organisation_id) AND (a.person_id = p.id) AND ((a.ends_on IS NULL) OR (a.ends_on >= ((app_now() AT TIME ZONE 'Europe/Brussels'::text))::date))))) AS works) here);
grant select on named to trekkracht_app;

create table network (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  name text not null,
  delivered_on date,
  delivered integer not null default 0,
  constraint network_pkey PRIMARY KEY (organisation_id, id),
  constraint network_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table network enable row level security;
alter table network force row level security;
create policy owner on network for all to trekkracht_owner using (true) with check (true);
create policy wall on network for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on network to trekkracht_app;

create table network_coach (
  organisation_id uuid not null default current_organisation(),
  network_id uuid not null,
  ref_id uuid not null,
  member_id uuid not null,
  authority text not null,
  name text not null,
  kind text not null,
  themes text[] not null,
  email text,
  phone text,
  teams text,
  since date not null,
  constraint network_coach_pkey PRIMARY KEY (organisation_id, network_id, ref_id),
  constraint network_coach_kind_check CHECK ((kind = ANY (ARRAY['coach'::text, 'expert'::text]))),
  constraint network_coach_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX network_coach_member ON public.network_coach USING btree (organisation_id, member_id);
alter table network_coach enable row level security;
alter table network_coach force row level security;
create policy owner on network_coach for all to trekkracht_owner using (true) with check (true);
create policy wall on network_coach for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on network_coach to trekkracht_app;

create table network_invitation (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  member_id uuid not null,
  valid_until timestamp with time zone not null,
  constraint network_invitation_pkey PRIMARY KEY (organisation_id, id),
  constraint network_invitation_organisation_id_member_id_key UNIQUE (organisation_id, member_id),
  constraint network_invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint network_invitation_organisation_id_member_id_fkey FOREIGN KEY (organisation_id, member_id) REFERENCES network_member(organisation_id, id)
);
alter table network_invitation enable row level security;
alter table network_invitation force row level security;
create policy owner on network_invitation for all to trekkracht_owner using (true) with check (true);
create policy wall on network_invitation for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on network_invitation to trekkracht_app;

create table network_member (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  network_id uuid not null,
  name text not null,
  type text not null,
  nis text,
  member_organisation_id uuid,
  starts_on date not null,
  ends_on date,
  added_at timestamp with time zone not null default app_now(),
  left_on date,
  heard integer not null default 0,
  constraint network_member_pkey PRIMARY KEY (organisation_id, id),
  constraint network_member_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint network_member_organisation_id_network_id_fkey FOREIGN KEY (organisation_id, network_id) REFERENCES network(organisation_id, id)
);
CREATE INDEX network_member_network ON public.network_member USING btree (organisation_id, network_id);
alter table network_member enable row level security;
alter table network_member force row level security;
create policy owner on network_member for all to trekkracht_owner using (true) with check (true);
create policy wall on network_member for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on network_member to trekkracht_app;

create table network_yes (
  organisation_id uuid not null default current_organisation(),
  membership_id uuid not null,
  person_id uuid not null,
  ref_id uuid not null,
  reach text[] not null default '{}'::text[],
  said_on date not null,
  constraint network_yes_pkey PRIMARY KEY (organisation_id, membership_id, person_id),
  constraint network_yes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint network_yes_organisation_id_membership_id_fkey FOREIGN KEY (organisation_id, membership_id) REFERENCES membership(organisation_id, id),
  constraint network_yes_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX network_yes_person ON public.network_yes USING btree (organisation_id, person_id);
alter table network_yes enable row level security;
alter table network_yes force row level security;
create policy owner on network_yes for all to trekkracht_owner using (true) with check (true);
create policy wall on network_yes for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on network_yes to trekkracht_app;

create table not_found (
  organisation_id uuid not null default current_organisation(),
  unit_id uuid not null,
  person_id uuid not null,
  until timestamp with time zone not null,
  constraint not_found_pkey PRIMARY KEY (organisation_id, unit_id, person_id),
  constraint not_found_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint not_found_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint not_found_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE CONSTRAINT TRIGGER turn_roster AFTER INSERT OR DELETE OR UPDATE ON public.not_found DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION turn_roster();
alter table not_found enable row level security;
alter table not_found force row level security;
create policy owner on not_found for all to trekkracht_owner using (true) with check (true);
create policy wall on not_found for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on not_found to trekkracht_app;

create table notification (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  particulars jsonb not null default '{}'::jsonb,
  made_at timestamp with time zone not null default app_now(),
  seen_at timestamp with time zone,
  mail text not null,
  mail_tries integer not null default 0,
  mail_due_at timestamp with time zone,
  under_cover boolean not null default false,
  constraint notification_pkey PRIMARY KEY (organisation_id, id),
  constraint notification_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'waiting'::text, 'sent'::text, 'refused'::text]))),
  constraint notification_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint notification_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX notification_mail ON public.notification USING btree (organisation_id, mail_due_at) WHERE (mail = 'waiting'::text);
CREATE INDEX notification_unseen ON public.notification USING btree (organisation_id, person_id, subject_id) WHERE (seen_at IS NULL);
alter table notification enable row level security;
alter table notification force row level security;
create policy cover on notification as restrictive for select to trekkracht_app using (((NOT under_cover) OR (person_id = current_person())));
create policy owner on notification for all to trekkracht_owner using (true) with check (true);
create policy wall on notification for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on notification to trekkracht_app;

create table organisation (
  id uuid not null,
  slug text not null,
  name text not null,
  demo boolean not null default false,
  ict_phone text,
  default_hours jsonb not null,
  created_at timestamp with time zone not null default app_now(),
  dpo_phone text,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_slug_key UNIQUE (slug),
  constraint organisation_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'::text))
);
alter table organisation enable row level security;
alter table organisation force row level security;
create policy owner on organisation for all to trekkracht_owner using (true) with check (true);
create policy wall on organisation for all to trekkracht_app using ((id = current_organisation())) with check ((id = current_organisation()));
grant insert, select, update on organisation to trekkracht_app;

create table person (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  first_name text not null,
  last_name text not null,
  email text,
  phone text,
  identity_id uuid,
  created_at timestamp with time zone not null default app_now(),
  import_id uuid,
  constraint person_pkey PRIMARY KEY (organisation_id, id),
  constraint person_email_check CHECK ((email = lower(email))),
  constraint person_import FOREIGN KEY (organisation_id, import_id) REFERENCES staff_import(organisation_id, id),
  constraint person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE UNIQUE INDEX person_email ON public.person USING btree (organisation_id, email);
CREATE UNIQUE INDEX person_identity ON public.person USING btree (organisation_id, identity_id);
CREATE INDEX person_import ON public.person USING btree (organisation_id, import_id) WHERE (import_id IS NOT NULL);
CREATE CONSTRAINT TRIGGER turn_roster AFTER INSERT OR DELETE OR UPDATE ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION turn_roster();
alter table person enable row level security;
alter table person force row level security;
create policy owner on person for all to trekkracht_owner using (true) with check (true);
create policy wall on person for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on person to trekkracht_app;

create table pinned (
  organisation_id uuid not null default current_organisation(),
  kind text not null,
  subject_id uuid not null,
  until date not null,
  constraint pinned_pkey PRIMARY KEY (organisation_id, kind),
  constraint pinned_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table pinned enable row level security;
alter table pinned force row level security;
create policy owner on pinned for all to trekkracht_owner using (true) with check (true);
create policy wall on pinned for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on pinned to trekkracht_app;

create table question (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  unit_id uuid not null,
  theme text,
  title text not null,
  body text not null,
  channel text not null,
  under_cover boolean not null default false,
  state text not null,
  asked_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  holder_id uuid,
  waits_until timestamp with time zone,
  round_started_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by text,
  taps text not null default 'none'::text,
  urgent text,
  outside_unit boolean not null default false,
  noted_by uuid,
  sealed_asker text,
  constraint question_pkey PRIMARY KEY (organisation_id, id),
  constraint question_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'api'::text, 'coach'::text]))),
  constraint question_check CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL))),
  constraint question_check1 CHECK (((state = ANY (ARRAY['waiting'::text, 'claimed'::text])) = (waits_until IS NOT NULL))),
  constraint question_check2 CHECK (((sealed_asker IS NULL) OR under_cover)),
  constraint question_closed_by_check CHECK ((closed_by = ANY (ARRAY['asker'::text, 'helper'::text]))),
  constraint question_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'claimed'::text, 'answered'::text, 'closed'::text, 'merged'::text]))),
  constraint question_taps_check CHECK ((taps = ANY (ARRAY['none'::text, 'first'::text, 'both'::text]))),
  constraint question_urgent_check CHECK ((urgent = ANY (ARRAY['clicked'::text, 'device_lost'::text, 'wrong_recipient'::text]))),
  constraint question_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint question_organisation_id_holder_id_fkey FOREIGN KEY (organisation_id, holder_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (holder_id),
  constraint question_organisation_id_noted_by_fkey FOREIGN KEY (organisation_id, noted_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (noted_by),
  constraint question_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE INDEX question_due ON public.question USING btree (organisation_id, waits_until) WHERE (waits_until IS NOT NULL);
CREATE INDEX question_holder ON public.question USING btree (organisation_id, holder_id, state);
CREATE INDEX question_noted ON public.question USING btree (organisation_id, noted_by) WHERE (noted_by IS NOT NULL);
CREATE INDEX question_open_holder ON public.question USING btree (organisation_id, holder_id) WHERE (state = ANY (ARRAY['waiting'::text, 'claimed'::text]));
CREATE INDEX question_unit_open ON public.question USING btree (organisation_id, unit_id) WHERE (state <> 'closed'::text);
alter table question enable row level security;
alter table question force row level security;
create policy owner on question for all to trekkracht_owner using (true) with check (true);
create policy wall on question for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on question to trekkracht_app;

create table question_asker (
  organisation_id uuid not null default current_organisation(),
  question_id uuid not null,
  person_id uuid not null,
  under_cover boolean not null default false,
  coach_id uuid,
  constraint question_asker_pkey PRIMARY KEY (organisation_id, question_id),
  constraint question_asker_organisation_id_coach_id_fkey FOREIGN KEY (organisation_id, coach_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (coach_id),
  constraint question_asker_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint question_asker_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint question_asker_organisation_id_question_id_fkey FOREIGN KEY (organisation_id, question_id) REFERENCES question(organisation_id, id)
);
CREATE INDEX question_asker_own ON public.question_asker USING btree (organisation_id, person_id, question_id);
alter table question_asker enable row level security;
alter table question_asker force row level security;
create policy cover on question_asker as restrictive for select to trekkracht_app using (((NOT under_cover) OR ((current_person() = person_id) OR (current_person() = coach_id))));
create policy owner on question_asker for all to trekkracht_owner using (true) with check (true);
create policy wall on question_asker for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on question_asker to trekkracht_app;

create table question_helper (
  organisation_id uuid not null default current_organisation(),
  question_id uuid not null,
  person_id uuid not null,
  called_by uuid,
  called_at timestamp with time zone not null,
  why text not null,
  done_at timestamp with time zone,
  constraint question_helper_pkey PRIMARY KEY (organisation_id, question_id, person_id),
  constraint question_helper_why_check CHECK ((why = ANY (ARRAY['expert'::text, 'urgent'::text]))),
  constraint question_helper_organisation_id_called_by_fkey FOREIGN KEY (organisation_id, called_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (called_by),
  constraint question_helper_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint question_helper_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint question_helper_organisation_id_question_id_fkey FOREIGN KEY (organisation_id, question_id) REFERENCES question(organisation_id, id)
);
CREATE INDEX question_helper_person ON public.question_helper USING btree (organisation_id, person_id);
alter table question_helper enable row level security;
alter table question_helper force row level security;
create policy owner on question_helper for all to trekkracht_owner using (true) with check (true);
create policy wall on question_helper for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on question_helper to trekkracht_app;

create table question_merge (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  merged_by uuid,
  merged_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  before jsonb not null,
  constraint question_merge_pkey PRIMARY KEY (organisation_id, id),
  constraint question_merge_check CHECK ((from_id <> into_id)),
  constraint question_merge_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint question_merge_organisation_id_from_id_fkey FOREIGN KEY (organisation_id, from_id) REFERENCES question(organisation_id, id),
  constraint question_merge_organisation_id_into_id_fkey FOREIGN KEY (organisation_id, into_id) REFERENCES question(organisation_id, id),
  constraint question_merge_organisation_id_merged_by_fkey FOREIGN KEY (organisation_id, merged_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (merged_by)
);
CREATE INDEX question_merge_into ON public.question_merge USING btree (organisation_id, into_id);
CREATE UNIQUE INDEX question_merge_standing ON public.question_merge USING btree (organisation_id, from_id) WHERE (undone_at IS NULL);
alter table question_merge enable row level security;
alter table question_merge force row level security;
create policy owner on question_merge for all to trekkracht_owner using (true) with check (true);
create policy wall on question_merge for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on question_merge to trekkracht_app;

create table question_message (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  question_id uuid not null,
  sender text not null,
  author_id uuid,
  body text not null,
  written_at timestamp with time zone not null,
  kind text not null default 'text'::text,
  sent_together uuid,
  constraint question_message_pkey PRIMARY KEY (organisation_id, id),
  constraint question_message_asker_writes CHECK (((sender = 'helper'::text) OR (kind = 'text'::text))),
  constraint question_message_check CHECK (((sender <> 'asker'::text) OR (author_id IS NULL))),
  constraint question_message_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'call'::text, 'visit'::text, 'note'::text]))),
  constraint question_message_sender_check CHECK ((sender = ANY (ARRAY['asker'::text, 'helper'::text]))),
  constraint question_message_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (author_id),
  constraint question_message_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint question_message_organisation_id_question_id_fkey FOREIGN KEY (organisation_id, question_id) REFERENCES question(organisation_id, id)
);
CREATE INDEX question_message_question ON public.question_message USING btree (organisation_id, question_id, written_at);
alter table question_message enable row level security;
alter table question_message force row level security;
create policy owner on question_message for all to trekkracht_owner using (true) with check (true);
create policy wall on question_message for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on question_message to trekkracht_app;

create table question_reminder (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  question_id uuid not null,
  person_id uuid not null,
  due_at timestamp with time zone not null,
  told_at timestamp with time zone,
  constraint question_reminder_pkey PRIMARY KEY (organisation_id, id),
  constraint question_reminder_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint question_reminder_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint question_reminder_organisation_id_question_id_fkey FOREIGN KEY (organisation_id, question_id) REFERENCES question(organisation_id, id)
);
CREATE INDEX question_reminder_due ON public.question_reminder USING btree (organisation_id, due_at) WHERE (told_at IS NULL);
CREATE UNIQUE INDEX question_reminder_waiting ON public.question_reminder USING btree (organisation_id, question_id, person_id) WHERE (told_at IS NULL);
alter table question_reminder enable row level security;
alter table question_reminder force row level security;
create policy owner on question_reminder for all to trekkracht_owner using (true) with check (true);
create policy wall on question_reminder for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on question_reminder to trekkracht_app;

create table question_split (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  split_by uuid,
  split_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  message_ids uuid[] not null,
  constraint question_split_pkey PRIMARY KEY (organisation_id, id),
  constraint question_split_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint question_split_organisation_id_from_id_fkey FOREIGN KEY (organisation_id, from_id) REFERENCES question(organisation_id, id),
  constraint question_split_organisation_id_into_id_fkey FOREIGN KEY (organisation_id, into_id) REFERENCES question(organisation_id, id),
  constraint question_split_organisation_id_split_by_fkey FOREIGN KEY (organisation_id, split_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (split_by)
);
CREATE INDEX question_split_from ON public.question_split USING btree (organisation_id, from_id);
CREATE UNIQUE INDEX question_split_into ON public.question_split USING btree (organisation_id, into_id);
alter table question_split enable row level security;
alter table question_split force row level security;
create policy owner on question_split for all to trekkracht_owner using (true) with check (true);
create policy wall on question_split for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on question_split to trekkracht_app;

create table question_step (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  question_id uuid not null,
  person_id uuid not null,
  reason jsonb not null,
  started_at timestamp with time zone not null,
  present_from timestamp with time zone not null,
  ended_at timestamp with time zone,
  ending text,
  constraint question_step_pkey PRIMARY KEY (organisation_id, id),
  constraint question_step_check CHECK (((ended_at IS NULL) = (ending IS NULL))),
  constraint question_step_ending_check CHECK ((ending = ANY (ARRAY['silent'::text, 'passed'::text, 'away'::text, 'left'::text, 'taken'::text, 'closed'::text, 'given'::text, 'merged'::text]))),
  constraint question_step_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint question_step_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint question_step_organisation_id_question_id_fkey FOREIGN KEY (organisation_id, question_id) REFERENCES question(organisation_id, id)
);
CREATE UNIQUE INDEX question_step_one_open ON public.question_step USING btree (organisation_id, question_id) WHERE (ended_at IS NULL);
CREATE INDEX question_step_question ON public.question_step USING btree (organisation_id, question_id, started_at);
CREATE INDEX question_step_turns ON public.question_step USING btree (organisation_id, person_id, question_id);
alter table question_step enable row level security;
alter table question_step force row level security;
create policy owner on question_step for all to trekkracht_owner using (true) with check (true);
create policy wall on question_step for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on question_step to trekkracht_app;

create table role (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  appointment_id uuid not null,
  kind text not null,
  unit_id uuid,
  themes text[] not null default '{}'::text[],
  starts_on date not null,
  ends_on date,
  constraint role_pkey PRIMARY KEY (organisation_id, id),
  constraint role_check CHECK (((kind <> 'coach'::text) OR (unit_id IS NOT NULL))),
  constraint role_organisation_id_appointment_id_fkey FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment(organisation_id, id),
  constraint role_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint role_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE INDEX role_appointment ON public.role USING btree (organisation_id, appointment_id);
CREATE CONSTRAINT TRIGGER turn_roster AFTER INSERT OR DELETE OR UPDATE ON public.role DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION turn_roster();
alter table role enable row level security;
alter table role force row level security;
create policy owner on role for all to trekkracht_owner using (true) with check (true);
create policy wall on role for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on role to trekkracht_app;

create table roster (
  organisation_id uuid not null default current_organisation(),
  version bigint not null default 1,
  constraint roster_pkey PRIMARY KEY (organisation_id),
  constraint roster_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table roster enable row level security;
alter table roster force row level security;
create policy owner on roster for all to trekkracht_owner using (true) with check (true);
create policy wall on roster for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on roster to trekkracht_app;

create table search_document (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  title text not null,
  constraint search_document_pkey PRIMARY KEY (organisation_id, id),
  constraint search_document_organisation_id_kind_subject_id_key UNIQUE (organisation_id, kind, subject_id),
  constraint search_document_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table search_document enable row level security;
alter table search_document force row level security;
create policy owner on search_document for all to trekkracht_owner using (true) with check (true);
create policy wall on search_document for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on search_document to trekkracht_app;

create table search_posting (
  organisation_id uuid not null default current_organisation(),
  term text not null,
  document_id uuid not null,
  weight real not null,
  kind text not null,
  constraint search_posting_pkey PRIMARY KEY (organisation_id, kind, term, document_id) INCLUDE (weight),
  constraint search_posting_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES search_document(organisation_id, id) ON DELETE CASCADE,
  constraint search_posting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX search_posting_document ON public.search_posting USING btree (organisation_id, document_id);
alter table search_posting enable row level security;
alter table search_posting force row level security;
create policy owner on search_posting for all to trekkracht_owner using (true) with check (true);
create policy wall on search_posting for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on search_posting to trekkracht_app;

create table set_up_step (
  organisation_id uuid not null default current_organisation(),
  step text not null,
  mark text,
  constraint set_up_step_pkey PRIMARY KEY (organisation_id, step),
  constraint set_up_step_mark_check CHECK ((mark = ANY (ARRAY['done'::text, 'skipped'::text]))),
  constraint set_up_step_step_check CHECK ((step = ANY (ARRAY['staff'::text, 'units'::text, 'coaches'::text, 'mail'::text, 'question'::text]))),
  constraint set_up_step_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table set_up_step enable row level security;
alter table set_up_step force row level security;
create policy owner on set_up_step for all to trekkracht_owner using (true) with check (true);
create policy wall on set_up_step for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on set_up_step to trekkracht_app;

create table shared_answer (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  question_id uuid,
  title text not null,
  body text not null,
  theme text not null,
  helped integer not null default 0,
  constraint shared_answer_pkey PRIMARY KEY (organisation_id, id),
  constraint shared_answer_organisation_id_question_id_key UNIQUE (organisation_id, question_id),
  constraint shared_answer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint shared_answer_organisation_id_question_id_fkey FOREIGN KEY (organisation_id, question_id) REFERENCES question(organisation_id, id) ON DELETE SET NULL (question_id)
);
alter table shared_answer enable row level security;
alter table shared_answer force row level security;
create policy owner on shared_answer for all to trekkracht_owner using (true) with check (true);
create policy wall on shared_answer for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on shared_answer to trekkracht_app;

create table staff_import (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  made_by uuid,
  made_at timestamp with time zone not null default app_now(),
  file_name text not null,
  state text not null,
  list jsonb,
  outcome jsonb,
  decided jsonb not null default '{}'::jsonb,
  fingerprint text,
  confirmed_by uuid,
  done integer not null default 0,
  total integer not null default 0,
  trouble text,
  constraint staff_import_pkey PRIMARY KEY (organisation_id, id),
  constraint staff_import_confirmed CHECK (((state = 'applying'::text) = (fingerprint IS NOT NULL))),
  constraint staff_import_list CHECK (((state = ANY (ARRAY['preview'::text, 'applying'::text])) = (list IS NOT NULL))),
  constraint staff_import_state CHECK ((state = ANY (ARRAY['preview'::text, 'applying'::text, 'applied'::text, 'dropped'::text]))),
  constraint staff_import_organisation_id_confirmed_by_fkey FOREIGN KEY (organisation_id, confirmed_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (confirmed_by),
  constraint staff_import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint staff_import_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (made_by)
);
CREATE UNIQUE INDEX staff_import_waiting ON public.staff_import USING btree (organisation_id) WHERE (list IS NOT NULL);
alter table staff_import enable row level security;
alter table staff_import force row level security;
create policy owner on staff_import for all to trekkracht_owner using (true) with check (true);
create policy wall on staff_import for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on staff_import to trekkracht_app;

create table standard_answer (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  owner_id uuid,
  title text not null,
  body text not null,
  changed_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint standard_answer_pkey PRIMARY KEY (organisation_id, id),
  constraint standard_answer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint standard_answer_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX standard_answer_owner ON public.standard_answer USING btree (organisation_id, owner_id);
alter table standard_answer enable row level security;
alter table standard_answer force row level security;
create policy owner on standard_answer for all to trekkracht_owner using (true) with check (true);
create policy wall on standard_answer for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on standard_answer to trekkracht_app;

create table start_path (
  organisation_id uuid not null default current_organisation(),
  decides_on date not null,
  constraint start_path_pkey PRIMARY KEY (organisation_id),
  constraint start_path_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table start_path enable row level security;
alter table start_path force row level security;
create policy owner on start_path for all to trekkracht_owner using (true) with check (true);
create policy wall on start_path for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on start_path to trekkracht_app;

create table start_step (
  organisation_id uuid not null default current_organisation(),
  step text not null,
  done_on date,
  moved_to date,
  constraint start_step_pkey PRIMARY KEY (organisation_id, step),
  constraint start_step_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table start_step enable row level security;
alter table start_step force row level security;
create policy owner on start_step for all to trekkracht_owner using (true) with check (true);
create policy wall on start_step for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on start_step to trekkracht_app;

create table start_text (
  organisation_id uuid not null default current_organisation(),
  step text not null,
  body text,
  put_aside text,
  edition integer not null default 1,
  constraint start_text_pkey PRIMARY KEY (organisation_id, step),
  constraint start_text_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table start_text enable row level security;
alter table start_text force row level security;
create policy owner on start_text for all to trekkracht_owner using (true) with check (true);
create policy wall on start_text for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on start_text to trekkracht_app;

create table test_clock (
  only_row boolean not null default true,
  shift interval not null default '00:00:00'::interval,
  constraint test_clock_pkey PRIMARY KEY (only_row),
  constraint test_clock_only_row_check CHECK (only_row)
);
grant select on test_clock to trekkracht_app;

create table tip (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  title text not null,
  body text not null,
  theme text not null,
  status text not null,
  external_id text,
  author_id uuid,
  helped integer not null default 0,
  reviewed_on date,
  made_at timestamp with time zone not null default app_now(),
  application text,
  application_version text,
  level text,
  unit_id uuid,
  owner_id uuid,
  review_on date,
  links jsonb not null default '[]'::jsonb,
  works_for integer not null default 0,
  version integer not null default 1,
  changed_at timestamp with time zone not null default app_now(),
  expired_from text,
  sent_back_word text,
  constraint tip_pkey PRIMARY KEY (organisation_id, id),
  constraint tip_organisation_id_external_id_key UNIQUE (organisation_id, external_id),
  constraint tip_check CHECK (((expired_from IS NULL) OR (status = 'expired'::text))),
  constraint tip_expired_from_check CHECK ((expired_from = ANY (ARRAY['draft'::text, 'reviewed'::text, 'published'::text, 'to_review'::text]))),
  constraint tip_level_check CHECK ((level = ANY (ARRAY['start'::text, 'with_help'::text, 'alone'::text, 'helps_others'::text]))),
  constraint tip_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'reviewed'::text, 'published'::text, 'to_review'::text, 'expired'::text]))),
  constraint tip_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (author_id),
  constraint tip_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint tip_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (owner_id),
  constraint tip_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE INDEX tip_keeper ON public.tip USING btree (organisation_id, COALESCE(owner_id, author_id));
CREATE INDEX tip_review ON public.tip USING btree (organisation_id, review_on) WHERE (status = 'published'::text);
CREATE INDEX tip_status ON public.tip USING btree (organisation_id, status, made_at DESC);
alter table tip enable row level security;
alter table tip force row level security;
create policy owner on tip for all to trekkracht_owner using (true) with check (true);
create policy wall on tip for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on tip to trekkracht_app;

create table tip_version (
  organisation_id uuid not null default current_organisation(),
  tip_id uuid not null,
  version integer not null,
  title text not null,
  body text not null,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  constraint tip_version_pkey PRIMARY KEY (organisation_id, tip_id, version),
  constraint tip_version_organisation_id_changed_by_fkey FOREIGN KEY (organisation_id, changed_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (changed_by),
  constraint tip_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint tip_version_organisation_id_tip_id_fkey FOREIGN KEY (organisation_id, tip_id) REFERENCES tip(organisation_id, id)
);
alter table tip_version enable row level security;
alter table tip_version force row level security;
create policy owner on tip_version for all to trekkracht_owner using (true) with check (true);
create policy wall on tip_version for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on tip_version to trekkracht_app;

create table tip_vote (
  organisation_id uuid not null default current_organisation(),
  tip_id uuid not null,
  person_id uuid not null,
  constraint tip_vote_pkey PRIMARY KEY (organisation_id, tip_id, person_id),
  constraint tip_vote_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint tip_vote_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint tip_vote_organisation_id_tip_id_fkey FOREIGN KEY (organisation_id, tip_id) REFERENCES tip(organisation_id, id)
);
alter table tip_vote enable row level security;
alter table tip_vote force row level security;
create policy own_vote on tip_vote as restrictive for all to trekkracht_app using ((person_id = current_person()));
create policy owner on tip_vote for all to trekkracht_owner using (true) with check (true);
create policy wall on tip_vote for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on tip_vote to trekkracht_app;

create table told_apart (
  organisation_id uuid not null default current_organisation(),
  person_id uuid not null,
  other_id uuid not null,
  made_at timestamp with time zone not null default app_now(),
  constraint told_apart_pkey PRIMARY KEY (organisation_id, person_id, other_id),
  constraint told_apart_check CHECK ((person_id < other_id)),
  constraint told_apart_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint told_apart_organisation_id_other_id_fkey FOREIGN KEY (organisation_id, other_id) REFERENCES person(organisation_id, id),
  constraint told_apart_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
alter table told_apart enable row level security;
alter table told_apart force row level security;
create policy owner on told_apart for all to trekkracht_owner using (true) with check (true);
create policy wall on told_apart for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on told_apart to trekkracht_app;

create table unit (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  parent_id uuid,
  name text not null,
  hours jsonb,
  neighbour_ids uuid[],
  open_on_closing_days boolean not null default false,
  constraint unit_pkey PRIMARY KEY (organisation_id, id),
  constraint unit_organisation_id_parent_id_name_key UNIQUE NULLS NOT DISTINCT (organisation_id, parent_id, name),
  constraint unit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint unit_organisation_id_parent_id_fkey FOREIGN KEY (organisation_id, parent_id) REFERENCES unit(organisation_id, id)
);
CREATE CONSTRAINT TRIGGER turn_roster AFTER INSERT OR DELETE OR UPDATE ON public.unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION turn_roster();
alter table unit enable row level security;
alter table unit force row level security;
create policy owner on unit for all to trekkracht_owner using (true) with check (true);
create policy wall on unit for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on unit to trekkracht_app;

create table welcome (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  begins_on date not null,
  made_at timestamp with time zone not null default app_now(),
  invited_at timestamp with time zone,
  finished_at timestamp with time zone,
  buddy_id uuid,
  constraint welcome_pkey PRIMARY KEY (organisation_id, id),
  constraint welcome_organisation_id_person_id_kind_key UNIQUE (organisation_id, person_id, kind),
  constraint welcome_check CHECK (((kind = 'coach'::text) OR (buddy_id IS NULL))),
  constraint welcome_kind_check CHECK ((kind = ANY (ARRAY['newcomer'::text, 'coach'::text]))),
  constraint welcome_organisation_id_buddy_id_fkey FOREIGN KEY (organisation_id, buddy_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (buddy_id),
  constraint welcome_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint welcome_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
alter table welcome enable row level security;
alter table welcome force row level security;
create policy owner on welcome for all to trekkracht_owner using (true) with check (true);
create policy wall on welcome for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on welcome to trekkracht_app;

create table welcome_item (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  sentence text not null,
  doer text not null,
  groups text[] not null default '{}'::text[],
  shown_by text,
  "position" integer not null,
  removed_at timestamp with time zone,
  constraint welcome_item_pkey PRIMARY KEY (organisation_id, id),
  constraint welcome_item_doer_check CHECK ((doer = ANY (ARRAY['self'::text, 'coach'::text, 'manager'::text, 'hr'::text, 'ict'::text, 'coordinator'::text]))),
  constraint welcome_item_groups_check CHECK ((groups <@ ARRAY['desk'::text, 'counter'::text, 'field'::text, 'care'::text, 'childcare'::text, 'lead'::text, 'coach'::text])),
  constraint welcome_item_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 300))),
  constraint welcome_item_shown_by_check CHECK ((shown_by = ANY (ARRAY['card'::text, 'hours'::text, 'drop_in'::text]))),
  constraint welcome_item_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table welcome_item enable row level security;
alter table welcome_item force row level security;
create policy owner on welcome_item for all to trekkracht_owner using (true) with check (true);
create policy wall on welcome_item for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on welcome_item to trekkracht_app;

create table welcome_step (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  welcome_id uuid not null,
  "position" integer not null,
  sentence text not null,
  doer text not null,
  shown_by text,
  ticked_at timestamp with time zone,
  ticked_by uuid,
  constraint welcome_step_pkey PRIMARY KEY (organisation_id, id),
  constraint welcome_step_doer_check CHECK ((doer = ANY (ARRAY['self'::text, 'coach'::text, 'manager'::text, 'hr'::text, 'ict'::text, 'coordinator'::text]))),
  constraint welcome_step_shown_by_check CHECK ((shown_by = ANY (ARRAY['card'::text, 'hours'::text, 'drop_in'::text]))),
  constraint welcome_step_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint welcome_step_organisation_id_ticked_by_fkey FOREIGN KEY (organisation_id, ticked_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (ticked_by),
  constraint welcome_step_organisation_id_welcome_id_fkey FOREIGN KEY (organisation_id, welcome_id) REFERENCES welcome(organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX welcome_step_welcome ON public.welcome_step USING btree (organisation_id, welcome_id, "position");
alter table welcome_step enable row level security;
alter table welcome_step force row level security;
create policy owner on welcome_step for all to trekkracht_owner using (true) with check (true);
create policy wall on welcome_step for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on welcome_step to trekkracht_app;

create table worker_beat (
  only_row boolean not null default true,
  beat_at timestamp with time zone not null,
  constraint worker_beat_pkey PRIMARY KEY (only_row),
  constraint worker_beat_only_row_check CHECK (only_row)
);
grant insert, select, update on worker_beat to trekkracht_app;
