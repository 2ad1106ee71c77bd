-- Tokens for programs, and whose plugins may run.
insert into api_token (id, name, token_hash, login, made, expires, used)
  values ('0123456789ab', 'ci', '0000000000000000000000000000000000000000000000000000000000000002', 'root', timestamp with time zone '2026-09-15 10:00:00Z', timestamp with time zone '2099-09-15 10:00:00Z', null);
insert into plugin_trust (fingerprint, kind, standing, name, changed, changed_by)
  values ('ab', 'SIGNER', 'TRUSTED', 'the shop', timestamp with time zone '2026-09-15 10:00:00Z', 'root');
