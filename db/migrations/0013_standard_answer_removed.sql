-- A standard answer that was thrown away can be taken back.
alter table standard_answer add column removed_at timestamptz;
