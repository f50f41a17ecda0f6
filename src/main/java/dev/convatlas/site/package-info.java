/**
 * Pages, charts and assets turned into bytes, and the publisher, the only writer of the output
 * folder.
 */
package dev.convatlas.site;
