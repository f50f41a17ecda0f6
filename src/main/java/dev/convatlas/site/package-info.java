/** Pages, charts and assets turned into bytes, and the publisher, the only writer. */
package dev.convatlas.site;
