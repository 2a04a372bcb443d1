-- A tip gets its link when it is written, as everything else that mails lead to; those of before get it now.
insert into address (organisation_id, kind, lookup, subject_id)
select organisation_id, 'tip', id::text, id from tip
    on conflict do nothing;
