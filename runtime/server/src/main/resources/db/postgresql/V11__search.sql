-- Search of what was said. The same as db/h2/V11__search.sql, but for what is said in each database's own words.

-- The transaction that stored an entry, so that whoever reads along can tell what is new. Transactions
-- end in another order than they begin: who reads up to the oldest one that is still at it misses
-- nothing. Given by the database, so that servers of the release before write it too. Entries of before
-- have none. Many entries share one, which keeps the index small.
alter table log_entry add column tx bigint;
alter table log_entry alter column tx set default pg_current_xact_id()::text::bigint;
create index log_entry_by_tx on log_entry (tx) where tx is not null;

-- The number of a line grows with the time at which it was said. The words are in the log only.
create table search_line (
  line            bigint      not null primary key,
  conversation_id varchar(96) not null,
  seq             bigint      not null,
  channel         varchar(32) not null,
  terms           tsvector    not null,
  constraint search_line_once unique (conversation_id, seq)
);

create index search_line_terms on search_line using gin (terms);

-- How far the log is indexed: what is new by transaction, what was there before by conversation.
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
