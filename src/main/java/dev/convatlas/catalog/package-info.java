/** Many analysed models: summaries, families, comparisons and the alignment of layers. */
package dev.convatlas.catalog;
