import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks records by libshequ, found in jna.library.path or where the system looks. May be shared by threads. */
public final class Shequ implements AutoCloseable {
  public static final int COMMUNITY = 1;
  public static final int VOLUNTEER = 10;

  /** The functions of shequ.h that this class uses; size_t is a long on the 64-bit systems that it is for. */
  private interface C extends Library {
    C LIBRARY = Native.load("shequ", C.class);

    int shequ_abi_check(int header);
    Pointer shequ_last_error(int lang);
    int shequ_checker_new(Options options, PointerByReference out);
    void shequ_checker_free(Pointer checker);
    int shequ_check(Pointer checker, int kind, byte[] records, long length, PointerByReference out);
    Pointer shequ_report_summary(Pointer report);
    Pointer shequ_report_finding(Pointer report, long index);
    void shequ_report_free(Pointer report);
    int shequ_check_resident_id(byte[] text, long length, int asOf, Pointer out);
  }

  /** SHEQU_ABI_VERSION of the header that this class was written after. */
  private static final int ABI_VERSION = 1;

  @FieldOrder({"size", "lang", "threads", "limit", "asOf", "divisions", "divisionsLength", "settings", "profile"})
  public static final class Options extends Structure {
    public long size;
    public int lang;
    public int threads;
    public long limit = 1000;
    public String asOf;
    public Pointer divisions;
    public long divisionsLength;
    public String settings;
    public Pointer profile;

    public Options() {
      super();
      setStringEncoding("UTF-8");
      size = size();
    }
  }

  /** The first members of shequ_finding, which later versions only lengthen. */
  @FieldOrder({"rule", "name", "severity", "kind", "id", "pointer", "file", "line", "row", "count", "message", "advice"})
  public static final class Finding extends Structure {
    public String rule;
    public String name;
    public int severity;
    public int kind;
    public String id;
    public String pointer;
    public String file;
    public long line;
    public long row;
    public long count;
    public String message;
    public String advice;

    private Finding(Pointer place) {
      super(place);
      setStringEncoding("UTF-8");
      read();
      setAutoSynch(false);
    }
  }

  private Pointer checker;

  /** A checker with a reference date such as "2026-06-30", or null for today. */
  public Shequ(String asOf) {
    require(C.LIBRARY.shequ_abi_check(ABI_VERSION));
    Options options = new Options();
    options.asOf = asOf;
    PointerByReference out = new PointerByReference();
    require(C.LIBRARY.shequ_checker_new(options, out));
    checker = out.getValue();
  }

  /** The findings of records in JSON: one, an array, or one a line. */
  public List<Finding> check(int kind, String records) {
    byte[] bytes = records.getBytes(StandardCharsets.UTF_8);
    PointerByReference out = new PointerByReference();
    require(C.LIBRARY.shequ_check(checker, kind, bytes, bytes.length, out));
    Pointer report = out.getValue();
    try {
      // `findings` of shequ_summary stands after four numbers of 32 and five of 64 bits
      long count = C.LIBRARY.shequ_report_summary(report).getLong(4 * 4 + 5 * 8);
      List<Finding> findings = new ArrayList<>();
      for (long i = 0; i < count; i++) {
        // read at once: the texts live as long as the report
        findings.add(new Finding(C.LIBRARY.shequ_report_finding(report, i)));
      }
      return findings;
    } finally {
      C.LIBRARY.shequ_report_free(report);
    }
  }

  /** Whether a resident identity number is valid. */
  public static boolean isResidentId(String number) {
    byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
    return C.LIBRARY.shequ_check_resident_id(bytes, bytes.length, 0, null) == 0;
  }

  @Override
  public void close() {
    C.LIBRARY.shequ_checker_free(checker);
    checker = null;
  }

  private static void require(int status) {
    if (status != 0) {
      throw new IllegalStateException(C.LIBRARY.shequ_last_error(0).getString(0, "UTF-8"));
    }
  }
}
