-- What is delivered, read, taken back and attached. Runs alike on PostgreSQL and on H2.

-- True once the sender has taken the message back: its words are for supervisors then.
alter table log_entry add column recalled boolean;

-- How far each side of a conversation has got. Watermarks, so never entries of the log.
create table receipt (
  conversation_id varchar(96)                 not null,
  -- customer or operator
  side            varchar(16)                 not null,
  delivered       bigint                      not null,
  read_seq        bigint                      not null,
  changed         timestamp(3) with time zone not null,
  primary key (conversation_id, side)
);
