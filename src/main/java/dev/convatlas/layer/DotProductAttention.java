package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code scaled_dot_product_attention}: of queries … × L × E, keys … × S × E and values … × S × V,
 * in this order. One tensor is all three; of two the second is keys and values. Source: PyTorch,
 * {@code torch.nn.functional.scaled_dot_product_attention}.
 *
 * @param grouped whether several heads of queries share a head of keys and values
 */
record DotProductAttention(boolean grouped) implements Layer {

  private static final String NAME = "scaled_dot_product_attention";
  private static final Argument<Boolean> GROUPED = Argument.flag("enable_gqa", false);

  static final LayerType TYPE =
      new LayerType(
          NAME,
          "nn.functional.scaled_dot_product_attention",
          Category.ATTENTION,
          Arity.ONE_TO_THREE,
          List.of(
              Argument.optional("dropout_p", Kinds.PROBABILITY, BigDecimal.ZERO, "0.0"),
              Argument.flag("is_causal", false),
              Argument.derived("scale", Kinds.NUMBER, "1 / √E"),
              GROUPED),
          "- " + NAME + ": {}\n  from: [query, key, value]",
          arguments -> new DotProductAttention(arguments.get(GROUPED)));

  @Override
  public Operation operation() {
    return Operation.FUSED_ATTENTION;
  }

  /** Key of {@code index} 1, value of 2. */
  private static Shape input(List<Shape> inputs, int index) {
    return inputs.get(Math.min(index, inputs.size() - 1));
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape query = inputs.get(0);
    Shape key = input(inputs, 1);
    Shape value = input(inputs, 2);
    int last = query.rank() - 1;
    if (last < 1 || key.rank() != query.rank() || value.rank() != query.rank()) {
      throw Refusal.of("attention.ranks", NAME, Joins.shapes(inputs));
    }
    if (query.size(last) != key.size(last)) {
      throw Refusal.of("attention.width", NAME, query.size(last), key.size(last));
    }
    if (key.size(last - 1) != value.size(last - 1)) {
      throw Refusal.of("attention.length", NAME, key.size(last - 1), value.size(last - 1));
    }
    for (int i = 0; i < last - 1; i++) {
      checkGroups(query, key, i);
      checkGroups(query, value, i);
    }
    return query.with(last, Axis.of(query.axis(last).role(), value.size(last)));
  }

  private void checkGroups(Shape query, Shape other, int axis) {
    boolean heads = grouped && axis == query.rank() - 3;
    boolean fits =
        heads ? query.size(axis) % other.size(axis) == 0 : query.size(axis) == other.size(axis);
    if (!fits) {
      throw Refusal.of(
          heads ? "attention.grouped" : "attention.groups",
          NAME,
          axis + 1,
          query.toString(),
          other.toString());
    }
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    return List.of();
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Shape query = inputs.get(0);
    int last = query.rank() - 1;
    List<Factor> groups = new ArrayList<>();
    for (int i = 0; i < last - 1; i++) {
      groups.add(Formula.factor(i == last - 2 ? "heads" : "n_" + i, query.size(i)));
    }
    Attention attention =
        new Attention(
            groups,
            Formula.factor("L", query.size(last - 1)),
            Formula.factor("S", input(inputs, 1).size(last - 1)),
            Formula.factor("E", query.size(last)),
            Formula.factor("V", output.size(last)));
    return attention.products().plus(attention.scaling()).plus(attention.softmax());
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return Tokens.attention(inputs);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.attention", output.size(output.rank() - 1)));
  }
}
