-- What plugins keep and how they are set.
insert into plugin_storage (plugin, k, v, changed)
  values ('agent-orders', cast('last' as bytea), '{"n":1}', timestamp with time zone '2026-09-12 10:00:00Z');
insert into plugin_config (plugin, settings, revision, changed, changed_by)
  values ('agent-orders', '{"greeting":"你好"}', 2, timestamp with time zone '2026-09-12 10:00:00Z', 'root');
