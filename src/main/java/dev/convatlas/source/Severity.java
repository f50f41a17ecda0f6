package dev.convatlas.source;

/** How bad a diagnostic is: an error makes its model unusable, a warning does not. */
public enum Severity {
  ERROR,
  WARNING
}
