-- A walk-in moment that was stopped: from then on it is not held, and stopping it can be undone.
alter table drop_in add column stopped_at timestamptz;
