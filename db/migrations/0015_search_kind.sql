-- What everybody may find is a small part of what is filed: with the kind in the key a search of tips passes by the
-- postings of ten thousand questions.

alter table search_posting add column kind text;
update search_posting p set kind = d.kind
  from search_document d where d.organisation_id = p.organisation_id and d.id = p.document_id;
alter table search_posting
  alter column kind set not null,
  drop constraint search_posting_pkey,
  add primary key (organisation_id, kind, term, document_id) include (weight);
