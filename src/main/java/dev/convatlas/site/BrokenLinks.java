package dev.convatlas.site;

import dev.convatlas.source.Message;
import java.util.List;

/**
 * Says that pages of a rendered site link to what is not there, so that nothing was published. A
 * fault of the program, or of a catalog's own templates.
 */
public final class BrokenLinks extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> links;

  BrokenLinks(List<String> links) {
    super(String.join("\n", links));
    this.links = List.copyOf(links);
  }

  public Message message() {
    return Message.of("publish.links", links.size());
  }

  /** One line each: the first page that has the link, an arrow, and where it leads. */
  public List<String> links() {
    return links;
  }
}
