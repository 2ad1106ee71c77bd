package dev.hotdesk.server.gateway;

import java.time.Duration;

/** Is told what passes through the gateway, for metrics. Must not block nor throw. */
public interface GatewayWatch {

  /** Hears nothing. */
  GatewayWatch NONE =
      new GatewayWatch() {
        @Override
        public void acknowledged(String channel, Duration time) {}

        @Override
        public void refused(String code) {}
      };

  /** A message was stored, so long after it had come in. */
  void acknowledged(String channel, Duration time);

  /** A frame was refused with this code. */
  void refused(String code);
}
