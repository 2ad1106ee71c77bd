-- Who gets whom: groups of operators, what they know, and which conversations go where.

-- What routing looks at. Old rows know nothing of it.
alter table conversation add column store varchar(64) default '' not null;
alter table conversation add column tier varchar(32) default '' not null;
alter table conversation add column served_by varchar(40) default '' not null;

-- The group 'all' has everybody as members; its row is there only if an admin has changed it.
create table staff_group (
  name varchar(40) not null primary key,
  mode varchar(8) not null,
  strategy varchar(16) not null,
  bound_s integer not null,
  overflow_s integer not null,
  sticky boolean not null,
  changed timestamp(6) with time zone not null
);

create table staff_group_member (
  group_name varchar(40) not null references staff_group (name) on delete cascade,
  login varchar(40) not null references account (login) on delete cascade,
  primary key (group_name, login)
);

create index staff_group_member_login on staff_group_member (login);

-- How many customers an operator may serve at a time (0: as many as usual), what they know and for
-- which stores they work, both as words with a comma between.
create table staff_profile (
  login varchar(40) not null primary key references account (login) on delete cascade,
  capacity integer not null,
  skills varchar(1000) not null,
  stores varchar(1000) not null,
  changed timestamp(6) with time zone not null
);

-- What an operator has said of themselves: online, busy, break.
create table staff_status (
  login varchar(40) not null primary key references account (login) on delete cascade,
  status varchar(8) not null,
  changed timestamp(6) with time zone not null
);

-- In the order of their places, of which the first that fits counts. The facts are JSON.
create table routing_rule (
  place integer not null primary key,
  name varchar(80) not null,
  facts varchar(8000) not null,
  group_name varchar(40) not null,
  skills varchar(1000) not null,
  lane varchar(8) not null
);

-- One row: grows with each change of the above, so that servers read anew what has changed; and with
-- each change of the rules, so that two admins do not undo each other's.
create table routing_revision (
  one integer not null primary key,
  revision bigint not null,
  rules bigint not null
);

insert into routing_revision (one, revision, rules) values (1, 0, 0);
