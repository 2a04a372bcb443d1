-- "Vervallen" can be undone, and what goes back to its author goes with a word. From here on tip_version holds every
-- text a tip ever had, the one of now too.

alter table tip
  add column expired_from text check (expired_from in ('draft', 'reviewed', 'published', 'to_review')),
  add column sent_back_word text,
  add check (expired_from is null or status = 'expired');

update tip set expired_from = 'published' where status = 'expired';

-- What was published before there were owners is kept by whoever wrote it, and is looked at a year after the last time.
update tip set owner_id = author_id;
update tip set review_on = coalesce(reviewed_on, (made_at at time zone 'Europe/Brussels')::date) + interval '1 year'
 where status in ('published', 'to_review');

insert into tip_version (organisation_id, tip_id, version, title, body, changed_by, changed_at)
select organisation_id, id, version, title, body, author_id, made_at from tip;
