package dev.convatlas.convention;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.Row;
import dev.convatlas.source.Message;
import dev.convatlas.tensor.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a convention counts one kind of layer: a value that computes, and that writes itself down.
 */
public sealed interface Rule {

  /** The count for a layer as a sum of named products; its value is the number. */
  Formula formula(Row row);

  /** Why the tool's number may be larger than the formula says; empty where it is exact. */
  Optional<Message> missing(Row row);

  /** The rule as the documentation writes it. */
  Message text();

  default Count count(Row row) {
    return new Count(formula(row).value(), missing(row));
  }

  /** So many times a quantity. */
  record Term(long times, Quantity quantity) {

    private Formula formula(Row row) {
      Formula once = Formula.product(Formula.factor(quantity.symbol(), quantity.of(row)));
      return times == 1
          ? once
          : Formula.product(
              Formula.factor(Long.toString(times), times),
              Formula.factor(quantity.symbol(), quantity.of(row)));
    }

    private String text() {
      return times == 1 ? quantity.symbol() : times + " · " + quantity.symbol();
    }
  }

  /** A sum of multiples; without terms it is 0. */
  record Sum(List<Term> terms) implements Rule {

    public Sum {
      terms = List.copyOf(terms);
    }

    Sum plus(long times, Quantity quantity) {
      List<Term> more = new ArrayList<>(terms);
      more.add(new Term(times, quantity));
      return new Sum(more);
    }

    @Override
    public Formula formula(Row row) {
      return terms.stream().map(term -> term.formula(row)).reduce(Formula.ZERO, Formula::plus);
    }

    /** The value of the formula without the formula: a page asks for thousands of them. */
    @Override
    public Count count(Row row) {
      long sum = 0;
      for (Term term : terms) {
        sum = Math.addExact(sum, Math.multiplyExact(term.times(), term.quantity().of(row)));
      }
      return new Count(sum, missing(row));
    }

    @Override
    public Optional<Message> missing(Row row) {
      for (Term term : terms) {
        Optional<Message> why = term.quantity().missing(row);
        if (why.isPresent()) {
          return why;
        }
      }
      return Optional.empty();
    }

    @Override
    public Message text() {
      return Message.of(
          "rule.formula",
          terms.isEmpty() ? "0" : String.join(" + ", terms.stream().map(Term::text).toList()));
    }
  }

  /** One rule where a condition holds, another where it does not. */
  record Either(Condition condition, Rule then, Rule otherwise) implements Rule {

    private Rule chosen(Row row) {
      return condition.holds(row) ? then : otherwise;
    }

    @Override
    public Formula formula(Row row) {
      return chosen(row).formula(row);
    }

    @Override
    public Count count(Row row) {
      return chosen(row).count(row);
    }

    @Override
    public Optional<Message> missing(Row row) {
      return chosen(row).missing(row);
    }

    @Override
    public Message text() {
      return Message.of("rule.either", then.text(), Message.of(condition.key()), otherwise.text());
    }
  }

  /** What the tool counts at least; nobody has measured the rest. */
  record AtLeast(Rule least, Message why) implements Rule {

    @Override
    public Formula formula(Row row) {
      return least.formula(row);
    }

    @Override
    public Optional<Message> missing(Row row) {
      return Optional.of(why);
    }

    @Override
    public Message text() {
      return Message.of("rule.least", least.text(), why);
    }
  }

  /** The tool does not count such layers. */
  static Rule nothing() {
    return new Sum(List.of());
  }

  /** Each of these once. */
  static Sum of(Quantity... quantities) {
    return new Sum(Arrays.stream(quantities).map(quantity -> new Term(1, quantity)).toList());
  }

  static Sum times(long times, Quantity quantity) {
    return new Sum(List.of(new Term(times, quantity)));
  }

  static Rule either(Condition condition, Rule then, Rule otherwise) {
    return new Either(condition, then, otherwise);
  }

  /** The tool has a formula of its own that counts more than this. */
  static Rule more(Rule least) {
    return new AtLeast(least, Message.of("rule.unmeasured"));
  }

  /** A layer that its author describes: the tool would see what is inside. */
  static Rule custom(Rule least) {
    return new AtLeast(least, Message.of("rule.custom"));
  }
}
