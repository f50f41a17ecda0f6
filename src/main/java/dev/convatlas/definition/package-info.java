/** The model file as written: metadata, blocks, variants, grids, items and expressions. */
package dev.convatlas.definition;
