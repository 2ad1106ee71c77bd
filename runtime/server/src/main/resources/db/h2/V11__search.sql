-- Search of what was said. The same as db/postgresql/V11__search.sql, which tells why, but for what is
-- said in each database's own words.

-- The log itself stays as it is: H2 numbers the rows of each table as they come, and one writer commits
-- one transaction after another, so the number of the row says what is new. A column and an index
-- for that would cost a third of the messages a second.

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

-- tx is the number of the row in log_entry.
create table search_cursor (
  name                 varchar(16) not null primary key,
  tx                   bigint      not null,
  conversation_id      varchar(96) not null,
  seq                  bigint      not null,
  past_conversation_id varchar(96) not null,
  past_seq             bigint      not null,
  is_past_done         boolean     not null,
  -- how many lines there ever were, so that two of the same millisecond have numbers of their own
  lines                bigint      not null
);

insert into search_cursor (name, tx, conversation_id, seq, past_conversation_id, past_seq, is_past_done, lines)
  values ('words', 0, '', 0, '', 0, false, 0);

-- Written every few seconds when there is a replica, so that it can be told how far that is behind.
create table replica_pulse (
  name varchar(16)                 not null primary key,
  at   timestamp(6) with time zone not null
);

insert into replica_pulse (name, at) values ('beat', timestamp with time zone '2026-01-01 00:00:00Z');
