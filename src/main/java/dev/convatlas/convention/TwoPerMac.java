package dev.convatlas.convention;

import dev.convatlas.layer.Operation;

/** Floating-point operations as twice the multiply-accumulates, as many papers have them. */
final class TwoPerMac extends Convention {

  @Override
  public String name() {
    return "2x";
  }

  @Override
  public Unit unit() {
    return Unit.FLOPS;
  }

  @Override
  public String source() {
    return "";
  }

  @Override
  public boolean modulesOnly() {
    return false;
  }

  @Override
  Rule stated(Operation operation) {
    return Torchvision.counted(operation, 2);
  }
}
