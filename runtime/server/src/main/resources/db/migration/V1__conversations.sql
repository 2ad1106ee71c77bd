-- Conversations and their logs. Runs alike on PostgreSQL and on H2 in its PostgreSQL mode.

create table conversation (
  id             varchar(96)                 not null primary key,
  channel        varchar(32)                 not null,
  begun          timestamp(3) with time zone not null,
  changed        timestamp(3) with time zone not null,
  session_number integer                     not null,
  state          varchar(16)                 not null,
  state_detail   varchar(1000000)            not null,
  epoch          bigint                      not null,
  last_seq       bigint                      not null,
  dialogue       varchar(1000000)            not null,
  customer_id    varchar(128)                not null,
  sku            varchar(128)                not null
);

-- Of nothing that changes with each message, so that PostgreSQL updates rows in place.
create index conversation_by_state on conversation (state);

-- Append-only. The place in the log is the lock between writers; a client's own id of a message is
-- there once. No foreign key: the writer moves the conversation on in the same transaction.
create table log_entry (
  conversation_id varchar(96)                 not null,
  seq             bigint                      not null,
  at              timestamp(3) with time zone not null,
  kind            varchar(16)                 not null,
  client_id       varchar(160),
  body            varchar(1000000)            not null,
  primary key (conversation_id, seq),
  constraint log_entry_once unique (conversation_id, client_id)
);
