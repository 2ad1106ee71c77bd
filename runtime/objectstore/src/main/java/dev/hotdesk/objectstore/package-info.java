/**
 * An object store for tests, on S3Proxy: it speaks S3, checks signatures, and keeps what it gets in
 * memory.
 */
@NullMarked
package dev.hotdesk.objectstore;

import org.jspecify.annotations.NullMarked;
