package dev.convatlas.definition;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import dev.convatlas.definition.Call.Argument;
import dev.convatlas.definition.Datum.Fields;
import dev.convatlas.definition.Datum.Items;
import dev.convatlas.definition.Datum.Nothing;
import dev.convatlas.definition.Datum.Num;
import dev.convatlas.definition.Datum.Text;
import dev.convatlas.definition.Datum.Truth;
import dev.convatlas.source.Limits;
import dev.convatlas.source.Message;
import dev.convatlas.source.Nearest;
import dev.convatlas.source.Refusal;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.yaml.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One walk over an expression's tree, with the names that it may use. EvalEx walks; numbers, names,
 * indices and parts are read here, where types and bounds are held.
 */
final class Evaluation extends Expression {
  private static final Map<String, Datum> CONSTANTS =
      Map.of(
          "true", new Truth(true),
          "TRUE", new Truth(true),
          "false", new Truth(false),
          "FALSE", new Truth(false),
          "null", new Nothing(),
          "NULL", new Nothing(),
          "PI", new Num(BigDecimal.valueOf(Math.PI)));

  private final Limits limits;
  private final Precision precision;
  private final Names names;
  private final SourceSpan place;
  private final Meter meter;
  private boolean doubles;

  Evaluation(Engine engine, Names names, SourceSpan place, Meter meter) {
    super("", engine.configuration());
    this.limits = engine.limits();
    this.precision = engine.precision();
    this.names = names;
    this.place = place;
    this.meter = meter;
  }

  Datum datum(ASTNode node) {
    try {
      return unwrapped(evaluateSubtree(node));
    } catch (EvaluationException unforeseen) {
      throw at(node.getToken(), Message.of("expression.unexpected", unforeseen.getTokenString()));
    }
  }

  @Override
  public EvaluationValue evaluateSubtree(ASTNode node) throws EvaluationException {
    Token token = node.getToken();
    meter.spend(Meter.OPERATION, place);
    try {
      Datum datum =
          switch (token.getType()) {
            case NUMBER_LITERAL -> literal(token.getValue());
            case STRING_LITERAL -> new Text(token.getValue());
            case VARIABLE_OR_CONSTANT -> variable(token);
            case ARRAY_INDEX -> element(node.getParameters().get(0), node.getParameters().get(1));
            case STRUCTURE_SEPARATOR ->
                part(
                    datum(node.getParameters().get(0)),
                    token,
                    node.getParameters().get(1).getToken());
            default -> unwrapped(super.evaluateSubtree(node));
          };
      if (datum instanceof Items list && token.getType() != TokenType.VARIABLE_OR_CONSTANT) {
        meter.spend(list.value().items().size(), place);
      }
      boolean inexact = doubles && datum instanceof Num;
      return wrapped(inexact ? nearest((Num) datum) : datum);
    } catch (Refusal refusal) {
      throw at(token, refusal.message());
    } catch (ArithmeticException overflow) {
      throw at(token, Message.of("expression.undefined", token.getValue()));
    }
  }

  private Num nearest(Num number) {
    return new Num(new BigDecimal(number.value().doubleValue()));
  }

  private Datum literal(String text) {
    if (text.length() > precision.digits()) {
      throw precision.tooLarge();
    }
    try {
      boolean hex = text.startsWith("0x") || text.startsWith("0X");
      return new Num(
          precision.bounded(
              hex ? new BigDecimal(new BigInteger(text.substring(2), 16)) : new BigDecimal(text)));
    } catch (NumberFormatException wrong) {
      throw Refusal.of("expression.number", text);
    }
  }

  private Datum variable(Token token) {
    String name = token.getValue();
    Optional<Datum> found =
        names.find(name).map(Datum::of).or(() -> Optional.ofNullable(CONSTANTS.get(name)));
    if (found.isPresent()) {
      return found.get() instanceof Num number
          ? new Num(precision.bounded(number.value()))
          : found.get();
    }
    TreeSet<String> known = new TreeSet<>(names.all());
    Message hint =
        known.isEmpty() ? null : Message.of("expression.names", String.join(", ", known));
    known.addAll(List.of("true", "false", "null", "PI"));
    Optional<Message> near =
        Nearest.name(name, known).map(n -> Message.of("expression.name.near", name, n));
    Failure place = at(token, near.orElseGet(() -> Message.of("expression.name", name)));
    throw near.isPresent() || hint == null
        ? place
        : new Failure(place.from(), place.to(), place.message(), hint);
  }

  private Datum element(ASTNode list, ASTNode index) {
    if (!(datum(list) instanceof Items items)) {
      throw at(list.getToken(), Message.of("expression.list", datum(list).named()));
    }
    Datum found = datum(index);
    List<Value> values = items.value().items();
    BigDecimal number =
        found instanceof Num n ? precision.settled(n.value()).stripTrailingZeros() : null;
    if (number == null || number.scale() > 0) {
      throw at(index.getToken(), Message.of("expression.index", found.named()));
    }
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(values.size())) >= 0) {
      throw at(
          index.getToken(),
          Message.of("expression.index.range", number.toPlainString(), values.size()));
    }
    return Datum.of(values.get(number.intValueExact()));
  }

  private Datum part(Datum whole, Token dot, Token name) {
    if (!(whole instanceof Fields fields)) {
      throw at(dot, Message.of("expression.mapping", name.getValue(), whole.named()));
    }
    Optional<Value> part = fields.value().get(name.getValue());
    if (part.isEmpty()) {
      String known = String.join(", ", fields.value().keys());
      throw at(name, Message.of("expression.part.unknown", name.getValue(), known));
    }
    return Datum.of(part.get());
  }

  /** What EvalEx hands over: a tree where operands are lazy, a value behind a prefix. */
  Call call(String usage, Token token, EvaluationValue... operands) {
    List<Argument> arguments = new ArrayList<>();
    for (EvaluationValue operand : operands) {
      arguments.add(new Operand(this, token, operand));
    }
    return new Call(usage, arguments, precision, limits, place);
  }

  static EvaluationValue wrapped(Datum datum) {
    return EvaluationValue.binaryValue(datum);
  }

  private static Datum unwrapped(EvaluationValue value) {
    return (Datum) value.getValue();
  }

  private static Failure at(Token token, Message message) {
    int from = token.getStartPosition() - 1;
    return new Failure(from, from + Math.max(1, token.getValue().length()), message);
  }

  /** What is asked for twice is computed once: calls inside each other would double the work. */
  private static final class Operand implements Argument {
    private final Evaluation evaluation;
    private final Token token;
    private final EvaluationValue value;
    private Datum known;

    private Operand(Evaluation evaluation, Token token, EvaluationValue value) {
      this.evaluation = evaluation;
      this.token = token;
      this.value = value;
    }

    @Override
    public Datum get() {
      if (known == null) {
        known =
            value.isExpressionNode()
                ? evaluation.datum(value.getExpressionNode())
                : unwrapped(value);
        if (known instanceof Items list) {
          // Whoever takes a list goes through it.
          evaluation.meter.spend(list.value().items().size(), evaluation.place);
        }
      }
      return known;
    }

    @Override
    public Datum inDoubles() {
      boolean before = evaluation.doubles;
      evaluation.doubles = true;
      try {
        return get();
      } finally {
        evaluation.doubles = before;
      }
    }

    @Override
    public RuntimeException wrong(Message message) {
      return at(value.isExpressionNode() ? value.getExpressionNode().getToken() : token, message);
    }
  }
}
