-- Accounts, log-ins and the audit trail.
insert into account (login, name, password, roles, disabled, demo, changed)
  values ('amy', '艾米', 'hash-of-a-password', 'operator,supervisor', false, false, timestamp with time zone '2026-09-10 10:00:00Z'),
         ('root', 'Root', 'hash-of-a-password', 'admin', false, false, timestamp with time zone '2026-09-10 10:00:00Z');
insert into login_session (token_hash, login, begun, used)
  values ('0000000000000000000000000000000000000000000000000000000000000001', 'amy', timestamp with time zone '2026-09-10 10:00:00Z', timestamp with time zone '2026-09-10 11:00:00Z');
insert into audit (happened, who, what, subject, detail)
  values (timestamp with time zone '2026-09-10 10:00:00Z', 'root', 'account.create', 'amy', '127.0.0.1');
