-- When what happened in a session, when to look whether time brings something about, and when the
-- shop is open. Servers of before go on writing rows as they did: what they leave out is made up for.

alter table conversation add column times varchar(4000) default '' not null;

-- At the latest; changed only if it has to be, so that PostgreSQL updates rows in place.
alter table conversation add column due timestamp(3) with time zone;

update conversation set due = changed where state <> 'closed';

alter table conversation alter column due set default current_timestamp;

create index conversation_by_due on conversation (due);

-- As JSON. The hours of the store without a name are those of all that have none of their own.
create table opening_hours (
  store varchar(64) not null primary key,
  body varchar(100000) not null,
  changed timestamp(6) with time zone not null,
  changed_by varchar(40) not null
);
