/* A table of two communities by the Arrow C stream interface: plain, large and dictionary columns of text. Its findings
 * are those of the same records in JSON, and come back as a table. */
#include "tests.h"
#include "arrow.h"

enum { COLUMNS = 6, ROWS = 2 };

static const char RECORDS[] =
    "{\"id\":\"c1\",\"updated_at\":\"2026-06-30T09:00:00+08:00\",\"code\":\"370102007010\",\"name\":\"A\",\"kind\":\"urban\",\"status\":\"active\"}\n"
    "{\"id\":\"c2\",\"updated_at\":\"2026-06-30T09:00:00+08:00\",\"code\":\"370102007010\",\"name\":\"A\",\"kind\":\"town\",\"status\":\"active\"}\n";

static const int32_t two_ids[] = {0, 2, 4}, two_times[] = {0, 25, 50}, two_codes[] = {0, 12, 24}, kinds[] = {0, 5, 9};
static const int64_t two_names[] = {0, 1, 2};
static const int32_t one_status[] = {0, 6};
static const int8_t keys[] = {0, 0};

static const void *buffers[COLUMNS][3] = {
    {NULL, two_ids, "c1c2"},
    {NULL, two_times, "2026-06-30T09:00:00+08:002026-06-30T09:00:00+08:00"},
    {NULL, two_codes, "370102007010370102007010"},
    {NULL, two_names, "AA"},
    {NULL, kinds, "urbantown"},
    {NULL, keys, NULL}};
static const void *labels[3] = {NULL, one_status, "active"};
static const void *no_buffers[1] = {NULL};

static const char *const names[COLUMNS] = {"id", "updated_at", "code", "name", "kind", "status"};
static const char *formats[COLUMNS] = {"u", "u", "u", "U", "u", "c"};

static struct ArrowSchema schemas[COLUMNS], label_schema;
static struct ArrowArray arrays[COLUMNS], label_array;
static struct ArrowSchema *schema_children[COLUMNS];
static struct ArrowArray *array_children[COLUMNS];
static int given, released;

static void release_schema(struct ArrowSchema *schema) { schema->release = NULL; }

static void release_array(struct ArrowArray *array) { array->release = NULL; }

static void release_stream(struct ArrowArrayStream *stream) {
  stream->release = NULL;
  ++released;
}

static int get_schema(struct ArrowArrayStream *stream, struct ArrowSchema *out) {
  int i;
  (void)stream;
  memset(out, 0, sizeof *out);
  memset(&label_schema, 0, sizeof label_schema);
  label_schema.format = "u";
  label_schema.name = "";
  label_schema.release = release_schema;
  for (i = 0; i < COLUMNS; ++i) {
    memset(&schemas[i], 0, sizeof schemas[i]);
    schemas[i].format = formats[i];
    schemas[i].name = names[i];
    schemas[i].release = release_schema;
    schema_children[i] = &schemas[i];
  }
  schemas[COLUMNS - 1].dictionary = &label_schema;
  out->format = "+s";
  out->name = "";
  out->n_children = COLUMNS;
  out->children = schema_children;
  out->release = release_schema;
  return 0;
}

static int get_next(struct ArrowArrayStream *stream, struct ArrowArray *out) {
  int i;
  (void)stream;
  memset(out, 0, sizeof *out);
  if (given++) return 0;
  memset(&label_array, 0, sizeof label_array);
  label_array.length = 1;
  label_array.n_buffers = 3;
  label_array.buffers = labels;
  label_array.release = release_array;
  for (i = 0; i < COLUMNS; ++i) {
    memset(&arrays[i], 0, sizeof arrays[i]);
    arrays[i].length = ROWS;
    arrays[i].n_buffers = i == COLUMNS - 1 ? 2 : 3;
    arrays[i].buffers = buffers[i];
    arrays[i].release = release_array;
    array_children[i] = &arrays[i];
  }
  arrays[COLUMNS - 1].dictionary = &label_array;
  out->length = ROWS;
  out->n_buffers = 1;
  out->buffers = no_buffers;
  out->n_children = COLUMNS;
  out->children = array_children;
  out->release = release_array;
  return 0;
}

static const char *last_error(struct ArrowArrayStream *stream) {
  (void)stream;
  return NULL;
}

static struct ArrowArrayStream table(void) {
  struct ArrowArrayStream stream;
  stream.get_schema = get_schema;
  stream.get_next = get_next;
  stream.get_last_error = last_error;
  stream.release = release_stream;
  stream.private_data = NULL;
  given = 0;
  return stream;
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

static int32_t stop(uint64_t done, void *payload) {
  (void)payload;
  return done > 0;
}

void arrow(void) {
  shequ_checker *checker = checker_new();
  shequ_report *of_table = NULL, *of_text = NULL;
  struct ArrowArrayStream stream = table(), findings;
  const shequ_summary *one, *other;
  size_t i;
  EXPECT(shequ_check_arrow(checker, SHEQU_KIND_COMMUNITY, "table", &stream, NULL, NULL, &findings, &of_table) ==
         SHEQU_OK);
  EXPECT(!stream.release && released == 1);
  EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, RECORDS, strlen(RECORDS), &of_text) == SHEQU_OK);
  one = shequ_report_summary(of_table);
  other = shequ_report_summary(of_text);
  EXPECT(one->records == ROWS && one->bad == 1 && one->findings == other->findings);
  for (i = 0; i < one->findings; ++i) {
    const shequ_finding *a = shequ_report_finding(of_table, i), *b = shequ_report_finding(of_text, i);
    EXPECT(strcmp(a->rule, b->rule) == 0 && strcmp(a->pointer, b->pointer) == 0);
    EXPECT(a->row == b->line && a->line == 0 && strcmp(a->file, "table") == 0);
  }
  findings_come_back(&findings, (int64_t)one->findings);
  shequ_report_free(of_table);
  shequ_report_free(of_text);

  stream = table();
  EXPECT(shequ_check_arrow(checker, SHEQU_KIND_COMMUNITY, NULL, &stream, NULL, NULL, NULL, NULL) == SHEQU_OK);
  stream = table();
  EXPECT(shequ_check_arrow(checker, SHEQU_KIND_COMMUNITY, NULL, &stream, stop, NULL, &findings, &of_table) ==
         SHEQU_STOPPED);
  EXPECT(!of_table && !findings.release);
  stream = table();
  EXPECT(shequ_check_arrow(checker, 77, NULL, &stream, NULL, NULL, &findings, NULL) == SHEQU_INVALID_ARGUMENT);
  EXPECT(!stream.release && released == 4);
  EXPECT(shequ_check_arrow(checker, 1, NULL, &stream, NULL, NULL, &findings, NULL) == SHEQU_ARROW);
  EXPECT(shequ_check_arrow(checker, 1, NULL, NULL, NULL, NULL, &findings, NULL) == SHEQU_NULL_ARGUMENT);
  stream = table();
  formats[3] = "tDs";
  EXPECT(shequ_check_arrow(checker, SHEQU_KIND_COMMUNITY, NULL, &stream, NULL, NULL, NULL, NULL) != SHEQU_OK);
  formats[3] = "U";
  shequ_checker_free(checker);
}
