package dev.convatlas.site;

import java.util.Locale;
import java.util.Optional;

/** What a catalog brings to the looks of its site. */
public record Looks(Optional<OwnFile> stylesheet, Optional<OwnFile> logo) {

  public static final Looks NONE = new Looks(Optional.empty(), Optional.empty());

  /** A file that is published as it is, under a name of ours. */
  public static final class OwnFile {
    private final String ending;
    private final byte[] content;

    /**
     * @param path from the catalog's root, with an ending
     */
    public OwnFile(String path, byte[] content) {
      this.ending = path.substring(path.lastIndexOf('.')).toLowerCase(Locale.ROOT);
      this.content = content.clone();
    }

    /** With the dot, in small letters. */
    String ending() {
      return ending;
    }

    byte[] content() {
      return content.clone();
    }
  }
}
