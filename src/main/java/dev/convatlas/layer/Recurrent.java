package dev.convatlas.layer;

import static dev.convatlas.tensor.Work.Kind.BIAS_ADDITION;
import static dev.convatlas.tensor.Work.Kind.MULTIPLY_ACCUMULATE;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Formula.Factor;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code lstm}, {@code gru}: over a row of tokens L × features, all of whose outputs are kept.
 * Source: PyTorch, {@code torch.nn.LSTM} and {@code torch.nn.GRU}.
 *
 * @param inputSize features, to say so of an input whose last axis looks like a place; usually
 *     inferred
 * @param hidden size of the state
 * @param layers one upon the other
 * @param bothWays whether a second row of cells runs from the end
 * @param projection size to which an LSTM's output is projected; 0 for none
 */
record Recurrent(
    RecurrentCell cell,
    Optional<Long> inputSize,
    long hidden,
    long layers,
    boolean bias,
    boolean bothWays,
    long projection)
    implements Layer {

  private static final Argument<Long> INPUT =
      Argument.derived("input_size", Kinds.POSITIVE, "features");
  private static final Argument<Long> HIDDEN = Argument.required("hidden_size", Kinds.POSITIVE);
  private static final Argument<Long> LAYERS =
      Argument.optional("num_layers", Kinds.POSITIVE, 1L, "1");
  private static final Argument<Boolean> BIAS = Argument.flag("bias", true);
  private static final Argument<Boolean> BOTH_WAYS = Argument.flag("bidirectional", false);
  private static final Argument<Long> PROJECTION =
      Argument.optional("proj_size", Kinds.NATURAL, 0L, "0");

  /** More layers than this come from no known network, and each has weights of its own. */
  private static final long MOST_LAYERS = 1000;

  static final LayerType LSTM = type(RecurrentCell.LSTM, "nn.LSTM", List.of(PROJECTION));
  static final LayerType GRU = type(RecurrentCell.GRU, "nn.GRU", List.of());

  private static LayerType type(
      RecurrentCell cell, String torch, List<Argument<Long>> furtherArguments) {
    List<Argument<?>> arguments =
        new ArrayList<>(
            List.of(
                INPUT,
                HIDDEN,
                LAYERS,
                BIAS,
                Argument.flag("batch_first", false),
                Argument.optional("dropout", Kinds.PROBABILITY, BigDecimal.ZERO, "0.0"),
                BOTH_WAYS));
    arguments.addAll(furtherArguments);
    return new LayerType(
        cell.type(),
        torch,
        Category.RECURRENT,
        Arity.ONE,
        arguments,
        "- " + cell.type() + ": {hidden_size: 256, bidirectional: true}",
        written ->
            new Recurrent(
                cell,
                written.find(INPUT),
                written.get(HIDDEN),
                written.get(LAYERS),
                written.get(BIAS),
                written.get(BOTH_WAYS),
                written.get(PROJECTION)));
  }

  Recurrent {
    if (projection >= hidden) {
      throw Refusal.of("recurrent.projection", cell.type(), projection, hidden);
    }
    if (layers > MOST_LAYERS) {
      throw Refusal.of("recurrent.layers", cell.type(), layers, MOST_LAYERS);
    }
  }

  @Override
  public Operation operation() {
    return Operation.RECURRENT;
  }

  /** What one direction gives for each token. */
  private Factor width() {
    return projection == 0
        ? Formula.factor("hidden", hidden)
        : Formula.factor("proj_size", projection);
  }

  private Factor hiddenSize() {
    return Formula.factor("hidden", hidden);
  }

  private Factor gates() {
    return Formula.factor(cell.gates() + "", cell.gates());
  }

  private int directions() {
    return bothWays ? 2 : 1;
  }

  /** Features that a layer reads: the input's, then those of all directions below. */
  private Factor features(long layer, Shape input) {
    return layer == 0
        ? Formula.factor("features", input.size(1))
        : Formula.factor(
            bothWays ? "2 · " + width().name() : width().name(),
            Math.multiplyExact(directions(), width().value()));
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = Tokens.require(cell.type(), "input_size", inputSize, inputs.get(0));
    Role role = input.axis(0).role();
    Axis tokens = role == Role.CHANNEL ? Axis.of(Role.LENGTH, input.size(0)) : input.axis(0);
    long features = Math.multiplyExact(directions(), width().value());
    return new Shape(List.of(tokens, Axis.of(Role.CHANNEL, features)));
  }

  /** Gates × features, gates × state and two biases, for each layer and direction. */
  @Override
  public List<Weight> weights(List<Shape> inputs) {
    List<Weight> weights = new ArrayList<>();
    for (long layer = 0; layer < layers; layer++) {
      Factor features = features(layer, inputs.get(0));
      for (int direction = 0; direction < directions(); direction++) {
        String name = "_l" + layer + (direction == 0 ? "" : "_reverse");
        weights.add(Weight.parameter("weight_ih" + name, gates(), hiddenSize(), features));
        weights.add(Weight.parameter("weight_hh" + name, gates(), hiddenSize(), width()));
        if (bias) {
          weights.add(Weight.parameter("bias_ih" + name, gates(), hiddenSize()));
          weights.add(Weight.parameter("bias_hh" + name, gates(), hiddenSize()));
        }
        if (projection > 0) {
          weights.add(Weight.parameter("weight_hr" + name, width(), hiddenSize()));
        }
      }
    }
    return weights;
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    Factor tokens = Formula.factor("L", output.size(0));
    Work work = layer(tokens, features(0, inputs.get(0)), 1);
    return layers == 1 ? work : work.plus(layer(tokens, features(1, inputs.get(0)), layers - 1));
  }

  /** So many layers that read as many features, in all directions. */
  private Work layer(Factor tokens, Factor features, long count) {
    Factor times = Formula.factor("cells", Math.multiplyExact(count, directions()));
    Formula gates = Formula.product(times, tokens, gates(), hiddenSize());
    Work work =
        Work.of(MULTIPLY_ACCUMULATE, gates.times(features))
            .and(MULTIPLY_ACCUMULATE, gates.times(width()));
    if (bias) {
      work = work.and(BIAS_ADDITION, gates).and(BIAS_ADDITION, gates);
    }
    Formula states = Formula.product(times, tokens, hiddenSize());
    if (projection > 0) {
      work = work.and(MULTIPLY_ACCUMULATE, states.times(width()));
    }
    return work.plus(cell.work(states));
  }

  /** In one direction a token sees itself and those before it. */
  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Reading.AxisReading tokens = bothWays ? new Reading.Everything() : new Reading.Past();
    return List.of(Readings.over(inputs.get(0), List.of(0, 1), tokens));
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(
        Message.of(
            "shape.last",
            (bothWays ? "2 · " : "") + (projection == 0 ? "hidden_size" : "proj_size"),
            output.size(1)));
  }
}
