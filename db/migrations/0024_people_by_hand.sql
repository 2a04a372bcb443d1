-- What somebody sets by hand is checked here too. Who visits from another authority always has a last day, no number,
-- and a group of functions is one of the vocabulary (rooms/people/function-group.ts).
alter table appointment
  add constraint appointment_visit check (visiting_from is null or (ends_on is not null and number is null)),
  add constraint appointment_function_group
    check (function_group in ('desk', 'counter', 'field', 'care', 'childcare', 'lead'));
