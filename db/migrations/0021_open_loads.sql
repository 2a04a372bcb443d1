-- How much each helper has open is asked on every page that names one: counted from this index alone.
create index question_open_holder on question (organisation_id, holder_id) where state in ('waiting', 'claimed');
