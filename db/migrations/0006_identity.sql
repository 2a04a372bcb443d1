-- Who can sign in. Outside the wall on purpose: an identity is an opaque id and an address, no more, and
-- ties together the person rows that one human has in several organisations. The tables are those of the
-- sign-in library under names of our own; it writes session, credential and proof, we write identity.

create schema identity;

create table identity.identity (
  id uuid primary key,
  -- Here because the library wants the columns; they stay empty.
  name text not null default '' check (name = ''),
  image text check (image is null),
  email text not null unique check (email = lower(email)),
  -- The organisation vouches for the address; signing in proves it each time.
  email_verified boolean not null default true,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now()
);

create table identity.session (
  id uuid primary key,
  identity_id uuid not null references identity.identity on delete cascade,
  -- No secret by itself: the cookie also carries a signature under a key that is not in the database.
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null
);
create index session_identity on identity.session (identity_id);

-- Ways to sign in beside mail: an account elsewhere, later a card or a passkey.
create table identity.credential (
  id uuid primary key,
  identity_id uuid not null references identity.identity on delete cascade,
  provider_id text not null,
  account_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text check (password is null),
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_identity on identity.credential (identity_id);

-- A link or a code that was sent, hashed, until it is used or expires.
create table identity.proof (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now()
);
create index proof_identifier on identity.proof (identifier);

-- How often something was tried since a moment, by the keyed hash of an address: known or not.
create table identity.attempt (
  lookup text primary key,
  since timestamptz not null,
  times integer not null
);

do $$
declare app_role text := current_setting('app.role_name');
begin
  execute format('grant usage on schema identity to %I', app_role);
  execute format('grant select, insert, update, delete on all tables in schema identity to %I', app_role);
end $$;
