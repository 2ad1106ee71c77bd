package dev.hotdesk.server.objects;

import java.net.URI;

/**
 * Where objects lie, and who may put them there.
 *
 * @param endpoint the store's address, without a path
 * @param isPathStyle whether the bucket is named in the path (MinIO, Ceph) and not in the host
 *     (OSS, COS)
 */
public record Bucket(
    URI endpoint, String region, String name, String key, String secret, boolean isPathStyle) {

  /** The address of an object. */
  URI address(String object) {
    return URI.create(
        isPathStyle
            ? "%s/%s/%s".formatted(endpoint, name, object)
            : "%s://%s.%s/%s".formatted(endpoint.getScheme(), name, host(), object));
  }

  private String host() {
    return endpoint.getRawAuthority();
  }

  Signature signature() {
    return new Signature(region, key, secret);
  }

  /** Without the secret: this is what logs say. */
  @Override
  public String toString() {
    return "the bucket %s at %s".formatted(name, endpoint);
  }
}
