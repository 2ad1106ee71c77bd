-- Search of what was said. The same as db/postgresql/V11__search.sql, which tells why, but for what is
-- said in each database's own words.

create sequence log_entry_place;
alter table log_entry add column tx bigint;
alter table log_entry add column place bigint;
-- One writer commits one transaction after another, so the place alone says what is new.
alter table log_entry alter column tx set default 0;
alter table log_entry alter column place set default nextval('log_entry_place');
create index log_entry_by_place on log_entry (tx, place);

create table search_line (
  line            bigint      not null primary key,
  conversation_id varchar(96) not null,
  seq             bigint      not null,
  channel         varchar(32) not null,
  constraint search_line_once unique (conversation_id, seq)
);

create table search_term (
  term varchar(48) not null,
  line bigint      not null
);

-- The newest first, as they are asked for.
create unique index search_term_lines on search_term (term, line desc);
-- For taking a line away.
create index search_term_line on search_term (line);

create table search_cursor (
  name            varchar(16) not null primary key,
  tx              bigint      not null,
  place           bigint      not null,
  conversation_id varchar(96) not null,
  seq             bigint      not null,
  is_past_done    boolean     not null,
  lines           bigint      not null
);

insert into search_cursor (name, tx, place, conversation_id, seq, is_past_done, lines)
  values ('words', 0, 0, '', 0, false, 0);

-- Written every few seconds when there is a replica, so that it can be told how far that is behind.
create table replica_pulse (
  name varchar(16)                 not null primary key,
  at   timestamp(6) with time zone not null
);

insert into replica_pulse (name, at) values ('beat', timestamp with time zone '2026-01-01 00:00:00Z');
