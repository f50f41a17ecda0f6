/** Catalogs that try to harm, and what they get. */
package dev.convatlas.hostile;
