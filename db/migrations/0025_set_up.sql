-- Set-up in the browser: the code that opens it, the numbers a body is known by elsewhere, the steps, and a test of the mail.

-- The code that `npm start` prints while there is no organisation; only its keyed hash is kept. Outside the wall:
-- there is nobody yet whom it could belong to.
create table identity.set_up_code (
  only_row boolean primary key default true check (only_row),
  lookup text not null
);
do $$ begin
  execute format('grant select, insert, update, delete on identity.set_up_code to %I', current_setting('app.role_name'));
end $$;

-- By what numbers a body is known elsewhere. Dated, and never a key. NIS is of the territory, so of the whole
-- organisation; KBO and OVO are of one legal body.
create table identifier (
  organisation_id uuid not null references organisation,
  id uuid not null,
  employer_id uuid,
  kind text not null check (kind in ('kbo', 'ovo', 'nis')),
  value text not null,
  starts_on date not null,
  ends_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, employer_id) references employer (organisation_id, id),
  check ((kind = 'nis') = (employer_id is null))
);
select wall('identifier');
-- agreed: nothing ever wrote or read them; the table above keeps such numbers, dated.
alter table employer drop column kbo, drop column ovo;

-- What an organisation does first. Its rows are there from its beginning; a mark is what somebody said of a step,
-- whatever else the step shows by itself.
create table set_up_step (
  organisation_id uuid not null references organisation,
  step text not null check (step in ('staff', 'units', 'coaches', 'mail', 'question')),
  mark text check (mark in ('done', 'skipped')),
  primary key (organisation_id, step)
);
select wall('set_up_step');

-- The last test of the mail, and what the mail server said. No outcome: it is on its way.
create table mail_test (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null default app_now(),
  outcome text check (outcome in ('sent', 'refused', 'unreachable', 'sign_in', 'no_smtp', 'failed')),
  answer text,
  primary key (organisation_id),
  unique (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select wall('mail_test');
