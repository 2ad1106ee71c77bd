-- What plugins keep, and how admins set them.

-- The key is UTF-8, as its bytes have the same order in every database.
create table plugin_storage (
  plugin varchar(64) not null,
  k bytea not null,
  v varchar(65536) not null,
  changed timestamp(6) with time zone not null,
  primary key (plugin, k)
);

-- Only what an admin gave; defaults are in the plugins' jars. Secrets are never in here.
create table plugin_config (
  plugin varchar(64) not null primary key,
  settings varchar(65536) not null,
  -- grows with each change, so that two admins cannot overwrite each other unseen
  revision bigint not null,
  changed timestamp(6) with time zone not null,
  changed_by varchar(40) not null
);
