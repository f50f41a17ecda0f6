package dev.convatlas.bench;

/** The least that a Java program can do: what others are measured against. */
final class Hello {
  private Hello() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
