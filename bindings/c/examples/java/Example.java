import java.io.PrintStream;

/** Checks one record and prints what is wrong in Chinese. */
public final class Example {
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    String record =
        "{\"id\":\"c1\",\"updated_at\":\"2026-06-30T09:00:00+08:00\",\"code\":\"370102007010\","
            + "\"name\":\"山师大社区\",\"kind\":\"town\",\"status\":\"active\"}";
    try (Shequ shequ = new Shequ("2026-06-30")) {
      for (Shequ.Finding finding : shequ.check(Shequ.COMMUNITY, record)) {
        out.println(finding.rule + " " + finding.pointer + "：" + finding.message);
      }
    }
    out.println(Shequ.isResidentId("110105194912310021"));
    try {
      new Shequ("昨天").close();
    } catch (IllegalStateException error) {
      out.println(error.getMessage());
    }
  }
}
