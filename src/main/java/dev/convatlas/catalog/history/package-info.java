/** What changed from one published catalog to the next. */
package dev.convatlas.catalog.history;
