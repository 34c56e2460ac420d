package umemtck.conformance.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A size resolves to bytes, in {@code size_t} arithmetic. */
final class SizeTest {
  static Stream<Arguments> table() {
    return Stream.of(
        row(Size.pages(0), 4096, 5, 9, "0"),
        row(Size.pages(3), 4096, 5, 9, "12288"),
        row(Size.bytes(7), 4096, 5, 9, "7"),
        row(Size.bytes(-1), 4096, 5, 9, "18446744073709551615"),
        row(new Size(Size.Base.ZERO, 2, -1), 4096, 5, 9, "8191"),
        row(new Size(Size.Base.FREE, 0, 0), 4096, 5, 9, "20480"),
        row(new Size(Size.Base.FREE, 1, 0), 16, 5, 9, "96"),
        row(new Size(Size.Base.FREE, -1, 1), 16, 5, 9, "65"),
        row(new Size(Size.Base.FREE, 1, 0), 16, -3, 9, "16"),
        row(new Size(Size.Base.CAPACITY, 0, 1), 16, 5, 9, "145"),
        row(new Size(Size.Base.CAPACITY, 1, 0), 16, 5, -1, "16"),
        row(Size.belowMax(0, 0), 4096, 5, 9, "18446744073709551615"),
        row(Size.belowMax(1, 0), 4096, 5, 9, "18446744073709547519"),
        row(Size.belowMax(1, 1), 4096, 5, 9, "18446744073709547520"),
        row(Size.belowMax(0, 1), 4096, 5, 9, "0"));
  }

  @ParameterizedTest
  @MethodSource("table")
  void resolves(Size size, long pageSize, long free, long capacity, String bytes) {
    assertEquals(bytes, Long.toUnsignedString(size.resolve(pageSize, free, capacity)));
  }

  private static Arguments row(Size size, long page, long free, long capacity, String bytes) {
    return Arguments.of(size, page, free, capacity, bytes);
  }
}
