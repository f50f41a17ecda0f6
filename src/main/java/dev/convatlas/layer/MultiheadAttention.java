package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.BIAS_ADDITION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLY_ACCUMULATE;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code multihead_attention}: of queries L × E, keys S × K and values S × V, in this order. One
 * tensor is all three; of two the second is keys and values. Source: PyTorch, {@code
 * torch.nn.MultiheadAttention}.
 *
 * @param width E, to say so of an input whose last axis looks like a place; usually inferred
 * @param biasKeys whether a learned key and value are added to the others
 * @param zeroKey whether a key and value of zeros are added
 */
record MultiheadAttention(
    Optional<Long> width, long heads, boolean bias, boolean biasKeys, boolean zeroKey)
    implements Layer {

  private static final String NAME = "multihead_attention";
  private static final Argument<Long> WIDTH = Argument.derived("embed_dim", Kinds.POSITIVE, "E");
  private static final Argument<Long> HEADS = Argument.required("num_heads", Kinds.POSITIVE);
  private static final Argument<Boolean> BIAS = Argument.flag("bias", true);
  private static final Argument<Boolean> BIAS_KEYS = Argument.flag("add_bias_kv", false);
  private static final Argument<Boolean> ZERO_KEY = Argument.flag("add_zero_attn", false);

  static final LayerType TYPE =
      new LayerType(
          NAME,
          "nn.MultiheadAttention",
          Category.ATTENTION,
          Arity.ONE_TO_THREE,
          List.of(
              WIDTH,
              HEADS,
              Argument.optional("dropout", Kinds.PROBABILITY, BigDecimal.ZERO, "0.0"),
              BIAS,
              BIAS_KEYS,
              ZERO_KEY,
              Argument.flag("batch_first", false)),
          "- multihead_attention: {num_heads: 12}",
          arguments ->
              new MultiheadAttention(
                  arguments.find(WIDTH),
                  arguments.get(HEADS),
                  arguments.get(BIAS),
                  arguments.get(BIAS_KEYS),
                  arguments.get(ZERO_KEY)));

  @Override
  public Operation operation() {
    return Operation.MULTIHEAD_ATTENTION;
  }

  /** Key of {@code index} 1, value of 2. */
  private static Shape input(List<Shape> inputs, int index) {
    return inputs.get(Math.min(index, inputs.size() - 1));
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape query = Tokens.require(NAME, "embed_dim", width, inputs.get(0));
    inputs.forEach(input -> Tokens.check(NAME, input));
    if (query.size(1) % heads != 0) {
      throw Refusal.of("attention.heads", NAME, query.size(1), heads);
    }
    if (input(inputs, 1).size(0) != input(inputs, 2).size(0)) {
      throw Refusal.of(
          "attention.length", NAME, input(inputs, 1).size(0), input(inputs, 2).size(0));
    }
    return query;
  }

  private static Factor embedding(List<Shape> inputs) {
    return Formula.factor("E", inputs.get(0).size(1));
  }

  private static Factor keyWidth(List<Shape> inputs) {
    return Formula.factor("K", input(inputs, 1).size(1));
  }

  private static Factor valueWidth(List<Shape> inputs) {
    return Formula.factor("V", input(inputs, 2).size(1));
  }

  /** One matrix for the three projections where all are E wide, else one for each. */
  @Override
  public List<Weight> weights(List<Shape> inputs) {
    Factor e = embedding(inputs);
    Factor k = keyWidth(inputs);
    Factor v = valueWidth(inputs);
    Factor three = Formula.factor("3", 3);
    List<Weight> weights = new ArrayList<>();
    if (k.value() == e.value() && v.value() == e.value()) {
      weights.add(Weight.parameter("in_proj_weight", three, e, e));
    } else {
      weights.add(Weight.parameter("q_proj_weight", e, e));
      weights.add(Weight.parameter("k_proj_weight", e, k));
      weights.add(Weight.parameter("v_proj_weight", e, v));
    }
    if (bias) {
      weights.add(Weight.parameter("in_proj_bias", three, e));
    }
    weights.add(Weight.parameter("out_proj.weight", e, e));
    if (bias) {
      weights.add(Weight.parameter("out_proj.bias", e));
    }
    if (biasKeys) {
      weights.add(Weight.parameter("bias_k", e));
      weights.add(Weight.parameter("bias_v", e));
    }
    return weights;
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Factor l = Formula.factor("L", inputs.get(0).size(0));
    Factor s = Formula.factor("S", input(inputs, 1).size(0));
    Factor e = embedding(inputs);
    long more = (biasKeys ? 1L : 0L) + (zeroKey ? 1L : 0L);
    Factor keys = more == 0 ? s : Formula.factor("(S + " + more + ")", s.value() + more);
    Factor headWidth = Formula.factor("E / heads", e.value() / heads);
    Attention attention =
        new Attention(List.of(Formula.factor("heads", heads)), l, keys, headWidth, headWidth);
    Work work =
        projection(l, e, e)
            .plus(projection(s, keyWidth(inputs), e))
            .plus(projection(s, valueWidth(inputs), e))
            .plus(attention.scaling())
            .plus(attention.products())
            .plus(attention.softmax());
    return work.plus(projection(l, e, e));
  }

  private Work projection(Factor positions, Factor from, Factor to) {
    Work work = Work.of(MULTIPLY_ACCUMULATE, Formula.product(positions, from, to));
    return bias ? work.and(BIAS_ADDITION, Formula.product(positions, to)) : work;
  }

  /** A position asks for itself and sees every key. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    return Tokens.attention(inputs);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.query"));
  }
}
