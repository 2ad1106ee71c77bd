/** Reads orders, products and offers from the shop's database. */
@NullMarked
package dev.hotdesk.erp.jdbc;

import org.jspecify.annotations.NullMarked;
