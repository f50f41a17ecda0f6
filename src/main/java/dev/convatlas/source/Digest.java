package dev.convatlas.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of several things, each told apart from the next by its length. */
public final class Digest {
  private final MessageDigest digest = sha256();

  /** Of one thing alone, as {@code sha256sum} prints it. */
  public static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /** The digest itself, of 32 bytes. */
  public static byte[] bytes(byte[] content) {
    return sha256().digest(content);
  }

  public Digest with(String text) {
    return with(text.getBytes(StandardCharsets.UTF_8));
  }

  public Digest with(byte[] content) {
    int length = content.length;
    digest.update(
        new byte[] {
          (byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length
        });
    digest.update(content);
    return this;
  }

  /** In hexadecimal digits; the digest is empty again. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
