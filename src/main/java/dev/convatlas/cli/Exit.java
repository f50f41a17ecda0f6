package dev.convatlas.cli;

/** What the program says to whoever started it. */
final class Exit {
  static final int DONE = 0;

  /** Something in the models is wrong, a claim fails, a gate closes. */
  static final int MODELS = 1;

  static final int USAGE = 2;

  /** The input folder cannot be read. */
  static final int INPUT = 3;

  /** The output cannot or must not be written. */
  static final int OUTPUT = 4;

  /** A fault of the program. */
  static final int FAULT = 70;

  private Exit() {}
}
