/* Random calls with random bytes, lengths, numbers and handles, for some seconds; the seed is told, so that a run can be
 * repeated. What is asked of the library is that it survives and that nothing leaks. */
#include <time.h>

#include "arrow.h"
#include "tests.h"

enum { SIZE = 2048, COLUMNS = 6, ROWS = 8 };

static uint64_t state;
static unsigned char buffer[SIZE];

/* Calls that succeeded, so that it is known that they get that far. */
enum { PAGES, FILES, TABLES, GROUPS };
static uint64_t fine[GROUPS];

/* What a call answered: anything but a fault of the library. */
static void answered(int group, shequ_status status) {
  EXPECT(status != SHEQU_INTERNAL);
  fine[group] += status == SHEQU_OK;
}

static uint64_t dice(uint64_t sides) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state % sides;
}

static int32_t any_number(void) { return dice(8) ? (int32_t)dice(18) - 1 : (int32_t)dice((uint64_t)1 << 32); }

/* A piece of the buffer, now and then NULL or of an impossible length. */
static const void *piece(size_t *length) {
  const size_t start = (size_t)dice(SIZE);
  *length = (size_t)dice(SIZE - start + 1);
  if (dice(50) == 0) {
    *length = (size_t)0 - (size_t)dice(100);
    return dice(2) ? NULL : buffer + SIZE;
  }
  return buffer + start;
}

/* Bytes that look like records and numbers, with some of them changed. */
static void fill(void) {
  static const char *const seeds[] = {
      "{\"id\":\"c1\",\"code\":\"370102007010\",\"kind\":\"urban\",\"status\":\"active\",\"\\u0000\":1}\n",
      "[{\"id\":\"a\"},{\"id\":1e999},null,[[[[", "11010519491231002X", "91350100M000100Y43", "370102001000",
      "\xef\xbb\xbf{\"name\":\"\xe5\xbc\xa0\xe4\xb8\x89\"}", "\x1f\x8b\x08\x00", "\x28\xb5\x2f\xfd\x00",
      "{\"identity\":{\"type\":\"resident_id\",\"number\":\"110105194912310021\"}}\n"};
  size_t at = 0, changes = (size_t)dice(40);
  while (at < SIZE) {
    const char *seed = seeds[dice(sizeof seeds / sizeof *seeds)];
    size_t length = strlen(seed);
    if (length > SIZE - at) length = SIZE - at;
    memcpy(buffer + at, seed, length);
    at += length;
  }
  while (changes--) buffer[dice(SIZE)] = (unsigned char)dice(256);
}

static int32_t on_finding(const shequ_finding *finding, void *payload) {
  (void)payload;
  return finding->message[0] == 0 || dice(50) == 0;
}

static uint64_t identifiers(void) {
  size_t length;
  const char *text = piece(&length);
  shequ_resident_id id;
  shequ_credit_code code;
  shequ_division division;
  if (length <= SIZE && dice(2)) length = (size_t)dice(length < 20 ? length + 1 : 20);
  shequ_check_resident_id(text, length, (uint32_t)any_number(), dice(9) ? &id : NULL);
  shequ_check_credit_code(text, length, dice(9) ? &code : NULL);
  shequ_check_division(text, length, dice(9) ? &division : NULL);
  shequ_issue_text((uint32_t)any_number(), any_number());
  return 4;
}

/* A text of any bytes that ends with NUL, now and then NULL. */
static const char *any_text(char *out, size_t size) {
  size_t i, length = (size_t)dice(size);
  for (i = 0; i < length; ++i) out[i] = (char)(dice(10) ? buffer[dice(SIZE)] : dice(256));
  out[length] = 0;
  return dice(20) ? out : NULL;
}

static uint64_t names(void) {
  char name[24];
  EXPECT(shequ_version() && shequ_standard_version() && shequ_abi_version() == SHEQU_ABI_VERSION);
  shequ_kind_of(any_text(name, sizeof name));
  shequ_kind_name(any_number());
  shequ_status_name(any_number());
  shequ_last_error(any_number());
  shequ_abi_check((uint32_t)any_number());
  return 8;
}

static int32_t on_progress(uint64_t done, void *payload) {
  (void)payload;
  return done > 0 && dice(4) == 0;
}

static uint64_t report(const shequ_checker *checker) {
  size_t length;
  const void *records = piece(&length);
  shequ_report *made = NULL;
  shequ_string *string = NULL;
  const int wrong = dice(20) == 0;
  uint64_t calls = 4;
  size_t i;
  if (dice(2) && length <= SIZE) length = (size_t)dice(length < 100 ? length + 1 : 100);
  shequ_check(dice(50) ? checker : NULL, any_number(), records, length, dice(50) ? &made : NULL);
  shequ_report_summary(made);
  for (i = (size_t)dice(4); i--; ++calls) {
    const shequ_finding *finding = shequ_report_finding(made, (size_t)dice(6));
    if (finding && (!*finding->message_zh || !*finding->rule)) EXPECT(!"a finding without a text");
  }
  shequ_report_input(made, (size_t)dice(3));
  if (dice(8) == 0) {
    ++calls;
    if (dice(2)) shequ_report_json(wrong ? (const shequ_report *)checker : made, &string);
    else shequ_report_text(made, any_number(), &string);
    shequ_string_length(string);
    shequ_string_free(string);
  }
  shequ_report_free(made);
  return calls;
}

static uint64_t feed(const shequ_checker *checker) {
  shequ_feed *made = NULL;
  shequ_report *outcome = NULL;
  uint64_t calls = 4, pushes = dice(6);
  shequ_feed_new(checker, any_number(), dice(2) ? "pipe" : NULL, dice(4) ? on_finding : NULL, NULL, &made);
  while (pushes--) {
    size_t length;
    const void *bytes = piece(&length);
    shequ_feed_push(made, bytes, length);
    ++calls;
    if (dice(20) == 0) shequ_feed_finish(made, NULL);
  }
  shequ_feed_finish(made, &outcome);
  shequ_report_free(outcome);
  shequ_feed_free(made);
  return calls;
}

static uint64_t checker(void) {
  static const char *const words[] = {"2026-06-30", "select IDN", "ignore TXT004", "severity PER006=error", "x", "\xff", ""};
  const size_t count = sizeof words / sizeof *words;
  /* a caller that states a greater size has as many bytes */
  struct {
    shequ_options options;
    unsigned char more[100];
  } given = {SHEQU_OPTIONS_INIT, {0}};
  shequ_options options = SHEQU_OPTIONS_INIT;
  shequ_checker *made = NULL;
  size_t length;
  if (dice(10) == 0) options.size = (size_t)dice(100);
  options.lang = any_number();
  options.threads = (uint32_t)dice(3);
  options.limit = (size_t)dice(5);
  options.as_of = dice(2) ? words[dice(count)] : NULL;
  options.settings = dice(2) ? words[dice(count)] : NULL;
  options.profile = dice(20) ? NULL : words[0];
  options.divisions = dice(4) ? NULL : piece(&length);
  options.divisions_length = options.divisions ? length : 0;
  given.options = options;
  given.more[0] = dice(10) == 0;
  shequ_checker_new(dice(20) ? &given.options : NULL, dice(20) ? &made : NULL);
  shequ_checker_free(made);
  return 2;
}

/* Pages and schemas: each makes a long text, so they are called rarely. */
static uint64_t texts(void) {
  static const char *const rules[] = {"IDN001", "str004", "resident-id-check-character", "XYZ999", ""};
  char name[12];
  shequ_string *string = NULL;
  shequ_string **out = dice(20) ? &string : NULL;
  switch (dice(8)) {
  case 0: answered(PAGES, shequ_schema(any_number(), out)); break;
  case 1: answered(PAGES, dice(20) ? shequ_report_schema(out) : shequ_catalogue(out)); break;
  default: answered(PAGES, shequ_explain(dice(2) ? rules[dice(5)] : any_text(name, sizeof name), any_number(), out));
  }
  if (string) EXPECT(strlen(shequ_string_text(string)) == shequ_string_length(string));
  shequ_string_free(string);
  return 4;
}

/* Paths that are nowhere, folders, and files that are read. */
static uint64_t paths(const shequ_checker *checker) {
  static const char *const known[] = {"examples/records/case.json", "examples/records", "README.md", "", "\xff\xfe"};
  char own[2][24];
  const char *listed[3];
  shequ_report *made = NULL;
  size_t i, count = dice(2) ? 1 : (size_t)dice(4);
  listed[0] = known[dice(2) ? 0 : dice(5)];
  for (i = 1; i < 3; ++i) {
    listed[i] = dice(2) ? known[dice(5)] : any_text(own[i - 1], sizeof own[0]);
    if (listed[i] && strchr("-./", *listed[i])) listed[i] = NULL; /* not standard input, nor the whole machine */
  }
  answered(FILES, shequ_check_paths(checker, dice(20) ? listed : NULL, count, dice(2) ? 0 : any_number(),
                                    dice(2) ? on_progress : NULL, NULL, dice(20) ? &made : NULL));
  shequ_report_free(made);
  return 2;
}

/* A stream of Arrow that keeps to the protocol and is wrong in all else: it fails, ends at once, has columns of any name
 * and type, and values that are none. Offsets stay within the text, as the protocol demands. */
static int32_t offsets[ROWS + 1];
static int64_t numbers[ROWS];
static const void *columns[COLUMNS][3];
static const void *no_buffers[1] = {NULL};
static struct ArrowSchema column_schemas[COLUMNS];
static struct ArrowArray column_arrays[COLUMNS];
static struct ArrowSchema *schema_children[COLUMNS];
static struct ArrowArray *array_children[COLUMNS];
static const char *formats[COLUMNS];
static char column_names[COLUMNS][12];
static int64_t batches, column_count, streams;

static void release_schema(struct ArrowSchema *schema) { schema->release = NULL; }
static void release_array(struct ArrowArray *array) { array->release = NULL; }
static void release_stream(struct ArrowArrayStream *stream) {
  stream->release = NULL;
  --streams;
}

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
  static const char *const fields[] = {"id", "code", "kind", "name", "identity.number", "posts", "x..y", "."};
  static const char *const types[] = {"u", "u", "u", "z", "i", "l", "g", "n", "tdD", "tsm:UTC", "w:3", "\xff", ""};
  int64_t i;
  (void)stream;
  memset(out, 0, sizeof *out);
  if (dice(20) == 0) return 5;
  column_count = (int64_t)dice(COLUMNS + 1);
  for (i = 0; i < column_count; ++i) {
    memset(&column_schemas[i], 0, sizeof column_schemas[i]);
    formats[i] = types[dice(dice(3) ? 3 : sizeof types / sizeof *types)];
    any_text(column_names[i], sizeof column_names[i]);
    column_schemas[i].format = formats[i];
    column_schemas[i].name = dice(3) ? fields[dice(sizeof fields / sizeof *fields)] : column_names[i];
    column_schemas[i].flags = 2;
    column_schemas[i].release = release_schema;
    schema_children[i] = &column_schemas[i];
  }
  out->format = dice(20) ? "+s" : "u";
  out->name = "";
  out->n_children = column_count;
  out->children = schema_children;
  out->release = release_schema;
  return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  const int64_t rows = (int64_t)dice(ROWS + 1);
  int64_t i;
  (void)stream;
  memset(out, 0, sizeof *out);
  if (batches-- == 0) return 0;
  if (dice(20) == 0) return 5;
  for (i = 0; i < ROWS; ++i) {
    offsets[i + 1] = offsets[i] + (int32_t)dice(SIZE / ROWS);
    numbers[i] = (int64_t)(dice(2) ? dice(100) : dice(~(uint64_t)0));
  }
  for (i = 0; i < column_count; ++i) {
    const char type = *formats[i];
    const int is_text = type == 'u' || type == 'z';
    memset(&column_arrays[i], 0, sizeof column_arrays[i]);
    columns[i][0] = NULL;
    columns[i][1] = is_text ? (const void *)offsets : numbers;
    columns[i][2] = buffer;
    column_arrays[i].length = rows;
    column_arrays[i].null_count = type == 'n' ? rows : 0;
    column_arrays[i].n_buffers = is_text ? 3 : type == 'n' ? 0 : 2;
    column_arrays[i].buffers = columns[i];
    column_arrays[i].release = release_array;
    array_children[i] = &column_arrays[i];
  }
  out->length = rows;
  out->n_buffers = 1;
  out->buffers = no_buffers;
  out->n_children = column_count;
  out->children = array_children;
  out->release = release_array;
  return 0;
}

static const char *stream_error(struct ArrowArrayStream *stream) {
  (void)stream;
  return dice(2) ? "\xff no such luck" : NULL;
}

static uint64_t table(const shequ_checker *checker) {
  struct ArrowArrayStream stream, findings;
  shequ_report *made = NULL;
  char name[12];
  stream.get_schema = get_schema;
  stream.get_next = get_next;
  stream.get_last_error = stream_error;
  stream.release = release_stream;
  stream.private_data = NULL;
  findings.release = NULL;
  batches = (int64_t)dice(3);
  ++streams;
  if (dice(50) == 0) {
    release_stream(&stream); /* one that was released before */
  }
  answered(TABLES, shequ_check_arrow(dice(20) ? checker : NULL, any_number(), any_text(name, sizeof name), &stream,
                                     dice(2) ? on_progress : NULL, NULL, dice(2) ? &findings : NULL,
                                     dice(2) ? &made : NULL));
  EXPECT(!stream.release && streams == 0);
  if (findings.release) findings.release(&findings);
  shequ_report_free(made);
  return 2;
}

void hostile(const char *seconds, const char *seed) {
  shequ_checker *shared = checker_new();
  const time_t end = time(NULL) + (*seconds ? atol(seconds) : 5);
  const time_t latest = end + 60; /* where no call of some sort succeeded by the end */
  int missed = 1;
  uint64_t calls = 0, turns = 0;
  state = *seed ? strtoull(seed, NULL, 10) : 0x9E3779B97F4A7C15ULL;
  if (state == 0) state = 1;
  do {
    fill();
    for (turns = 0; turns < 1000; ++turns) {
      switch (dice(16)) {
      case 0: case 1: calls += report(shared); break;
      case 2: calls += feed(shared); break;
      case 3: calls += dice(10) ? names() : checker(); break;
      case 4: case 5: calls += names(); break;
      case 6: calls += dice(20) ? names() : texts(); break;
      case 7: calls += dice(20) ? names() : paths(shared); break;
      case 8: case 9: calls += table(shared); break;
      default: calls += identifiers();
      }
    }
    missed = !fine[PAGES] || !fine[FILES] || !fine[TABLES];
  } while (time(NULL) < (missed ? latest : end) && failures == 0);
  shequ_checker_free(shared);
  EXPECT(!missed);
  printf("%llu calls; %llu pages, %llu sets of files and %llu tables succeeded\n", (unsigned long long)calls,
         (unsigned long long)fine[PAGES], (unsigned long long)fine[FILES], (unsigned long long)fine[TABLES]);
}
