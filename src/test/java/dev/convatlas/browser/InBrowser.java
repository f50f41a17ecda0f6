package dev.convatlas.browser;

import dev.convatlas.site.SampleSite;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link TestBed} of the run. Where there is no Chromium they are skipped,
 * except where {@code CI} is set: there it is a fault.
 */
final class InBrowser implements ExecutionCondition, ParameterResolver {
  private static final Namespace OURS = Namespace.create(InBrowser.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (TestBed.chromium().isPresent()) {
      return ConditionEvaluationResult.enabled("there is a Chromium");
    }
    if (System.getenv("CI") != null) {
      throw new IllegalStateException("no Chromium, and CI is set");
    }
    return ConditionEvaluationResult.disabled("no Chromium");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestBed.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, OURS)
        .computeIfAbsent(
            TestBed.class, type -> TestBed.start(SampleSite.of(context)), TestBed.class);
  }
}
