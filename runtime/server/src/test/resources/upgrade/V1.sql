-- What a server of the first release wrote.
insert into conversation (changed, session_number, state, state_detail, epoch, last_seq, dialogue, customer_id, sku, id, channel, begun)
  values (timestamp with time zone '2026-09-01 10:00:05.123Z', 1, 'bot', '{"state":"bot","unanswered":[{"seq":3,"text":"会起球吗?"}]}', 3, 3,
    '{"agent":"agent-orders","intent":"order.status","asked":"order_number","lang":"zh","slots":{"colour":"蓝色"}}', 'C-1', 'SW-1', 'web.bot', 'web', timestamp with time zone '2026-09-01 10:00:00.123Z');
insert into log_entry (conversation_id, seq, at, kind, client_id, body) values
  ('web.bot', 1, timestamp with time zone '2026-09-01 10:00:00.123Z', 'said', 'c-1', '{"from":"CUSTOMER","name":"","text":"我的订单20260901-77到哪了?🧶","id":"c-1"}'),
  ('web.bot', 2, timestamp with time zone '2026-09-01 10:00:01.123Z', 'said', null, '{"from":"AGENT","name":"agent-orders","text":"已发货","id":""}'),
  ('web.bot', 3, timestamp with time zone '2026-09-01 10:00:05.123Z', 'said', 'c-2', '{"from":"CUSTOMER","name":"","text":"会起球吗?","id":"c-2"}');

insert into conversation (changed, session_number, state, state_detail, epoch, last_seq, dialogue, customer_id, sku, id, channel, begun)
  values (timestamp with time zone '2026-09-02 10:00:00Z', 1, 'waiting', '{"state":"waiting","reason":"asked_for_human"}', 4, 5,
    '{"agent":"","intent":"","asked":"","lang":"en","slots":{}}', '', '', 'web.waiting', 'web', timestamp with time zone '2026-09-02 09:00:00Z');
insert into log_entry (conversation_id, seq, at, kind, client_id, body) values
  ('web.waiting', 1, timestamp with time zone '2026-09-02 09:00:00Z', 'said', 'c-1', '{"from":"CUSTOMER","name":"","text":"I want a refund","id":"c-1"}'),
  ('web.waiting', 2, timestamp with time zone '2026-09-02 09:00:00Z', 'understood', null, '{"question":1,"intent":"return.request","confidence":0.93,"agent":"agent-returns@1.0.0","millis":23,"slots":{"product":"SW-1"}}'),
  ('web.waiting', 3, timestamp with time zone '2026-09-02 09:00:01Z', 'viewed', null, '{"sku":"SW-1"}'),
  ('web.waiting', 4, timestamp with time zone '2026-09-02 09:00:02Z', 'identified', null, '{"customer":"C-2"}'),
  ('web.waiting', 5, timestamp with time zone '2026-09-02 10:00:00Z', 'moved', null, '{"reason":"asked_for_human","by":"","to":{"state":"waiting","reason":"asked_for_human"}}');

insert into conversation (changed, session_number, state, state_detail, epoch, last_seq, dialogue, customer_id, sku, id, channel, begun)
  values (timestamp with time zone '2026-09-03 10:00:00Z', 2, 'operator', '{"state":"operator","operator":"amy"}', 7, 3,
    '{"agent":"","intent":"","asked":"","lang":"zh","slots":{}}', '', '', 'web.operator', 'web', timestamp with time zone '2026-09-03 09:00:00Z');
insert into log_entry (conversation_id, seq, at, kind, client_id, body) values
  ('web.operator', 1, timestamp with time zone '2026-09-03 09:00:00Z', 'moved', null, '{"reason":"","by":"amy","to":{"state":"operator","operator":"amy"}}'),
  ('web.operator', 2, timestamp with time zone '2026-09-03 09:00:01Z', 'said', 'amy/o-1', '{"from":"OPERATOR","name":"amy","text":"您好","id":"amy/o-1"}'),
  ('web.operator', 3, timestamp with time zone '2026-09-03 10:00:00Z', 'corrected', null, '{"question":1,"intent":"product.spec","by":"amy"}');

insert into conversation (changed, session_number, state, state_detail, epoch, last_seq, dialogue, customer_id, sku, id, channel, begun)
  values (timestamp with time zone '2026-09-04 10:00:00Z', 1, 'transferring', '{"state":"transferring","from":"amy","to":"ben"}', 2, 1,
    '{"agent":"","intent":"","asked":"","lang":"zh","slots":{}}', '', '', 'web.transferring', 'web', timestamp with time zone '2026-09-04 09:00:00Z');
insert into log_entry (conversation_id, seq, at, kind, client_id, body) values
  ('web.transferring', 1, timestamp with time zone '2026-09-04 10:00:00Z', 'moved', null, '{"reason":"急","by":"amy","to":{"state":"transferring","from":"amy","to":"ben"}}');

insert into conversation (changed, session_number, state, state_detail, epoch, last_seq, dialogue, customer_id, sku, id, channel, begun)
  values (timestamp with time zone '2026-09-05 10:00:00Z', 1, 'closed', '{"state":"closed"}', 2, 2,
    '{"agent":"","intent":"","asked":"","lang":"zh","slots":{}}', '', '', 'web.closed', 'web', timestamp with time zone '2026-09-05 09:00:00Z');
insert into log_entry (conversation_id, seq, at, kind, client_id, body) values
  ('web.closed', 1, timestamp with time zone '2026-09-05 09:00:00Z', 'moved', null, '{"reason":"","by":"amy","to":{"state":"closed"}}'),
  ('web.closed', 2, timestamp with time zone '2026-09-05 10:00:00Z', 'moved', null, '{"reason":"reopened","by":"","to":{"state":"bot","unanswered":[{"seq":1,"text":"在吗"}]}}');
