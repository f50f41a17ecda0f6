/** Where text came from and what is wrong with it: places, messages and diagnostics as values. */
package dev.convatlas.source;
