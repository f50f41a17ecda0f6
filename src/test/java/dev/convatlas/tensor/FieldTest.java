package dev.convatlas.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convatlas.source.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the fields of several tensors join, worked out by hand. */
class FieldTest {
  private static final Shape MAP = Shape.map(8, 32, 32);
  private static final Field INPUT = Field.input("image", MAP);

  private static Reading rows(Reading.AxisReading reading) {
    return Reading.of(Map.of(Role.HEIGHT, reading, Role.WIDTH, reading));
  }

  private static Reading window(long kernel, long stride, long padding) {
    return rows(new Reading.Through(Window.of(kernel, stride, 1, padding).reach()));
  }

  private static Field after(Reading reading, Field field) {
    return Field.after(List.of(reading), List.of(field), MAP);
  }

  private static Field join(Field... fields) {
    List<Field> all = List.of(fields);
    return Field.after(all.stream().map(field -> Reading.SAME).toList(), all, MAP);
  }

  private static AxisField height(Field field) {
    return field.inputs().get("image").get(Role.HEIGHT);
  }

  @Test
  void aResidualReadsTheWiderAndRemembersTheNarrower() {
    AxisField joined = height(join(INPUT, after(window(3, 1, 1), INPUT)));
    assertThat(joined.size(32)).isEqualTo(3);
    assertThat(joined.narrowest().size()).isEqualTo(1);
    assertThat(joined.jump()).contains(Ratio.ONE);
  }

  @Test
  void aGateMakesGlobalAndLeavesTheLocalField() {
    Field features = after(window(3, 2, 1), INPUT);
    Field gate = after(Reading.COLLAPSE, features);
    AxisField gated = height(join(features, gate));
    assertThat(gated.global()).isTrue();
    assertThat(gated.collapsed()).isFalse();
    assertThat(gated.size(16)).isEqualTo(3);
    assertThat(height(gate).collapsed()).isTrue();
  }

  @Test
  void attentionSeesEverythingAndStays() {
    AxisField seen = height(after(window(3, 1, 1), after(Reading.EVERYTHING, INPUT)));
    assertThat(seen.global()).isTrue();
    assertThat(seen.size(32)).isEqualTo(3);
  }

  @Test
  void pathsOfDifferentJumpsStayApart() {
    AxisField joined = height(join(after(window(3, 1, 1), INPUT), after(window(2, 2, 0), INPUT)));
    assertThat(joined.jump()).isEmpty();
    assertThat(joined.isAligned()).isFalse();
    // Index 7 reads 6 … 8 on one path and 14 … 15 on the other.
    assertThat(joined.at(7)).isEqualTo(new Progression.Interval(6, 15));
    assertThat(joined.size(8)).isEqualTo(10);
  }

  @Test
  void theNarrowestPathMayBeTheOneThatWasWiderBefore() {
    // 5 pixels apart by 8, 7 pixels apart by 1; a window of 3 makes 21 of one and 9 of the other.
    Field coarse = after(window(5, 8, 0), INPUT);
    Field fine = after(window(7, 1, 3), INPUT);
    Field joined = join(coarse, fine);
    assertThat(height(joined).narrowest().size()).isEqualTo(5);
    assertThat(height(after(window(3, 1, 1), joined)).narrowest().size()).isEqualTo(9);
  }

  @Test
  void axesThatGoAreRemembered() {
    Field pooled = Field.after(List.of(Reading.COLLAPSE), List.of(INPUT), Shape.map(8));
    assertThat(pooled.inputs()).isEmpty();
    assertThat(pooled.seen().get("image")).containsExactly(Role.HEIGHT, Role.WIDTH);
  }

  @Test
  void theUnknownStaysUnknown() {
    Message reason = Message.of("field.custom");
    Field unknown = after(Reading.unknown("field.custom"), INPUT);
    Field later = join(INPUT, after(window(3, 1, 1), unknown));
    assertThat(later.unknown()).containsEntry("image", reason);
    assertThat(later.inputs()).isEmpty();
  }

  @Test
  void whatDependsOnTheDataIsALowerBound() {
    Reading sampled = rows(new Reading.AtLeast(Window.of(3, 1, 1, 1).reach()));
    AxisField field = height(join(INPUT, after(sampled, INPUT)));
    assertThat(field.exact()).isFalse();
    assertThat(field.size(32)).isEqualTo(3);
  }

  @Test
  void inputsKeepTheirOwnFields() {
    Field other = Field.input("depth", MAP);
    Field joined = join(after(window(5, 1, 2), INPUT), other);
    assertThat(joined.inputs().keySet()).containsExactly("image", "depth");
    assertThat(joined.inputs().get("depth").get(Role.WIDTH).size(32)).isEqualTo(1);
    assertThat(height(joined).size(32)).isEqualTo(5);
  }

  @Test
  void aParameterReadsNothing() {
    assertThat(Field.after(List.of(), List.of(), Shape.map(1, 768))).isEqualTo(Field.NOTHING);
    assertThat(join(INPUT, Field.NOTHING)).isEqualTo(INPUT);
  }

  @Test
  void centresThatDifferWidenTheUnion() {
    // Two windows of 2, one of them starting a pixel earlier.
    AxisField joined = height(join(after(window(2, 1, 0), INPUT), after(window(2, 1, 1), INPUT)));
    assertThat(joined.size(32)).isEqualTo(3);
    assertThat(joined.start()).isEqualTo(-1);
    assertThat(joined.jump()).isEqualTo(Optional.of(Ratio.ONE));
  }
}
