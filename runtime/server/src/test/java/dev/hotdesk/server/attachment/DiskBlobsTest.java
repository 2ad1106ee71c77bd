package dev.hotdesk.server.attachment;

/** In a folder. */
class DiskBlobsTest extends BlobsContract {

  @Override
  protected Blobs blobs() {
    return new DiskBlobs(folder);
  }
}
