package dev.convatlas.site;

import dev.convatlas.source.Digest;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Several files in one: a line that says what it is, the key, a digest of what follows, and the
 * files, packed. What the digest does not fit is not read at all.
 */
final class Bundle {
  private static final byte[] HEAD = "convatlas cache 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST = 32;

  private Bundle() {}

  static byte[] bytes(String key, Map<String, byte[]> files) throws IOException {
    byte[] packed = packed(files);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(packed.length + 128);
    bytes.writeBytes(HEAD);
    bytes.writeBytes(digest(key, packed));
    bytes.writeBytes(packed);
    return bytes.toByteArray();
  }

  /** The key is in the digest: a bundle under another name is none. */
  private static byte[] digest(String key, byte[] packed) {
    return Digest.bytes(
        new Digest().with(key).with(packed).hex().getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] packed(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 15))) {
      out.writeInt(files.size());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        byte[] path = file.getKey().getBytes(StandardCharsets.UTF_8);
        out.writeInt(path.length);
        out.write(path);
        out.writeInt(file.getValue().length);
        out.write(file.getValue());
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** The files; nothing when the bytes are not what {@link #bytes} gave for this key. */
  static Optional<Map<String, byte[]>> read(String key, byte[] bytes) {
    int start = HEAD.length + DIGEST;
    if (bytes.length < start || !Arrays.equals(HEAD, 0, HEAD.length, bytes, 0, HEAD.length)) {
      return Optional.empty();
    }
    byte[] packed = Arrays.copyOfRange(bytes, start, bytes.length);
    if (!Arrays.equals(digest(key, packed), 0, DIGEST, bytes, HEAD.length, start)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new InflaterInputStream(new ByteArrayInputStream(packed)), 1 << 15))) {
      Map<String, byte[]> files = new LinkedHashMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        String path = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        byte[] content = new byte[in.readInt()];
        in.readFully(content);
        files.put(path, content);
      }
      return Optional.of(files);
    } catch (IOException ofAnotherForm) {
      return Optional.empty();
    }
  }
}
