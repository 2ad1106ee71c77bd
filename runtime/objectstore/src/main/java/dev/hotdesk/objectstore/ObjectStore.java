package dev.hotdesk.objectstore;

import java.net.URI;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/**
 * Runs an object store until its standard input ends; says {@code ready PORT} first.
 *
 * <p>Arguments: the key, the secret, and the bucket that is there.
 */
public final class ObjectStore {

  private ObjectStore() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("wanted: KEY SECRET BUCKET");
    }
    try (var context =
        ContextBuilder.newBuilder(new TransientApiMetadata()).build(BlobStoreContext.class)) {
      context.getBlobStore().createContainerInLocation(null, arguments[2]);
      var server =
          S3Proxy.builder()
              .blobStore(context.getBlobStore())
              .awsAuthentication(AuthenticationType.AWS_V4, arguments[0], arguments[1])
              .endpoint(URI.create("http://127.0.0.1:0"))
              .build();
      server.start();
      System.out.println("ready " + server.getPort());
      while (System.in.read() >= 0) {
        // Whoever started it keeps it up by staying there.
      }
      server.stop();
    }
  }
}
