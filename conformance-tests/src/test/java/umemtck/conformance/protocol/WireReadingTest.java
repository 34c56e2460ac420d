package umemtck.conformance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import umemtck.spec.ddi.Call;
import umemtck.spec.ddi.Errno;
import umemtck.spec.ddi.Outcome;
import umemtck.spec.ddi.UmemSetup;

/** What is read of a reply: each value has one form, and what has another is no reply. */
final class WireReadingTest {
  private static final Call ALLOC = new Call.UmemAlloc(1, 1);
  private static final Call MATCHES = new Call.MemoryMatches(0x1000, 64, 7);
  private static final Call AMOUNT = new Call.PageOut();
  private static final Call MMAP =
      new Call.DevmapUmemSetup(
          1, 0x1000, 64, 3, 1, 3, new UmemSetup(1, 0, 64, 15, 0, 1), null, 0, 0);
  private static final Call ERRNO = new Call.Settaskid(1, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0x10000000000000000\"",
        "\"0x01\"",
        "\"0xAB\"",
        "\"0X1\"",
        "\"0x\"",
        "\"\"",
        "\"x\"",
        "\"1\"",
        "\"0x-1\"",
        "\"0x+1\"",
        "\" 0x1\"",
        "\"0x1 \"",
        "1",
        "null",
        "[\"0x1\"]",
        "{\"a\":1}",
        "true"
      })
  void no_address(String value) {
    refused(ALLOC, "\"address\":" + value + ",\"cookie\":\"0x1\"", "field 'address' is");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"18446744073709551616\"",
        "\"99999999999999999999999999\"",
        "\"-1\"",
        "\"+1\"",
        "\"01\"",
        "\"0x1\"",
        "\"1.0\"",
        "\"1e3\"",
        "\"\"",
        "\" 1\"",
        "1",
        "1.5"
      })
  void no_amount(String value) {
    refused(AMOUNT, "\"amount\":" + value, "field 'amount' is");
  }

  @Test
  void the_largest_numbers_of_each_type() {
    assertEquals(
        new Outcome.Allocated(-1, 0),
        outcome(ALLOC, "\"address\":\"0xffffffffffffffff\",\"cookie\":\"0x0\""));
    assertEquals(new Outcome.Amount(-1), outcome(AMOUNT, "\"amount\":\"18446744073709551615\""));
  }

  @ParameterizedTest
  @CsvSource({"-2,0", "64,1", "9223372036854775807,1", "3,256", "3,-1", "3,7", "-1,1"})
  void no_answer_to_a_comparison(String difference, int found) {
    refused(
        MATCHES,
        "\"difference\":\"" + difference + "\",\"found\":" + found,
        "no answer to MemoryMatches[address=4096, length=64, value=7]: ");
  }

  @ParameterizedTest
  @CsvSource({"9223372036854775808", "-0", "--1", "-9223372036854775809"})
  void no_offset(String difference) {
    refused(MATCHES, "\"difference\":\"" + difference + "\",\"found\":0", "field 'difference' is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "1.0", "1e2", "\"1\"", "null"})
  void no_int(String found) {
    refused(MATCHES, "\"difference\":\"0\",\"found\":" + found, "field 'found' is");
  }

  @Test
  void a_page_is_resident_or_not() {
    refused(new Call.IsResident(1), "\"amount\":\"2\"", "field 'amount' is 2, neither 0 nor 1");
    refused(new Call.IsUserResident(1, 1), "\"amount\":\"18446744073709551615\"", "field 'amount'");
    assertEquals(new Outcome.Amount(1), outcome(new Call.IsResident(1), "\"amount\":\"1\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "setup":0  | "setup":1             | field 'setup' is 1, neither 0 nor -1
          "setup":0  | "setup":"0"           | field 'setup' is
          "setup":0  | "setup":0,"again":-1  | no answer to DevmapUmemSetup
          "setup":0  | "setup":0,"again":1   | field 'again' is 1, neither 0 nor -1
          "called":1 | "called":4            | no answer to DevmapUmemSetup
          "stale":0  | "stale":-1            | no answer to DevmapUmemSetup
          "dhp":"0x7"| "dhp":"7"             | field 'dhp' is
          "model":0  | "modell":0            | no field 'model'
          """)
  void no_mapping_of_a_device(String from, String to, String why) {
    String mapped =
        "\"errno\":\"0\",\"setup\":0,\"dhp\":\"0x7\",\"model\":0,\"called\":1,\"stale\":0";
    assertEquals(
        new Outcome.Mapped(0, 0, Outcome.Mapped.NOT_MADE, 7, 0, 1, 0), outcome(MMAP, mapped));
    assertTrue(mapped.contains(from), from);
    refused(MMAP, mapped.replace(from, to), why);
  }

  @Test
  void a_signal_is_an_answer_to_an_application_alone() {
    Call fill = new Call.UserFill(1, 0x1000, 64, 7);
    assertEquals(new Outcome.Signalled(11), outcome(fill, "\"signal\":11"));
    refused(fill, "\"signal\":0", "field 'signal' is 0, not 1 to 127");
    refused(fill, "\"signal\":128", "field 'signal' is 128, not 1 to 127");
    refused(MATCHES, "\"signal\":11", "no field 'difference'");
    refused(new Call.SharedMatches(0, 64, 7), "\"signal\":11", "no field 'difference'");
  }

  @Test
  void what_a_driver_answers_is_no_errno() {
    Call remap = new Call.DevmapUmemRemap(1, 1, 0, 1, 1, 0);
    assertEquals(new Outcome.Result(-1), outcome(remap, "\"result\":-1"));
    assertEquals(new Outcome.Result(-1), outcome(new Call.SharedDetach(), "\"result\":-1"));
    refused(remap, "\"errno\":\"EINVAL\"", "no field 'result'");
    refused(remap, "\"result\":\"-1\"", "field 'result' is");
  }

  /** 12 is ENOMEM here and something else elsewhere: a number is never taken for a name. */
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "ENOMEM," + Errno.ENOMEM,
    "ENXIO," + Errno.ENXIO,
    "EAGAIN," + Errno.EAGAIN,
    "12,-12",
    "99,99"
  })
  void an_errno_by_name_and_by_number(String written, int read) {
    assertEquals(new Outcome.Result(read), outcome(ERRNO, "\"errno\":\"" + written + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"ENOENT\"", "\"enomem\"", "\"-1\"", "\"-2147483648\"", "\"012\"", "\"\"", "12"})
  void no_errno(String value) {
    refused(ERRNO, "\"errno\":" + value, "field 'errno' is");
  }

  @Test
  void a_field_that_is_missing() {
    refused(ALLOC, "\"address\":\"0x1\"", "no field 'cookie'");
    refused(MATCHES, "\"difference\":\"-1\"", "no field 'found'");
  }

  @Test
  void a_field_that_nobody_knows_is_passed_over() {
    assertEquals(
        new Outcome.Amount(3),
        outcome(AMOUNT, "\"amount\":\"3\",\"note\":{\"deep\":[1,{\"er\":null}]},\"of\":\"x\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"seq":1,"seq":1,"state":"returned"}    | no JSON object
          {"seq":1,"state":"returned","a":{"b":1,"b":1}} | no JSON object
          {"seq":1,"state":"returned"} {}         | no JSON object
          {"seq":1,"state":"returned"},           | no JSON object
          {"seq":1,"state":"returned"             | no JSON object
          [1]                                     | no JSON object
          1                                       | no JSON object
          ``                                      | no JSON object: an empty line
          null                                    | no JSON object
          {'seq':1,'state':'returned'}            | no JSON object
          {"seq":NaN,"state":"returned"}          | no JSON object
          {"seq":1}                               | no field 'state'
          {"state":"returned"}                    | no field 'seq'
          {"seq":1,"state":"RETURNED"}            | field 'state' is
          {"seq":1,"state":1}                     | field 'state' is
          {"seq":"1","state":"returned"}          | field 'seq' is
          {"seq":01,"state":"returned"}           | no JSON object
          {"seq":1,"state":"returned","changed":2}      | field 'changed' is
          {"seq":1,"state":"returned","changed":true}   | field 'changed' is
          {"seq":1,"state":"returned","began":1000001}  | field 'began' is
          {"seq":1,"state":"returned","began":["1"]}    | field 'began' is
          """)
  void no_reply(String line, String why) {
    ProtocolFault fault = assertThrows(ProtocolFault.class, () -> EveryLine.read(line));
    assertTrue(fault.getMessage().startsWith(why), fault.getMessage());
  }

  @Test
  void what_is_read_deeper_than_anybody_writes_is_no_reply() {
    assertThrows(ProtocolFault.class, () -> EveryLine.read("{\"a\":" + "[".repeat(400_000)));
    assertThrows(ProtocolFault.class, () -> EveryLine.read("{\"a\":" + "9".repeat(900_000) + "}"));
    assertThrows(
        ProtocolFault.class, () -> Reply.read("{\"\u00ff".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void who_can_go_on_comes_in_order_and_once() {
    for (String ready : new String[] {"[2,1]", "[1,1]", "[1.5]", "{\"a\":1}", "7"}) {
      Reply reply = EveryLine.read("{\"seq\":1,\"state\":\"returned\",\"ready\":" + ready + "}");
      assertThrows(ProtocolFault.class, reply::ready, ready);
    }
  }

  /** It goes into reports, and to a terminal. */
  @Test
  void what_a_child_says_is_kept_printable_and_short() {
    Reply reply =
        EveryLine.read("{\"seq\":1,\"state\":\"error\",\"text\":\"\\u001b[2J\\ud800 no\\n\"}");
    assertEquals("?[2J? no?", reply.text());
    Reply longer =
        EveryLine.read("{\"seq\":1,\"state\":\"panic\",\"text\":\"" + "a".repeat(9_999) + "\"}");
    assertEquals("a".repeat(500) + "...", longer.text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "protocol":1           | "protocol":2              | it speaks protocol 2, this kit speaks 1
          "name":"n"             | "name":" "                | field 'name' is
          "name":"n"             | "name":"a\\nb"            | field 'name' is
          "name":"n"             | "name":"\\ud800"          | field 'name' is
          "name":"n"             | "name":7                  | field 'name' is
          "page_size":"4096"     | "page_size":4096          | field 'page_size' is
          "capacity":"8"         | "capacity":"18446744073709551615" | field 'capacity' is
          "features":["LOCK"]    | "features":["LOCKS"]      | field 'features' is
          "features":["LOCK"]    | "features":"LOCK"         | field 'features' is
          "features":["LOCK"]    | "features":["STALLS"]     | field 'features' names STALLS
          "reasons":{}           | "reasons":{"TRASH":1}     | field 'reasons' is
          "reasons":{}           | "reasons":{"LITTER":"no"} | field 'reasons' is
          "reasons":{}           | "reasons":[]              | field 'reasons' is
          "overhead":{}          | "overhead":{"PAGES":1}    | field 'PAGES' is
          "window_base":"0x1000" | "window":"0x1000"         | no field 'window_base'
          "batch":1              | "batch":0                 | field 'batch' is 0, not 1 to 256
          "batch":1              | "batch":257               | field 'batch' is 257, not 1 to 256
          "fresh":"boot"         | "fresh":"machine"         | field 'fresh' is
          """)
  void no_hello(String from, String to, String why) {
    String hello =
        "{\"seq\":1,\"state\":\"returned\",\"protocol\":1,\"name\":\"n\",\"version\":\"v\","
            + "\"page_size\":\"4096\",\"capacity\":\"8\",\"features\":[\"LOCK\"],\"reasons\":{},"
            + "\"overhead\":{},\"window_base\":\"0x1000\",\"window_pages\":\"64\","
            + "\"mappings\":[],\"batch\":1,\"fresh\":\"boot\"}";
    assertEquals("n", EveryLine.read(hello).hello().name());
    assertTrue(hello.contains(from), from);
    Reply spoiled = EveryLine.read(hello.replace(from, to));
    ProtocolFault fault = assertThrows(ProtocolFault.class, spoiled::hello);
    assertTrue(fault.getMessage().startsWith(why), fault.getMessage());
  }

  private static Outcome outcome(Call call, String fields) {
    return EveryLine.read("{\"seq\":1,\"state\":\"returned\"," + fields + "}").outcome(call);
  }

  private static void refused(Call call, String fields, String why) {
    ProtocolFault fault = assertThrows(ProtocolFault.class, () -> outcome(call, fields));
    assertTrue(fault.getMessage().startsWith(why), fault.getMessage());
  }
}
