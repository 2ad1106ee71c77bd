-- What was wanted of plugins, and what was the case.
insert into plugin_desired (plugin, revision, wish) values
  ('', 5, '{}'),
  ('agent-orders', 5, '{"enabled":true,"stable":{"sha256":"ab","version":"1.1.0","file":"agent-orders-1.1.0.jar"},"previous":{"sha256":"aa","version":"1.0.0","file":"agent-orders-1.0.0.jar"},"held":{"cc":"it failed one call of five"},"confirmed":["ab"]}');
insert into plugin_observed (node, plugin, generation, version, sha256, state, note)
  values ('local', 'agent-orders', 3, '1.1.0', 'ab', 'LIVE', '');
insert into plugin_timeline (at, plugin, version, generation, what, who, note)
  values (timestamp with time zone '2026-09-11 10:00:00Z', 'agent-orders', '1.1.0', 3, 'promoted', 'root', '');
