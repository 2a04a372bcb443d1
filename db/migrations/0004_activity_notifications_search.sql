-- Who did what (ids only), who should know, and what can be found.

create table activity (
  organisation_id uuid not null references organisation,
  id uuid not null,
  happened_at timestamptz not null default app_now(),
  actor_kind text not null check (actor_kind in ('person', 'asker', 'integration', 'system')),
  actor_id uuid,
  on_behalf_of uuid,
  event text not null,
  subject_kind text not null,
  subject_id uuid not null,
  particulars jsonb not null default '{}',
  primary key (organisation_id, id),
  check (actor_kind <> 'asker' or (actor_id is null and on_behalf_of is null))
);
create index activity_subject on activity (organisation_id, subject_id, happened_at);
select wall('activity');
do $$ begin
  execute format('revoke update, delete on activity from %I', current_setting('app.role_name'));
end $$;

create table notification (
  organisation_id uuid not null references organisation,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  particulars jsonb not null default '{}',
  made_at timestamptz not null default app_now(),
  seen_at timestamptz,
  mail text not null check (mail in ('none', 'waiting', 'sent', 'refused')),
  mail_tries integer not null default 0,
  mail_due_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index notification_unseen on notification (organisation_id, person_id, subject_id) where seen_at is null;
create index notification_mail on notification (organisation_id, mail_due_at) where mail = 'waiting';
select wall('notification');

-- The letter box of a demo organisation, whose mail never leaves the machine.
create table demo_mail (
  organisation_id uuid not null references organisation,
  id uuid not null,
  sent_at timestamptz not null default app_now(),
  recipient text not null,
  address text not null,
  subject text not null,
  body_text text not null,
  primary key (organisation_id, id)
);
select wall('demo_mail');

create table search_document (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  title text not null,
  primary key (organisation_id, id),
  unique (organisation_id, kind, subject_id)
);
select wall('search_document');

-- Read by plain equality on terms made in code: operators that are not leakproof cannot use their
-- index under a policy.
create table search_posting (
  organisation_id uuid not null references organisation,
  term text not null,
  document_id uuid not null,
  weight real not null,
  primary key (organisation_id, term, document_id),
  foreign key (organisation_id, document_id) references search_document (organisation_id, id) on delete cascade
);
create index search_posting_document on search_posting (organisation_id, document_id);
select wall('search_posting');

-- The worker says here that it lives.
create table worker_beat (
  only_row boolean primary key default true check (only_row),
  beat_at timestamptz not null
);
do $$ begin
  execute format('grant select, insert, update on worker_beat to %I', current_setting('app.role_name'));
end $$;
