package dev.convatlas.layer;

import dev.convatlas.source.Message;
import dev.convatlas.source.Refusal;
import dev.convatlas.tensor.Axis;
import dev.convatlas.tensor.Formula;
import dev.convatlas.tensor.Reading;
import dev.convatlas.tensor.Role;
import dev.convatlas.tensor.Shape;
import dev.convatlas.tensor.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * {@code custom}: a layer of which the author states what is known. What is not stated is unknown,
 * not zero.
 *
 * @param sizes of the output without the batch axis; empty for those of the first input
 * @param field what a position reads of every input: {@code same}, the position itself, or {@code
 *     global}, all of them
 */
record Custom(
    Optional<List<Long>> sizes,
    Optional<Long> params,
    Optional<Long> buffers,
    Optional<Long> macs,
    Optional<String> field)
    implements Layer {

  private static final Message UNSTATED_PARAMS = Message.of("custom.params");
  private static final Message UNSTATED_MACS = Message.of("custom.macs");

  private static final Argument<Optional<List<Long>>> OUTPUT =
      Argument.required(
          "output",
          Kinds.either(
              Message.of("kind.custom.output"),
              List.of(
                  Kinds.oneOf("same").map(same -> Optional.<List<Long>>empty()),
                  Kinds.POSITIVES.map(Optional::of))));
  private static final Argument<Long> PARAMS = Argument.derived("params", Kinds.COUNT, "unknown");
  private static final Argument<Long> BUFFERS = Argument.optional("buffers", Kinds.COUNT, 0L, "0");
  private static final Argument<Long> MACS = Argument.derived("macs", Kinds.COUNT, "unknown");
  private static final Argument<String> FIELD =
      Argument.derived("receptive_field", Kinds.oneOf("same", "global"), "unknown");

  static final LayerType TYPE =
      new LayerType(
          "custom",
          "",
          Category.OTHER,
          Arity.SEVERAL,
          List.of(OUTPUT, PARAMS, BUFFERS, MACS, FIELD),
          "- custom: {output: [256, 14, 14], params: 590080, macs: 115605504}",
          arguments ->
              new Custom(
                  arguments.get(OUTPUT),
                  arguments.find(PARAMS),
                  arguments.find(BUFFERS),
                  arguments.find(MACS),
                  arguments.find(FIELD)));

  @Override
  public Operation operation() {
    return Operation.CUSTOM;
  }

  /** Axes keep their roles where there are as many as the first input has. */
  @Override
  public Shape output(List<Shape> inputs) {
    Shape first = inputs.get(0);
    if (sizes.isEmpty()) {
      return first;
    }
    List<Long> stated = sizes.get();
    if (stated.size() != first.rank()) {
      return checked(first, Shape.map(stated));
    }
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < first.rank(); i++) {
      axes.add(first.axis(i).withSize(stated.get(i)));
    }
    return checked(first, new Shape(axes));
  }

  private Shape checked(Shape first, Shape output) {
    if (field.equals(Optional.of("same")) && !samePlaces(first, output)) {
      throw Refusal.of("custom.field", first.toString(), output.toString());
    }
    return output;
  }

  /** Whether all axes but those of channels are what they were. */
  private static boolean samePlaces(Shape first, Shape output) {
    return places(first).equals(places(output));
  }

  private static List<Axis> places(Shape shape) {
    return shape.axes().stream().filter(axis -> axis.role() != Role.CHANNEL).toList();
  }

  @Override
  public List<Weight> weights(List<Shape> inputs) {
    List<Weight> weights = new ArrayList<>();
    weights.add(
        params
            .map(count -> Weight.parameter("weight", Formula.factor("params", count)))
            .orElse(Weight.unknown("weight", UNSTATED_PARAMS)));
    buffers
        .filter(count -> count > 0)
        .ifPresent(
            count -> weights.add(Weight.buffer("buffers", Formula.factor("buffers", count))));
    return weights;
  }

  @Override
  public Work work(List<Shape> inputs, Shape output) {
    return macs.map(Custom::stated).orElse(Work.unknown(UNSTATED_MACS));
  }

  private static Work stated(long macs) {
    return macs == 0
        ? Work.NONE
        : Work.of(Work.Kind.MULTIPLY_ACCUMULATE, Formula.product(Formula.factor("macs", macs)));
  }

  @Override
  public List<Reading> readings(List<Shape> inputs, Shape output) {
    Reading reading =
        switch (field.orElse("")) {
          case "same" -> Reading.SAME;
          case "global" ->
              samePlaces(inputs.get(0), output) ? Reading.EVERYTHING : Reading.COLLAPSE;
          default -> Reading.unknown("field.custom");
        };
    return Collections.nCopies(inputs.size(), reading);
  }

  @Override
  public List<Message> shapeRule(List<Shape> inputs, Shape output) {
    return List.of(Message.of("shape.stated"));
  }
}
