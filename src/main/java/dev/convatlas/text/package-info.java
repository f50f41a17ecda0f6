/** How numbers are written, and the sentences of each language. */
package dev.convatlas.text;
