/**
 * Keeps files in an object store that speaks S3: four requests, and the signature that each needs.
 *
 * <p>Front door: {@link dev.hotdesk.server.objects.S3Blobs}.
 */
@NullMarked
package dev.hotdesk.server.objects;

import org.jspecify.annotations.NullMarked;
