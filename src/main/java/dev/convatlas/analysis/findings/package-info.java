/** What is worth a second look in a model: each check with its reason and its source. */
package dev.convatlas.analysis.findings;
