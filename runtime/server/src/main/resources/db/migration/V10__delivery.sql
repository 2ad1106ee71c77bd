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

-- What is known of each uploaded file; its bytes are elsewhere.
create table attachment (
  id              varchar(64)                 not null primary key,
  conversation_id varchar(96)                 not null,
  side            varchar(16)                 not null,
  name            varchar(400)                not null,
  type            varchar(200)                not null,
  size            bigint                      not null,
  width           integer                     not null,
  height          integer                     not null,
  blob            varchar(200)                not null,
  thumbnail       varchar(200)                not null,
  -- the bytes are durable
  ready           boolean                     not null,
  -- the place of the message that has it, written with that message; null while none has
  seq             bigint,
  recalled        boolean                     not null,
  at              timestamp(3) with time zone not null
);

create index attachment_of_message on attachment (conversation_id, seq);
create index attachment_by_age on attachment (seq, at);
