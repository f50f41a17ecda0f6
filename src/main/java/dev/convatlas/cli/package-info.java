/** The command line: one class for each command. Nobody imports it. */
package dev.convatlas.cli;
