package dev.convatlas.catalog;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.FinalField;
import dev.convatlas.analysis.Totals;
import dev.convatlas.analysis.memory.Memory;
import dev.convatlas.analysis.memory.NumberType;
import dev.convatlas.analysis.memory.Traffic;
import dev.convatlas.analysis.memory.Training;
import dev.convatlas.analysis.memory.Training.Optimizer;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.Metadata;
import dev.convatlas.source.Checked;
import dev.convatlas.source.Diagnostic;
import dev.convatlas.source.Message;
import dev.convatlas.source.SourceSpan;
import dev.convatlas.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The small row that is kept of every model.
 *
 * @param span where it is defined
 * @param inputs shapes by name, without the batch axis
 * @param field pixels of the final receptive field, see {@link FinalField}; empty where there is
 *     none
 * @param structure how it is built
 * @param peak elements of activations at the moment when they are most, nothing in place
 * @param operations by the name of the counting convention, in the order of their list
 */
public record Summary(
    Metadata metadata,
    SourceSpan span,
    Map<String, Shape> inputs,
    Totals totals,
    Optional<Count> field,
    Structure structure,
    long peak,
    Map<String, Count> operations) {

  public Summary {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
  }

  /**
   * @return nothing where a figure that follows from the analysis does not fit into 63 bits
   */
  public static Checked<Summary> checked(Model model) {
    try {
      NumberType.FP32.bytes(Training.of(model.analysis()).elements(Optimizer.ADAM));
      Memory memory = Memory.of(model.analysis(), false);
      NumberType.FP32.bytes(memory.weights());
      NumberType.FP32.bytes(Traffic.of(model.analysis()).elements());
      return new Checked<>(Optional.of(of(model, memory)), List.of());
    } catch (ArithmeticException overflow) {
      Message message = Message.of("catalog.overflow", model.id());
      return new Checked<>(Optional.empty(), List.of(Diagnostic.error(model.span(), message)));
    }
  }

  /**
   * @throws ArithmeticException when a figure does not fit into 63 bits
   */
  public static Summary of(Model model) {
    return of(model, Memory.of(model.analysis(), false));
  }

  private static Summary of(Model model, Memory memory) {
    return new Summary(
        model.metadata(),
        model.span(),
        model.analysis().graph().inputs(),
        model.analysis().totals(),
        FinalField.size(model.analysis()),
        Structure.of(model.analysis()),
        memory.peak().live(),
        Conventions.totals(model.analysis()));
  }

  public String id() {
    return metadata.id();
  }

  /** The file that defines it, relative to the catalog's root. */
  public String path() {
    return span.path();
  }
}
