-- What plugins' functions are to be told, and what failed.
insert into plugin_delivery (plugin, function_name, occasion, happened, cause, state, due, attempt, claim, node, error) values
  ('agent-orders', 'onMessage', 'web.bot/1', timestamp with time zone '2026-09-13 10:00:00Z', '{"kind":"message","conversation":"web.bot","sequence":1,"author":"CUSTOMER","text":"我的订单"}', 'dead', timestamp with time zone '2026-09-13 11:00:00Z', 5, 5, '1@host', 'it threw'),
  ('agent-orders', 'onSession', 'web.closed/1', timestamp with time zone '2026-09-13 10:00:00Z', '{"kind":"session","conversation":"web.closed","sequence":1,"state":"closed","reason":""}', 'dead', timestamp with time zone '2026-09-13 10:30:00Z', 0, 0, '', '');
insert into plugin_timer (plugin, name, timer_key, due, body, setting)
  values ('agent-orders', 'remind', 'web.bot', timestamp with time zone '2027-09-13 10:00:00Z', '{}', 's-1');
insert into plugin_schedule (plugin, function_name, cron, zone, due)
  values ('agent-orders', 'nightly', '0 3 * * *', 'Asia/Shanghai', timestamp with time zone '2026-09-14 19:00:00Z');
