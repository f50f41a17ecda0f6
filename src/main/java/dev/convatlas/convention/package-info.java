/** Counts by kind turned into the number that a named tool would print. */
package dev.convatlas.convention;
