/* The conformance cases: the findings of each case, and its whole report, are those of the library in Rust.
 *
 * The cases come in one file that cargo xtask test writes, since C reads no JSON: for each a line of numbers
 * (kind, as_of, bytes of the records, of the table, of the expected pairs, of the expected JSON), then those bytes. */
#include "tests.h"

static char *part(FILE *file, size_t length) {
  char *bytes = malloc(length + 1);
  if (!bytes || fread(bytes, 1, length, file) != length) {
    fprintf(stderr, "the file of cases is broken\n");
    exit(2);
  }
  bytes[length] = 0;
  return bytes;
}

/* Rules and pointers, one finding a line. */
static char *pairs(const shequ_report *report) {
  const size_t count = shequ_report_summary(report)->findings;
  size_t length = 1, i;
  char *text;
  for (i = 0; i < count; ++i) {
    const shequ_finding *finding = shequ_report_finding(report, i);
    length += strlen(finding->rule) + strlen(finding->pointer) + 2;
  }
  text = calloc(length, 1);
  for (i = 0; text && i < count; ++i) {
    const shequ_finding *finding = shequ_report_finding(report, i);
    char *end = text + strlen(text);
    sprintf(end, "%s\t%s\n", finding->rule, finding->pointer);
    EXPECT(finding->line > 0 && finding->row == 0 && finding->count > 0);
    EXPECT(*finding->message_zh && *finding->message_en && *finding->advice_zh && *finding->advice_en);
    EXPECT(finding->message == finding->message_zh && strcmp(finding->file, "-") == 0);
  }
  return text;
}

/* A report on the same record, written or handed over in another way, has the same findings. */
static void same(shequ_report *report, const char *wanted) {
  char *found = pairs(report);
  EXPECT(found && strcmp(found, wanted) == 0);
  free(found);
  shequ_report_free(report);
}

static int32_t go_on(const shequ_finding *finding, void *payload) {
  (void)finding;
  (void)payload;
  return 0;
}

/* One record on a line, between blank lines, as the item of an array, and in pieces. What cannot be read is left out: it
 * ends an array, and white space around it may mend it. */
static int twins(const shequ_checker *checker, int kind, const char *record, size_t length, const char *wanted) {
  static const char blanks[] = "\n \t\r\n";
  static const size_t steps[] = {1, 7, 100};
  const size_t edge = sizeof blanks - 1;
  shequ_report *report = NULL;
  size_t i, at;
  char *text;
  if (record[0] != '{' || strstr(wanted, "STR001") || memchr(record, '\n', length)) return 0;
  text = malloc(length + 2 * edge);
  if (!text) return 0;
  memcpy(text, blanks, edge);
  memcpy(text + edge, record, length);
  memcpy(text + edge + length, blanks, edge);
  EXPECT(shequ_check(checker, kind, text, length + 2 * edge, &report) == SHEQU_OK);
  same(report, wanted);
  text[edge - 1] = '[';
  text[edge + length] = ']';
  EXPECT(shequ_check(checker, kind, text + edge - 1, length + 2, &report) == SHEQU_OK);
  same(report, wanted);
  free(text);
  for (i = 0; i < sizeof steps / sizeof *steps; ++i) {
    shequ_feed *feed = NULL;
    EXPECT(shequ_feed_new(checker, kind, "-", go_on, NULL, &feed) == SHEQU_OK);
    for (at = 0; at < length; at += steps[i]) {
      const size_t rest = length - at;
      EXPECT(shequ_feed_push(feed, record + at, rest < steps[i] ? rest : steps[i]) == SHEQU_OK);
    }
    EXPECT(shequ_feed_finish(feed, &report) == SHEQU_OK);
    same(report, wanted);
    shequ_feed_free(feed);
  }
  return 1;
}

void conformance(const char *cases) {
  FILE *file = fopen(cases, "rb");
  char as_of[16];
  int kind;
  unsigned long records, table, expected, json, count = 0, twice = 0;
  if (!file) {
    EXPECT(!"the file of cases can be opened");
    return;
  }
  while (fscanf(file, "%d %15s %lu %lu %lu %lu", &kind, as_of, &records, &table, &expected, &json) == 6) {
    char *bytes, *divisions, *wanted, *whole, *found;
    shequ_options options = SHEQU_OPTIONS_INIT;
    shequ_checker *checker = NULL;
    shequ_report *report = NULL;
    shequ_string *string = NULL;
    fgetc(file);
    bytes = part(file, records);
    divisions = part(file, table);
    wanted = part(file, expected);
    whole = part(file, json);
    options.as_of = as_of;
    options.threads = 1;
    options.divisions = table ? divisions : NULL;
    options.divisions_length = table;
    EXPECT(shequ_checker_new(&options, &checker) == SHEQU_OK);
    EXPECT(shequ_check(checker, kind, bytes, records, &report) == SHEQU_OK);
    found = pairs(report);
    EXPECT(found && strcmp(found, wanted) == 0);
    EXPECT(shequ_report_json(report, &string) == SHEQU_OK);
    EXPECT(shequ_string_length(string) == json);
    EXPECT(strcmp(shequ_string_text(string), whole) == 0);
    shequ_string_free(string);
    shequ_report_free(report);
    twice += twins(checker, kind, bytes, records, wanted);
    shequ_checker_free(checker);
    free(found);
    free(bytes);
    free(divisions);
    free(wanted);
    free(whole);
    ++count;
  }
  EXPECT(feof(file));
  fclose(file);
  EXPECT(count > 1000 && twice > 1000);
  printf("%lu cases, %lu of them rewritten\n", count, twice);
}
