/** Models side by side: which figures stand beside each other, and how each differs. */
package dev.convatlas.catalog.comparison;
