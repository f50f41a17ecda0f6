package dev.convatlas.graph;

import dev.convatlas.yaml.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * Where an item runs.
 *
 * @param item its name; empty where the area as a whole is meant
 * @param loops the loop variables that it sees
 * @param training whether something around it runs only in training
 * @param functional whether something around it is called as a function
 * @param depth number of groups and blocks around it
 */
record Place(
    Frame frame,
    Area area,
    String item,
    Map<String, Value> loops,
    boolean training,
    boolean functional,
    int depth) {

  Place {
    loops = Map.copyOf(loops);
  }

  /** Its whole path in the model; empty at the top. */
  String path() {
    return item.isEmpty() ? area.path() : area.path(item);
  }

  Place named(String name) {
    return new Place(frame, area, name, loops, training, functional, depth);
  }

  Place in(Area inner) {
    return new Place(frame, inner, "", loops, training, functional, depth + 1);
  }

  Place at(Area other) {
    return new Place(frame, other, "", loops, training, functional, depth);
  }

  Place with(Map<String, Value> variables) {
    Map<String, Value> all = new HashMap<>(loops);
    all.putAll(variables);
    return new Place(frame, area, item, all, training, functional, depth);
  }

  Place marked(boolean forTraining, boolean asFunction) {
    return new Place(
        frame, area, item, loops, training || forTraining, functional || asFunction, depth);
  }

  /** Inside a block: its own variables and names only. */
  Place inside(Frame inner, Area root) {
    return new Place(inner, root, "", Map.of(), training, functional, depth + 1);
  }
}
