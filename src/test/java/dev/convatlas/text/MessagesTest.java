package dev.convatlas.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.convatlas.source.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
  private static final Messages ENGLISH = Messages.of(Language.ENGLISH);

  @Test
  void messagesInsideMessagesAreSentencesToo() {
    Message one = Message.of("kind.positive");
    assertThat(ENGLISH.text("kind.orNull", Message.of("kind.spatial", one, 2)))
        .isEqualTo("a whole number from 1 on, or a list of 2 such values, or null");
  }

  @Test
  void numbersAreNotGrouped() {
    assertThat(ENGLISH.text("shape.split", 1000L, 1000)).isEqualTo("1000 = 1000");
  }

  @Test
  void anUnknownKeyIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ENGLISH.text("no.such.key"))
        .withMessageContaining("no.such.key")
        .withMessageContaining("en");
  }

  @Test
  void aMissingArgumentIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ENGLISH.text("shape.split", 1))
        .withMessageContaining("shape.split")
        .withMessageContaining("{1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{0} {0|layer|layers}; 1; 1 layer",
        "{0} {0|layer|layers}; 2; 2 layers",
        "{0} {0|layer|layers}; 0; 0 layers",
        "layer{0||s}; 1; layer",
        "layer{0||s}; 3; layers",
        "'it''s {out_channels: {0}}'; 64; 'it''s {out_channels: 64}'",
        "{name} {} { {0|a}; x; {name} {} { {0|a}",
        "{0}; {0} $1 \\; {0} $1 \\",
      })
  void placesAreReplacedLiterally(String sentence, String argument, String expected) {
    assertThat(Places.fill("key", sentence, List.of(argument))).isEqualTo(expected);
  }
}
