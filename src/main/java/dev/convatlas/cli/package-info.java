/** The commands, one class each, and the only place that knows the process it runs in. */
package dev.convatlas.cli;
