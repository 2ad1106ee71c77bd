-- The servers as they say they are, and what admins want of them. Runs alike on PostgreSQL and on H2.
create table node_report (
  node        varchar(64)                 not null primary key,
  -- open, draining, drained
  state       varchar(16)                 not null,
  connections integer                     not null,
  busy        integer                     not null,
  fault       varchar(400)                not null,
  -- by the database's clock
  reported    timestamp(6) with time zone not null,
  -- open, drained
  wanted      varchar(16)                 not null,
  wanted_by   varchar(40)                 not null
);
