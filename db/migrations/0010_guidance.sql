-- Begeleiding: several moments with one colleague or a small group towards a goal. It is the coach's own notebook:
-- nobody else reads it, and "ik kom terug bij jou" is read by the two it concerns and the job that reminds them.

create table guidance (
  organisation_id uuid not null references organisation,
  id uuid not null,
  coach_id uuid not null,
  goal text not null,
  started_on date not null,
  ended_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, coach_id) references person (organisation_id, id)
);
create index guidance_coach on guidance (organisation_id, coach_id);
select wall('guidance');

create table guidance_member (
  organisation_id uuid not null references organisation,
  guidance_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, guidance_id, person_id),
  foreign key (organisation_id, guidance_id) references guidance (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select wall('guidance_member');

create table guidance_moment (
  organisation_id uuid not null references organisation,
  id uuid not null,
  guidance_id uuid not null,
  held_on date not null,
  note text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, guidance_id) references guidance (organisation_id, id) on delete cascade
);
create index guidance_moment_guidance on guidance_moment (organisation_id, guidance_id, held_on);
select wall('guidance_moment');

create table follow_up (
  organisation_id uuid not null references organisation,
  id uuid not null,
  coach_id uuid not null,
  person_id uuid not null,
  question_id uuid,
  guidance_id uuid,
  come_on date not null,
  state text not null check (state in ('proposed', 'agreed', 'declined', 'done', 'withdrawn')),
  told_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, coach_id) references person (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, question_id) references question (organisation_id, id) on delete set null (question_id),
  foreign key (organisation_id, guidance_id) references guidance (organisation_id, id) on delete set null (guidance_id)
);
create index follow_up_coach on follow_up (organisation_id, coach_id) where state in ('proposed', 'agreed');
create index follow_up_person on follow_up (organisation_id, person_id) where state in ('proposed', 'agreed');
create index follow_up_due on follow_up (organisation_id, come_on) where state = 'agreed' and told_at is null;
select wall('follow_up');

do $$
declare app_role text := current_setting('app.role_name');
begin
  execute format('create policy own_notebook on guidance as restrictive for all to %I
    using (coach_id = current_person()) with check (coach_id = current_person())', app_role);
  execute format('create policy own_notebook on guidance_member as restrictive for all to %I
    using (exists (select from guidance g where g.id = guidance_id and g.coach_id = current_person()))', app_role);
  execute format('create policy own_notebook on guidance_moment as restrictive for all to %I
    using (exists (select from guidance g where g.id = guidance_id and g.coach_id = current_person()))', app_role);
  execute format('create policy the_two on follow_up as restrictive for all to %I
    using (current_person() is null or current_person() in (coach_id, person_id))', app_role);
end $$;
