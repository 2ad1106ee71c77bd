-- Several servers on one database. Times are the database's own: the servers' clocks may differ.

-- Who is there ("node NAME"), and whose duty is what ("duty NAME").
create table cluster_lease (
  name    varchar(80)                 not null primary key,
  node    varchar(64)                 not null,
  -- another one each time that a server starts
  holder  varchar(40)                 not null,
  expires timestamp(6) with time zone not null
);

-- At which servers an operator has sockets.
create table operator_seat (
  node  varchar(64)                 not null,
  login varchar(40)                 not null,
  since timestamp(6) with time zone not null,
  primary key (node, login)
);

-- What all servers must have alike, and no admin has set: what signs customers' tokens.
create table cluster_secret (
  name   varchar(40)  not null primary key,
  secret varchar(200) not null
);

-- What supervisors tell many customers at once. Empty: whatever the store, channel or state.
create table notice (
  id      varchar(40)                 not null primary key,
  body    varchar(4000)               not null,
  made_by varchar(40)                 not null,
  made    timestamp(6) with time zone not null,
  store   varchar(64)                 not null,
  channel varchar(32)                 not null,
  state   varchar(16)                 not null,
  reached integer                     not null,
  done    boolean                     not null
);

create index notice_undone on notice (done);

-- Plugins' jars, by the SHA-256 of their bytes in lower-case hex, for the servers that lack them.
create table plugin_jar (
  sha256 varchar(64)                 not null primary key,
  file   varchar(200)                not null,
  bytes  bytea                       not null,
  added  timestamp(6) with time zone not null
);
