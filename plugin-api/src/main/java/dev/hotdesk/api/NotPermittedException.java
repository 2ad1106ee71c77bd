package dev.hotdesk.api;

/**
 * A plugin used what its manifest does not ask for. The message names the permission that is
 * missing.
 *
 * <pre>{@code
 * throw new NotPermittedException("storage");
 * }</pre>
 */
public class NotPermittedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the permission, such as {@code outbound:api.shop.example}. */
  public NotPermittedException(String permission) {
    super(
        "The permission %s is missing; wanted it in Hotdesk-Permissions of the plugin's manifest: add it there"
            .formatted(permission));
  }
}
