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
  kbo text,
  ovo text,
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

create table migration (
  name text not null,
  ran_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table network (
  organisation_id uuid not null default current_organisation(),
  id uuid not null,
  name text not null,
  constraint network_pkey PRIMARY KEY (organisation_id, id),
  constraint network_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table network enable row level security;
alter table network force row level security;
create policy owner on network for all to trekkracht_owner using (true) with check (true);
create policy wall on network for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on network to trekkracht_app;

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
  constraint network_member_pkey PRIMARY KEY (organisation_id, id),
  constraint network_member_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint network_member_organisation_id_network_id_fkey FOREIGN KEY (organisation_id, network_id) REFERENCES network(organisation_id, id)
);
alter table network_member enable row level security;
alter table network_member force row level security;
create policy owner on network_member for all to trekkracht_owner using (true) with check (true);
create policy wall on network_member for all to trekkracht_app using ((organisation_id = current_organisation())) with check ((organisation_id = current_organisation()));
grant delete, insert, select, update on network_member to trekkracht_app;

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
  constraint staff_import_pkey PRIMARY KEY (organisation_id, id),
  constraint staff_import_check CHECK (((state = 'preview'::text) = (list IS NOT NULL))),
  constraint staff_import_state_check CHECK ((state = ANY (ARRAY['preview'::text, 'applied'::text, 'dropped'::text]))),
  constraint staff_import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint staff_import_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (made_by)
);
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

create table worker_beat (
  only_row boolean not null default true,
  beat_at timestamp with time zone not null,
  constraint worker_beat_pkey PRIMARY KEY (only_row),
  constraint worker_beat_only_row_check CHECK (only_row)
);
grant insert, select, update on worker_beat to trekkracht_app;
