package dev.convatlas.catalog;

import dev.convatlas.analysis.Count;
import dev.convatlas.analysis.findings.Checks;
import dev.convatlas.analysis.findings.Finding;
import dev.convatlas.analysis.memory.Memory;
import dev.convatlas.analysis.memory.Training;
import dev.convatlas.analysis.resolution.ResolutionLaws;
import dev.convatlas.convention.Convention;
import dev.convatlas.convention.Conventions;
import dev.convatlas.definition.CatalogSettings;
import dev.convatlas.definition.CatalogSettings.Device;
import java.util.List;

/**
 * What a model's page and data say beside its figures: computed once, for all languages.
 *
 * @param usual the catalog's convention
 * @param devices for the roofline, as the catalog declares them
 * @param claims one for each claim of the model, in their order
 * @param alike which of its layers are equal
 * @param operations what each convention counts of each row, in the order of their list
 * @param explanations one for each row of the analysis
 * @param memory every layer writing its output into memory of its own
 * @param inPlace the same with element-wise activations that overwrite their input
 */
public record Study(
    Model model,
    Summary summary,
    Convention usual,
    List<Device> devices,
    List<ClaimResult> claims,
    List<Finding> findings,
    Alike alike,
    List<List<Count>> operations,
    List<LayerExplanation> explanations,
    Memory memory,
    Memory inPlace,
    Training training,
    ResolutionLaws laws) {

  public Study {
    devices = List.copyOf(devices);
    claims = List.copyOf(claims);
    findings = List.copyOf(findings);
    operations = List.copyOf(operations);
    explanations = List.copyOf(explanations);
  }

  /** What a convention counts of each row. */
  public List<Count> operations(Convention convention) {
    return operations.get(Conventions.ALL.indexOf(convention));
  }

  public static Study of(Model model, Summary summary, CatalogSettings settings) {
    Convention usual = Conventions.usual(settings.convention());
    Alike alike = Alike.of(model.analysis().rows());
    return new Study(
        model,
        summary,
        usual,
        settings.devices(),
        ClaimCheck.check(model.metadata().claims(), model.analysis(), usual, summary.operations()),
        Checks.findings(model.analysis()),
        alike,
        Conventions.ALL.stream().map(convention -> alike.each(convention::of)).toList(),
        LayerExplanation.all(model.analysis(), alike),
        Memory.of(model.analysis(), false),
        Memory.of(model.analysis(), true),
        Training.of(model.analysis()),
        ResolutionLaws.of(model.analysis(), model.resized(), Conventions::totals));
  }
}
