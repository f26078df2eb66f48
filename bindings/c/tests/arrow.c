/* Three volunteers as a table by the Arrow C stream interface: text, large text, text views and dictionaries, structs,
 * lists of dictionaries and large lists of structs, with nulls among them. Its findings are those of the same records in
 * JSON, and come back as a table. */
#include "columns.h"
#include "tests.h"

enum { ROWS = 3 };

static const char RECORDS[] =
    "{\"id\":\"v1\",\"name\":\"\xe4\xbd\x95\xe6\x96\x87\xe6\x96\x8c\",\"email\":\"a@example.com\",\"sex\":\"2\","
    "\"identity\":{\"type\":\"resident_id\",\"number\":\"370102200904180017\"},"
    "\"service_categories\":[\"0001\",\"1101\"],"
    "\"trainings\":[{\"on\":\"2026-03-14\",\"hours\":2},{\"on\":\"2026-03-15\",\"hours\":-1}],\"total_hours\":3.5}\n"
    "{\"id\":\"v2\",\"name\":\"\xe9\x98\xbf\xe4\xbe\x9d\xe5\x8f\xa4\xe4\xb8\xbd\xe2\x80\xa2\xe4\xb9\xb0\xe4\xb9\xb0\xe6\x8f\x90\","
    "\"email\":\"none\",\"sex\":\"female\",\"identity\":{\"type\":\"passport\",\"number\":\"E12345678\"},"
    "\"service_categories\":[],\"trainings\":[],\"total_hours\":-2}\n"
    "{\"id\":\"v3\",\"email\":\"b@example.com\",\"sex\":\"2\",\"service_categories\":[\"0003\"],"
    "\"trainings\":[{\"on\":\"2026-03-16\",\"hours\":1.5}],\"total_hours\":0}\n";

static const int32_t id_ends[] = {0, 2, 4, 6};
static const struct column id = {"id", "u", ROWS, 0, 3, {NULL, id_ends, "v1v2v3"}, 0, {0}, NULL};

/* A view is 16 bytes: the length, then up to 12 bytes of text, or 4 of them, the number of a buffer and a place in it. */
static const char long_name[] =
    "....\xe9\x98\xbf\xe4\xbe\x9d\xe5\x8f\xa4\xe4\xb8\xbd\xe2\x80\xa2\xe4\xb9\xb0\xe4\xb9\xb0\xe6\x8f\x90";
static const int64_t long_sizes[] = {sizeof long_name - 1};
static int32_t views[ROWS][4];
static const unsigned char first_two[] = {3};
static const struct column name = {
    "name", "vu", ROWS, 1, 4, {first_two, views, long_name, long_sizes}, 0, {0}, NULL};

static const int64_t email_ends[] = {0, 13, 17, 30};
static const struct column email = {
    "email", "U", ROWS, 0, 3, {NULL, email_ends, "a@example.comnoneb@example.com"}, 0, {0}, NULL};

static const int32_t sex_ends[] = {0, 1, 7};
static const int8_t sex_keys[] = {0, 1, 0};
static const struct column sexes = {"", "u", 2, 0, 3, {NULL, sex_ends, "2female"}, 0, {0}, NULL};
static const struct column sex = {"sex", "c", ROWS, 0, 2, {NULL, sex_keys}, 0, {0}, &sexes};

static const int32_t type_ends[] = {0, 11, 19, 19};
static const int64_t number_ends[] = {0, 18, 27, 27};
static const struct column type = {"type", "u", ROWS, 0, 3, {NULL, type_ends, "resident_idpassport"}, 0, {0}, NULL};
static const struct column number = {
    "number", "U", ROWS, 0, 3, {NULL, number_ends, "370102200904180017E12345678"}, 0, {0}, NULL};
static const struct column identity = {"identity", "+s", ROWS, 1, 1, {first_two}, 2, {&type, &number}, NULL};

static const int32_t category_ends[] = {0, 4, 8, 12}, categories_ends[] = {0, 2, 2, 3};
static const int16_t category_keys[] = {2, 0, 1};
static const struct column categories = {"", "u", 3, 0, 3, {NULL, category_ends, "110100030001"}, 0, {0}, NULL};
static const struct column category = {"item", "s", 3, 0, 2, {NULL, category_keys}, 0, {0}, &categories};
static const struct column service_categories = {
    "service_categories", "+l", ROWS, 0, 2, {NULL, categories_ends}, 1, {&category}, NULL};

static const int32_t days[] = {20526, 20527, 20528};
static const double hours_values[] = {2, -1, 1.5};
static const int64_t trainings_ends[] = {0, 2, 2, 3};
static const struct column on = {"on", "tdD", 3, 0, 2, {NULL, days}, 0, {0}, NULL};
static const struct column hours = {"hours", "g", 3, 0, 2, {NULL, hours_values}, 0, {0}, NULL};
static const struct column training = {"item", "+s", 3, 0, 1, {NULL}, 2, {&on, &hours}, NULL};
static const struct column trainings = {"trainings", "+L", ROWS, 0, 2, {NULL, trainings_ends}, 1, {&training}, NULL};

static const double totals[] = {3.5, -2, 0};
static const struct column total_hours = {"total_hours", "g", ROWS, 0, 2, {NULL, totals}, 0, {0}, NULL};

static const struct column volunteers = {
    "", "+s", ROWS, 0, 1, {NULL},
    8, {&id, &name, &email, &sex, &identity, &service_categories, &trainings, &total_hours}, NULL};

static void fill_views(void) {
  views[0][0] = 9;
  memcpy(&views[0][1], "\xe4\xbd\x95\xe6\x96\x87\xe6\x96\x8c", 9);
  views[1][0] = (int32_t)strlen(long_name) - 4;
  memcpy(&views[1][1], long_name + 4, 4);
  views[1][3] = 4;
}

static int32_t stop(uint64_t done, void *payload) {
  (void)payload;
  return done > 0;
}

static void findings_come_back(struct ArrowArrayStream *findings, int64_t expected) {
  struct ArrowSchema schema;
  struct ArrowArray array;
  int64_t i, has_rule = 0;
  EXPECT(findings->release != NULL);
  EXPECT(findings->get_schema(findings, &schema) == 0);
  EXPECT(strcmp(schema.format, "+s") == 0);
  for (i = 0; i < schema.n_children; ++i) has_rule |= strcmp(schema.children[i]->name, "rule") == 0;
  EXPECT(has_rule);
  EXPECT(findings->get_next(findings, &array) == 0);
  EXPECT(array.release && array.length == expected && array.n_children == schema.n_children);
  array.release(&array);
  EXPECT(findings->get_next(findings, &array) == 0 && !array.release);
  schema.release(&schema);
  findings->release(findings);
}

/* Whether a rule found something at a place. */
static int has(const shequ_report *report, uint64_t row, const char *rule, const char *pointer) {
  size_t i;
  for (i = 0; i < shequ_report_summary(report)->findings; ++i) {
    const shequ_finding *one = shequ_report_finding(report, i);
    if (one->row == row && strcmp(one->rule, rule) == 0 && strcmp(one->pointer, pointer) == 0) return 1;
  }
  return 0;
}

static void a_table_is_its_records(const shequ_checker *checker) {
  shequ_report *of_table = NULL, *of_text = NULL;
  struct ArrowArrayStream stream = table_of(&volunteers), findings;
  const shequ_summary *one, *other;
  size_t i;
  EXPECT(shequ_check_arrow(checker, SHEQU_KIND_VOLUNTEER, "table", &stream, NULL, NULL, &findings, &of_table) ==
         SHEQU_OK);
  EXPECT(!stream.release);
  EXPECT(shequ_check(checker, SHEQU_KIND_VOLUNTEER, RECORDS, strlen(RECORDS), &of_text) == SHEQU_OK);
  one = shequ_report_summary(of_table);
  other = shequ_report_summary(of_text);
  EXPECT(one->records == ROWS && one->bad == ROWS && one->findings == other->findings);
  for (i = 0; i < one->findings && i < other->findings; ++i) {
    const shequ_finding *a = shequ_report_finding(of_table, i), *b = shequ_report_finding(of_text, i);
    EXPECT(strcmp(a->rule, b->rule) == 0 && strcmp(a->pointer, b->pointer) == 0);
    EXPECT(strcmp(a->message_zh, b->message_zh) == 0 && a->count == b->count);
    EXPECT(a->row == b->line && a->line == 0 && strcmp(a->file, "table") == 0);
  }
  EXPECT(has(of_table, 1, "IDN001", "/identity/number"));
  EXPECT(has(of_table, 1, "STR013", "/service_categories/1"));
  EXPECT(has(of_table, 1, "STR008", "/trainings/1/hours"));
  EXPECT(has(of_table, 2, "TXT001", "/name"));
  EXPECT(has(of_table, 2, "STR007", "/email"));
  EXPECT(has(of_table, 2, "STR005", "/sex"));
  EXPECT(has(of_table, 3, "STR003", "/name") && has(of_table, 3, "STR003", "/identity"));
  findings_come_back(&findings, (int64_t)one->findings);
  shequ_report_free(of_table);
  shequ_report_free(of_text);
}

static void streams_are_taken_whatever_happens(const shequ_checker *checker) {
  static struct column wrong_type, wrong_name, of_wrong_type, of_wrong_name;
  struct ArrowArrayStream stream = table_of(&volunteers), findings;
  shequ_report *report = NULL;
  EXPECT(shequ_check_arrow(checker, SHEQU_KIND_VOLUNTEER, NULL, &stream, NULL, NULL, NULL, NULL) == SHEQU_OK);
  stream = table_of(&volunteers);
  EXPECT(shequ_check_arrow(checker, SHEQU_KIND_VOLUNTEER, NULL, &stream, stop, NULL, &findings, &report) ==
         SHEQU_STOPPED);
  EXPECT(!report && !findings.release);
  stream = table_of(&volunteers);
  EXPECT(shequ_check_arrow(checker, 77, NULL, &stream, NULL, NULL, &findings, NULL) == SHEQU_INVALID_ARGUMENT);
  EXPECT(!stream.release);
  EXPECT(shequ_check_arrow(checker, 1, NULL, &stream, NULL, NULL, &findings, NULL) == SHEQU_ARROW);
  EXPECT(shequ_check_arrow(checker, 1, NULL, NULL, NULL, NULL, &findings, NULL) == SHEQU_NULL_ARGUMENT);
  wrong_type = total_hours;
  wrong_type.format = "tDs";
  of_wrong_type = volunteers;
  of_wrong_type.children[7] = &wrong_type;
  stream = table_of(&of_wrong_type);
  EXPECT(shequ_check_arrow(checker, SHEQU_KIND_VOLUNTEER, NULL, &stream, NULL, NULL, NULL, NULL) == SHEQU_ARROW);
  EXPECT(strstr(shequ_last_error(SHEQU_LANG_EN), "total_hours"));
  wrong_name = total_hours;
  wrong_name.name = "\xd0\xd5\xc3\xfb"; /* a name in GBK */
  of_wrong_name = volunteers;
  of_wrong_name.children[7] = &wrong_name;
  stream = table_of(&of_wrong_name);
  EXPECT(shequ_check_arrow(checker, SHEQU_KIND_VOLUNTEER, NULL, &stream, NULL, NULL, NULL, NULL) == SHEQU_ARROW);
  EXPECT(strstr(shequ_last_error(SHEQU_LANG_EN), "GBK"));
  EXPECT(unreleased == 0);
}

/* The volunteers with another column in a place. */
static shequ_status with_column(const shequ_checker *checker, int place, const struct column *column) {
  struct column table = volunteers;
  struct ArrowArrayStream stream;
  table.children[place] = column;
  stream = table_of(&table);
  return shequ_check_arrow(checker, SHEQU_KIND_VOLUNTEER, NULL, &stream, NULL, NULL, NULL, NULL);
}

enum { NAME = 1, EMAIL, SEX, IDENTITY, CATEGORIES, TOTAL = 7 };

/* What does not hold together is refused, and the error names the column. */
static void damage_is_refused(const shequ_checker *checker) {
  static const int64_t falling[] = {0, 20, 17, 30}, negative[] = {-1, 13, 17, 30}, below[] = {0, 13, 17, -30};
  static const int8_t beyond[] = {0, 9, 0}, before[] = {0, -1, 0};
  static const int32_t too_far[] = {0, 2, 2, 9};
  int32_t one[ROWS][4];
  struct column column, type_alone;
  size_t i;
  const int64_t *offsets[] = {falling, negative, below};
  const int8_t *keys[] = {beyond, before};
  for (i = 0; i < 3; ++i) {
    column = email;
    column.buffers[1] = offsets[i];
    EXPECT(with_column(checker, EMAIL, &column) == SHEQU_ARROW);
    EXPECT(strstr(shequ_last_error(SHEQU_LANG_EN), "email"));
  }
  for (i = 0; i < 2; ++i) {
    column = sex;
    column.buffers[1] = keys[i];
    EXPECT(with_column(checker, SEX, &column) == SHEQU_ARROW);
  }
  memcpy(one, views, sizeof one);
  one[1][2] = 5;
  column = name;
  column.buffers[1] = one;
  EXPECT(with_column(checker, NAME, &column) == SHEQU_ARROW);
  one[1][2] = 0;
  one[1][3] = 1000;
  EXPECT(with_column(checker, NAME, &column) == SHEQU_ARROW);
  one[1][3] = 4;
  one[2][0] = 1000; /* of a row that is null a view may be anything */
  EXPECT(with_column(checker, NAME, &column) == SHEQU_OK);
  column = service_categories;
  column.buffers[1] = too_far;
  EXPECT(with_column(checker, CATEGORIES, &column) == SHEQU_ARROW);
  type_alone = type;
  type_alone.length = 2;
  column = identity;
  column.children[0] = &type_alone;
  EXPECT(with_column(checker, IDENTITY, &column) == SHEQU_ARROW);
  column = identity;
  column.nulls = 3;
  EXPECT(with_column(checker, IDENTITY, &column) == SHEQU_ARROW);
  column = total_hours;
  column.n_buffers = 1;
  EXPECT(with_column(checker, TOTAL, &column) == SHEQU_ARROW);
  column = total_hours;
  column.length = -1;
  EXPECT(with_column(checker, TOTAL, &column) == SHEQU_ARROW);
  EXPECT(unreleased == 0);
}

/* Bits of offsets, keys, views and validity change by chance: an error or a report. The last offset stays, since nothing
 * else says how long the text is that it ends. */
static void damage_is_survived(const shequ_checker *checker) {
  uint32_t chance = 1;
  int round, refused = 0;
  for (round = 0; round < 2000; ++round) {
    int64_t offsets[ROWS + 1];
    int32_t lists[ROWS + 1], one[ROWS][4];
    int8_t keys[ROWS];
    unsigned char valid[1];
    struct {
      void *start;
      size_t size;
    } parts[5];
    struct column columns[4];
    struct column table = volunteers;
    struct ArrowArrayStream stream;
    shequ_status status;
    size_t bit, part;
    memcpy(offsets, email_ends, sizeof offsets);
    memcpy(lists, categories_ends, sizeof lists);
    memcpy(one, views, sizeof one);
    memcpy(keys, sex_keys, sizeof keys);
    memcpy(valid, first_two, sizeof valid);
    parts[0].start = offsets, parts[0].size = sizeof offsets - sizeof *offsets;
    parts[1].start = lists, parts[1].size = sizeof lists - sizeof *lists;
    parts[2].start = one, parts[2].size = sizeof one;
    parts[3].start = keys, parts[3].size = sizeof keys;
    parts[4].start = valid, parts[4].size = sizeof valid;
    chance = chance * 1664525u + 1013904223u;
    part = (chance >> 8) % 5;
    chance = chance * 1664525u + 1013904223u;
    bit = (chance >> 8) % (parts[part].size * 8);
    ((unsigned char *)parts[part].start)[bit / 8] ^= (unsigned char)(1u << bit % 8);
    columns[0] = name, columns[0].buffers[0] = valid, columns[0].buffers[1] = one;
    columns[1] = email, columns[1].buffers[1] = offsets;
    columns[2] = sex, columns[2].buffers[1] = keys;
    columns[3] = service_categories, columns[3].buffers[1] = lists;
    table.children[NAME] = &columns[0], table.children[EMAIL] = &columns[1];
    table.children[SEX] = &columns[2], table.children[CATEGORIES] = &columns[3];
    stream = table_of(&table);
    status = shequ_check_arrow(checker, SHEQU_KIND_VOLUNTEER, NULL, &stream, NULL, NULL, NULL, NULL);
    EXPECT(status == SHEQU_OK || status == SHEQU_ARROW);
    refused += status == SHEQU_ARROW;
  }
  EXPECT(refused > 200 && refused < 1900);
  EXPECT(unreleased == 0);
}

void arrow(void) {
  shequ_checker *checker = checker_new();
  fill_views();
  a_table_is_its_records(checker);
  EXPECT(unreleased == 0);
  streams_are_taken_whatever_happens(checker);
  damage_is_refused(checker);
  damage_is_survived(checker);
  shequ_checker_free(checker);
}
