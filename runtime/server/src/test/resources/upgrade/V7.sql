-- Servers have names, and agents remember documents.
insert into plugin_observed (node, plugin, generation, version, sha256, state, note)
  values ('desk-1', 'agent-orders', 1, '1.1.0', 'ab', 'LIVE', '');
update conversation set dialogue = '{"agent":"","intent":"","asked":"","lang":"zh","slots":{},"memories":{"agent-orders":{"version":2,"document":"{}","back":{"1":"{}"}}}}'
  where id = 'web.operator';
