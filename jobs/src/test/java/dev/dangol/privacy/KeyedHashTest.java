package dev.dangol.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
  /** RFC 4231, test case 2: the first bytes of the hash as a fraction. */
  @Test
  void it_is_the_hash_of_the_standard() {
    double expected = new BigInteger("5bdcc146bf60754e", 16).doubleValue() / Math.pow(2, 64);
    assertThat(KeyedHash.number("what do ya want for nothing?", "Jefe"))
        .isCloseTo(expected, within(1e-15));
  }

  @Test
  void without_a_key_it_is_the_same_everywhere_and_another_than_with_one() {
    assertThat(KeyedHash.number("ideal:가", "")).isEqualTo(KeyedHash.number("ideal:가", "dangol"));
    assertThat(KeyedHash.number("ideal:가", "x")).isNotEqualTo(KeyedHash.number("ideal:가", ""));
  }
}
