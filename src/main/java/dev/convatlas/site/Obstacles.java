package dev.convatlas.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Looks, before anything is published, for what stands where a file of the site belongs: somebody
 * else's file, a link, a folder, or a name that differs only in case. Only folders that the site
 * needs are read.
 */
final class Obstacles {
  private final Path root;
  private final Set<String> known;
  private final Set<String> folders;
  private final Set<String> ours;
  private final Map<String, Staging.Rendered> wanted;
  private final boolean adopt;
  private final List<String> clearFirst = new ArrayList<>();
  private final Set<String> foreign = new HashSet<>();

  /**
   * What to do about the obstacles that are none for long.
   *
   * @param clearFirst files of ours that stand where a folder belongs, or in a folder that stands
   *     where a file belongs; they go before the first file is published
   * @param foreign files of the site that somebody else put there with the same content; they are
   *     left alone and stay theirs
   */
  record Way(List<String> clearFirst, Set<String> foreign) {}

  /**
   * @param root the output folder
   * @param known paths of the files that the publisher wrote or was about to write; their folders
   *     are its own where nothing is in them
   * @param ours paths of the files that the publisher wrote
   * @param wanted what the site will consist of
   * @param adopt whether files of others are replaced
   */
  Obstacles(
      Path root,
      Set<String> known,
      Set<String> ours,
      Map<String, Staging.Rendered> wanted,
      boolean adopt) {
    this.root = root;
    this.known = known;
    this.folders = parents(known);
    this.ours = ours;
    this.wanted = wanted;
    this.adopt = adopt;
  }

  /**
   * Looks at all of it.
   *
   * @throws OutputRefused at the first obstacle that stays
   */
  Way clear() throws IOException {
    Set<String> present = new HashSet<>(Set.of(""));
    for (Map.Entry<String, Map<String, Boolean>> folder : needed().entrySet()) {
      if (present.contains(folder.getKey())) {
        look(folder.getKey(), folder.getValue(), present);
      }
    }
    return new Way(clearFirst, foreign);
  }

  /** From each folder of the site, parents first, to its names; true for those that are folders. */
  private Map<String, Map<String, Boolean>> needed() {
    Map<String, Map<String, Boolean>> folders = new TreeMap<>();
    folders.put("", new HashMap<>());
    for (String path : wanted.keySet()) {
      int start = 0;
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
        enter(folders, path, start, slash, true);
        start = slash + 1;
      }
      enter(folders, path, start, path.length(), false);
    }
    return folders;
  }

  private static void enter(
      Map<String, Map<String, Boolean>> folders, String path, int start, int end, boolean folder) {
    folders
        .computeIfAbsent(path.substring(0, start), any -> new HashMap<>())
        .put(path.substring(start, end), folder);
  }

  private void look(String folder, Map<String, Boolean> names, Set<String> present)
      throws IOException {
    Path place = root.resolve(folder);
    boolean changes =
        names.keySet().stream()
            .map(name -> wanted.get(folder + name))
            .anyMatch(file -> file != null && file.staged().isPresent());
    if (changes && !Files.isWritable(place)) {
      throw OutputRefused.of("publish.readOnly", place.toString());
    }
    Map<String, String> folded = new HashMap<>();
    names.keySet().forEach(name -> folded.put(PathRules.fold(name), name));
    for (Path entry : Folders.list(place)) {
      String found = entry.getFileName().toString();
      String name = folded.get(PathRules.fold(found));
      if (name == null) {
        continue;
      }
      if (!name.equals(found)) {
        if (!goes(entry, folder + found)) {
          throw OutputRefused.of("publish.twin", entry.toString(), place.resolve(name).toString());
        }
      } else if (names.get(name)) {
        folder(entry, folder + name, present);
      } else {
        file(entry, folder + name);
      }
    }
  }

  private void folder(Path entry, String path, Set<String> present) throws IOException {
    BasicFileAttributes found = Folders.attributes(entry);
    if (found.isDirectory()) {
      present.add(path + "/");
    } else if (found.isSymbolicLink()) {
      throw OutputRefused.of("publish.link", entry.toString());
    } else if (goes(entry, path)) {
      clearFirst.add(path);
    } else {
      throw OutputRefused.of("publish.inTheWay", entry.toString());
    }
  }

  private void file(Path entry, String path) throws IOException {
    BasicFileAttributes found = Folders.attributes(entry);
    if (found.isDirectory()) {
      if (!goes(entry, path)) {
        throw OutputRefused.of("publish.folder", entry.toString());
      }
      known.stream().filter(file -> file.startsWith(path + "/")).sorted().forEach(clearFirst::add);
    } else if (found.isSymbolicLink()) {
      if (!adopt) {
        throw OutputRefused.of("publish.link", entry.toString());
      }
    } else if (!found.isRegularFile()) {
      throw OutputRefused.of("publish.folder", entry.toString());
    } else if (!ours.contains(path) && !adopt) {
      if (wanted.get(path).staged().isPresent()) {
        throw OutputRefused.of("publish.inTheWay", entry.toString());
      }
      foreign.add(path);
    }
  }

  /**
   * Whether what is there is a file of ours that the site no longer has, or a folder of such files
   * or of nothing.
   */
  private boolean goes(Path entry, String path) throws IOException {
    if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      return ours.contains(path)
          && !wanted.containsKey(path)
          && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
    }
    List<Path> content = Folders.list(entry);
    for (Path file : content) {
      if (!goes(file, path + "/" + file.getFileName())) {
        return false;
      }
    }
    return !content.isEmpty() || folders.contains(path);
  }

  private static Set<String> parents(Set<String> paths) {
    Set<String> parents = new HashSet<>();
    for (String path : paths) {
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        parents.add(path.substring(0, slash));
      }
    }
    return parents;
  }
}
