/** Layers of two models side by side, and which differences make the difference. */
package dev.convatlas.catalog.alignment;
