package dev.hotdesk.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "0.1.2.3",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.8",
        "198.18.0.1",
        "198.19.255.255",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "2001:0:1:2::1"
      })
  void private_addresses_are_known(String address) throws UnknownHostException {
    assertThat(AddressGuard.isPrivate(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1",
        "172.32.0.1", "192.0.1.1", "192.167.0.1", "198.17.0.1", "198.20.0.1", "223.255.255.255",
        "2606:4700::1111", "64:ff9b::101:101", "2002:101:101::", "2001:db9::1"
      })
  void public_addresses_are_known(String address) throws UnknownHostException {
    assertThat(AddressGuard.isPrivate(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void one_private_address_among_public_ones_is_enough_to_refuse_a_host() {
    assertThatThrownBy(() -> guard().check("mixed.example", 443))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "mixed.example is at 10.0.0.7, which is no public address; wanted one on the internet:"
                + " if a plugin is to call it, an admin adds mixed.example:443 to"
                + " hotdesk.plugins.http.private");
  }

  @Test
  void public_hosts_need_no_admin() {
    assertThatCode(() -> guard().check("public.example", 443)).doesNotThrowAnyException();
  }

  @Test
  void an_admin_opens_a_host_for_one_port_or_for_all() {
    assertThatCode(() -> guard("mixed.example:443").check("mixed.example", 443))
        .doesNotThrowAnyException();
    assertThatCode(() -> guard("mixed.example").check("mixed.example", 8443))
        .doesNotThrowAnyException();
    assertThatCode(() -> guard("*").check("mixed.example", 1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> guard("mixed.example:443").check("mixed.example", 80))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> guard("other.example").check("mixed.example", 443))
        .isInstanceOf(IOException.class);
  }

  private static AddressGuard guard(String... opened) {
    var hosts =
        Map.of(
            "public.example", new String[] {"1.1.1.1", "2606:4700::1111"},
            "mixed.example", new String[] {"1.1.1.1", "10.0.0.7"});
    return new AddressGuard(
        Set.of(opened),
        host -> {
          var found = hosts.getOrDefault(host, new String[0]);
          var addresses = new InetAddress[found.length];
          for (int i = 0; i < found.length; i++) {
            addresses[i] = InetAddress.getByName(found[i]);
          }
          return addresses;
        });
  }
}
