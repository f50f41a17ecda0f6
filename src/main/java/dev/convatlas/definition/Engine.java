package dev.convatlas.definition;

import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Tokenizer;
import dev.convatlas.definition.Datum.Num;
import dev.convatlas.source.Limit;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.SourceSpan;
import java.util.List;
import java.util.Map;

/**
 * EvalEx, which parses expressions and walks their trees, with operators and functions of our own:
 * its own ones are lax about types, and some neither end nor say where they failed.
 */
final class Engine {
  /** Deeper trees are no formula of a network; the walk is recursive. */
  private static final int DEEPEST = 200;

  /** What people write who come from another language. */
  private static final Map<String, String> HINTS =
      Map.of(
          "=", "expression.hint.equal",
          "?", "expression.hint.if",
          "&", "expression.hint.and",
          "|", "expression.hint.or",
          "**", "expression.hint.power",
          "//", "expression.hint.floor",
          "[", "expression.hint.list",
          "and", "expression.hint.and",
          "or", "expression.hint.or",
          "not", "expression.hint.not");

  private final Limits limits;
  private final Precision precision;
  private final ExpressionConfiguration configuration;

  Engine(Limits limits) {
    this.limits = limits;
    this.precision = Precision.of(limits);
    this.configuration =
        ExpressionConfiguration.builder()
            .operatorDictionary(Adapters.operators())
            .functionDictionary(Adapters.functions())
            .defaultConstants(Map.of())
            .implicitMultiplicationAllowed(false)
            .singleQuoteStringLiteralsAllowed(true)
            .binaryAllowed(true)
            .mathContext(precision.working())
            .build();
  }

  Limits limits() {
    return limits;
  }

  Precision precision() {
    return precision;
  }

  ExpressionConfiguration configuration() {
    return configuration;
  }

  /** An expression, parsed. */
  record Parsed(ASTNode tree) {}

  /**
   * @throws Failure where it is no expression
   */
  Parsed parse(String text) {
    if (text.length() > limits.get(Limit.EXPRESSION_CHARACTERS)) {
      throw new Failure(
          0,
          text.length(),
          Message.of(
              "limit." + Limit.EXPRESSION_CHARACTERS.key(),
              limits.get(Limit.EXPRESSION_CHARACTERS)));
    }
    if (text.isBlank()) {
      throw new Failure(0, text.length(), Message.of("expression.empty"));
    }
    try {
      List<Token> tokens = new Tokenizer(text, configuration).parse();
      Grammar.check(tokens, text.length());
      ASTNode tree = new ShuntingYardConverter(text, tokens, configuration).toAbstractSyntaxTree();
      if (isDeep(tree)) {
        throw new Failure(0, text.length(), Message.of("expression.deep", DEEPEST));
      }
      return new Parsed(tree);
    } catch (ParseException wrong) {
      throw hinted(failure(wrong, text), text);
    } catch (Failure wrong) {
      throw hinted(wrong, text);
    }
  }

  /**
   * @param place of what the expression makes
   * @throws Failure where it cannot be evaluated
   * @throws Limited where the meter runs out
   */
  Datum evaluate(Parsed parsed, Names names, SourceSpan place, Meter meter) {
    Datum datum = new Evaluation(this, names, place, meter).datum(parsed.tree());
    return datum instanceof Num number ? new Num(precision.settled(number.value())) : datum;
  }

  private static boolean isDeep(ASTNode tree) {
    List<ASTNode> level = List.of(tree);
    for (int depth = 0; !level.isEmpty(); depth++) {
      if (depth > DEEPEST) {
        return true;
      }
      level = level.stream().flatMap(node -> node.getParameters().stream()).toList();
    }
    return false;
  }

  /** What the tokenizer found, in our own words; it has no other sign of its kind. */
  private static Failure failure(ParseException wrong, String text) {
    String token = wrong.getTokenString();
    int from = Math.max(0, Math.min(wrong.getStartPosition() - 1, text.length() - 1));
    int to = Math.min(text.length(), from + Math.max(1, token.length()));
    String problem = wrong.getMessage();
    if (problem.startsWith("Closing brace")) {
      return new Failure(text.length(), text.length(), Message.of("expression.bracket", ")"));
    }
    if (problem.startsWith("Closing array")) {
      return new Failure(text.length(), text.length(), Message.of("expression.bracket", "]"));
    }
    if (problem.startsWith("Undefined function")) {
      Message message =
          Nearest.name(token, Functions.names())
              .map(near -> Message.of("expression.function.near", token, near))
              .orElseGet(() -> Message.of("expression.function", token));
      return new Failure(from, to, message);
    }
    String key =
        switch (problem) {
          case "Missing operator" -> "expression.operator";
          case "Misplaced structure operator",
              "Structure separator not allowed here",
              "Unexpected token after infix operator" ->
              "expression.operand";
          case "Number contains more than one decimal point", "Illegal scientific format" ->
              "expression.number";
          case "Closing quote not found" -> "expression.quote";
          case "Unknown escape character" -> "expression.escape";
          default -> "expression.unexpected";
        };
    return new Failure(from, to, Message.of(key, token));
  }

  private static Failure hinted(Failure failure, String text) {
    int from = failure.from();
    String one = text.substring(from, failure.to());
    String two = from == 0 ? "" : text.substring(from - 1, failure.to());
    String key = HINTS.getOrDefault(two, HINTS.get(one));
    return key == null
        ? failure
        : new Failure(from, failure.to(), failure.message(), Message.of(key));
  }
}
