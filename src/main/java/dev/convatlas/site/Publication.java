package dev.convatlas.site;

import dev.convatlas.source.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts a rendered site in the place of the one before, step by step. */
final class Publication {
  private final Path root;
  private final Disk disk;
  private final Manifest before;
  private final Staging staging;
  private final Map<String, Staging.Rendered> files;
  private final Set<String> ours;

  /**
   * @param root the output folder, locked
   * @param before what its manifest says
   * @param staging the rendered site
   */
  Publication(Path root, Disk disk, Manifest before, Staging staging) throws IOException {
    this.root = root;
    this.disk = disk;
    this.before = before;
    this.staging = staging;
    this.files = staging.files();
    this.ours = ours(root, before);
  }

  /**
   * The files that this program wrote. A planned file is ours when it is what was planned, or
   * empty: a power cut leaves such, and nobody loses by it.
   */
  private static Set<String> ours(Path root, Manifest manifest) throws IOException {
    Set<String> ours = new HashSet<>(manifest.files().keySet());
    for (Map.Entry<String, String> planned : manifest.planned().entrySet()) {
      Path file = root.resolve(planned.getKey());
      if (isFile(root, planned.getKey())
          && (Files.size(file) == 0
              || Digest.of(Files.readAllBytes(file)).equals(planned.getValue()))) {
        ours.add(planned.getKey());
      }
    }
    return ours;
  }

  /**
   * Does it.
   *
   * @param adopt whether files of others are replaced
   * @throws OutputRefused before the first change, when something is in the way
   */
  Publisher.Result publish(boolean adopt) throws IOException {
    Set<String> known = new TreeSet<>(before.files().keySet());
    known.addAll(before.planned().keySet());
    Obstacles.Way way = new Obstacles(root, known, ours, files, adopt).clear();
    SortedMap<String, String> published = new TreeMap<>();
    SortedMap<String, String> planned = new TreeMap<>(before.planned());
    planned.keySet().removeAll(ours);
    SortedMap<String, String> owned = new TreeMap<>(before.files());
    ours.forEach(path -> owned.putIfAbsent(path, before.planned().get(path)));
    List<String> changed = new ArrayList<>();
    long bytes = 0;
    SortedMap<String, Long> huge = new TreeMap<>();
    for (Map.Entry<String, Staging.Rendered> file : files.entrySet()) {
      String path = file.getKey();
      String hash = file.getValue().hash();
      bytes += file.getValue().size();
      if (file.getValue().size() > Publisher.Result.HUGE) {
        huge.put(path, file.getValue().size());
      }
      if (!way.foreign().contains(path)) {
        published.put(path, hash);
        if (!ours.contains(path)) {
          planned.put(path, hash);
        }
      }
      if (file.getValue().staged().isPresent()) {
        changed.add(path);
      }
    }

    keep(new Manifest(owned, planned));
    for (String path : way.clearFirst()) {
      remove(path, Map.of());
    }
    move(changed);
    List<String> removed = removeGone(known, published.keySet());
    keep(new Manifest(published, new TreeMap<>()));
    Collections.sort(changed);
    return new Publisher.Result(changed, files.size() - changed.size(), removed, bytes, huge);
  }

  /** Moves what changed into place. */
  private void move(List<String> changed) throws IOException {
    Comparator<String> order =
        Comparator.<String>comparingInt(this::phase).thenComparing(Comparator.naturalOrder());
    for (String path : changed.stream().sorted(order).toList()) {
      makeFolders(path);
      disk.move(files.get(path).staged().orElseThrow(), root.resolve(path));
    }
  }

  /**
   * New files come before changed ones, since nothing that was published leads to them; a changed
   * file may.
   */
  private int phase(String path) {
    boolean changed = ours.contains(path);
    return switch (Rank.of(path)) {
      case ASSET -> changed ? 2 : 0;
      case PAGE -> changed ? 3 : 1;
      case ENTRY -> 4;
    };
  }

  private void makeFolders(String path) throws IOException {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      Path folder = root.resolve(path.substring(0, slash));
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        disk.makeFolder(folder);
      }
    }
  }

  /** Removes what the site no longer has: pages before what they show. */
  private List<String> removeGone(Set<String> known, Set<String> published) throws IOException {
    Set<String> gone = new TreeSet<>(known);
    gone.removeAll(published);
    if (gone.isEmpty()) {
      return List.of();
    }
    Map<String, String> folded = new HashMap<>();
    published.forEach(path -> folded.put(PathRules.fold(path), path));
    List<String> removed = new ArrayList<>();
    for (String path :
        gone.stream().sorted(Comparator.comparing(Rank::of, Comparator.reverseOrder())).toList()) {
      if (ours.contains(path)) {
        removed.add(path);
      }
      remove(path, folded);
    }
    Collections.sort(removed);
    return removed;
  }

  /**
   * Removes a file of ours, unless somebody put a link or a folder in its place or on the way to
   * it, and the folders that nothing is left in.
   *
   * @param folded the published files by folded name: where the file system knows no case, one of
   *     them may be this very file under its new name
   */
  private void remove(String path, Map<String, String> folded) throws IOException {
    Path file = root.resolve(path);
    if (ours.contains(path) && isFile(root, path)) {
      String twin = folded.get(PathRules.fold(path));
      if (twin != null && Files.isSameFile(file, root.resolve(twin))) {
        disk.move(file, root.resolve(twin));
      } else {
        disk.delete(file);
      }
    }
    removeEmpty(path);
  }

  /** Removes the folders of a file that nothing is left in. */
  private void removeEmpty(String path) throws IOException {
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      String folder = path.substring(0, slash);
      if (Folders.isPlain(root, path.substring(0, slash + 1))) {
        if (!Folders.list(root.resolve(folder)).isEmpty()) {
          return;
        }
        disk.delete(root.resolve(folder));
      }
    }
  }

  private static boolean isFile(Path root, String path) {
    return Folders.isPlain(root, path)
        && Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  /** Writes the manifest, unless it says so already. */
  private void keep(Manifest manifest) throws IOException {
    Path file = root.resolve(Manifest.NAME);
    byte[] content = manifest.bytes();
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Path fresh = staging.spare("manifest");
    disk.write(fresh, content);
    disk.force(fresh);
    disk.move(fresh, file);
  }
}
