package dev.convatlas.report;

import dev.convatlas.definition.Expressions;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.text.Numbers;
import java.util.List;

/**
 * What the guide to writing lists, made from the lists of the format.
 *
 * @param functions that expressions have
 * @param limits and what is refused because of them
 */
public record WritingGuide(Table functions, Table limits) {

  public static WritingGuide of(Edition edition) {
    return new WritingGuide(functions(edition), limits(edition));
  }

  private static Table functions(Edition edition) {
    List<Column<Expressions.Help>> columns =
        List.of(
            Column.text("function", edition.word("guide.function"), help -> Cell.of(help.usage())),
            Column.text(
                "value",
                edition.word("guide.function.value"),
                help -> said(edition, "function." + help.name())));
    return Table.of(columns, Expressions.functions(), Expressions.Help::name);
  }

  private static Table limits(Edition edition) {
    List<Column<Limit>> columns =
        List.of(
            Column.text("limit", edition.word("guide.limit"), limit -> Cell.of(limit.key())),
            Column.text(
                "refused",
                edition.word("guide.limit.refused"),
                limit ->
                    said(
                        edition,
                        "limit." + limit.key(),
                        Numbers.exact(Limits.DEFAULT.get(limit)))));
    return Table.of(columns, List.of(Limit.values()), Limit::key);
  }

  private static Cell said(Edition edition, String key, Object... values) {
    return Cell.of(edition.words().text(Message.of(key, values)));
  }
}
