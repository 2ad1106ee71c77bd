-- What programs show instead of a log-in, and whose plugins may run.

-- The token itself is shown once, when it is made; here is its SHA-256.
create table api_token (
  id varchar(12) not null primary key,
  name varchar(80) not null,
  token_hash varchar(64) not null unique,
  login varchar(40) not null references account (login) on delete cascade,
  made timestamp(6) with time zone not null,
  expires timestamp(6) with time zone not null,
  used timestamp(6) with time zone
);

-- Fingerprints of certificates (kind SIGNER) and hashes of jars (kind JAR), SHA-256 in lower-case hex.
create table plugin_trust (
  fingerprint varchar(64) not null,
  kind varchar(10) not null,
  standing varchar(10) not null,
  name varchar(120) not null,
  changed timestamp(6) with time zone not null,
  changed_by varchar(40) not null,
  primary key (fingerprint, kind)
);
