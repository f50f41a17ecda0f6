/** Where a model's bytes go: tensors and how long they live, what is read and written, and when. */
package dev.convatlas.analysis.memory;
