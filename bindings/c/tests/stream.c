/* A feed gives what one call gives, wherever the pieces are cut, and stops when it is told to. */
#include "tests.h"

typedef struct {
  size_t seen;
  size_t stop_after;
} counter;

static int32_t count_one(const shequ_finding *finding, void *payload) {
  counter *counted = payload;
  EXPECT(finding->message && strcmp(finding->file, "pipe") == 0);
  return ++counted->seen == counted->stop_after;
}

static int32_t stop_at_once(uint64_t done, void *payload) {
  (void)done;
  (void)payload;
  return 1;
}

static void pieces(const shequ_checker *checker, const char *text, size_t length, size_t step) {
  counter counted = {0, 0};
  shequ_feed *feed = NULL;
  shequ_report *whole = NULL, *piecewise = NULL;
  const shequ_summary *one, *other;
  size_t at, i;
  EXPECT(shequ_feed_new(checker, SHEQU_KIND_COMMUNITY, "pipe", count_one, &counted, &feed) == SHEQU_OK);
  for (at = 0; at < length; at += step) {
    const size_t rest = length - at;
    EXPECT(shequ_feed_push(feed, text + at, rest < step ? rest : step) == SHEQU_OK);
  }
  EXPECT(shequ_feed_finish(feed, &piecewise) == SHEQU_OK);
  EXPECT(shequ_feed_push(feed, "", 0) == SHEQU_FINISHED);
  EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, text, length, &whole) == SHEQU_OK);
  one = shequ_report_summary(whole);
  other = shequ_report_summary(piecewise);
  EXPECT(one->findings == other->findings && one->records == other->records && one->bad == other->bad);
  EXPECT(counted.seen == one->findings);
  for (i = 0; i < one->findings; ++i) {
    const shequ_finding *a = shequ_report_finding(whole, i), *b = shequ_report_finding(piecewise, i);
    EXPECT(strcmp(a->rule, b->rule) == 0 && strcmp(a->pointer, b->pointer) == 0 && a->line == b->line);
  }
  shequ_report_free(whole);
  shequ_report_free(piecewise);
  shequ_feed_free(feed);
}

/* What was not checked is not in the report of a stopped feed: half a line, and what lies beyond the piece. */
static void stopped(const shequ_checker *checker, const char *lines, size_t line) {
  size_t half;
  for (half = 0; half < line; half += line / 7 + 1) {
    counter counted = {0, 1};
    shequ_feed *feed = NULL;
    shequ_report *report = NULL;
    const shequ_summary *summary;
    EXPECT(shequ_feed_new(checker, SHEQU_KIND_COMMUNITY, "pipe", count_one, &counted, &feed) == SHEQU_OK);
    EXPECT(shequ_feed_push(feed, lines, line + half) == SHEQU_STOPPED);
    EXPECT(shequ_feed_finish(feed, &report) == SHEQU_OK);
    summary = shequ_report_summary(report);
    EXPECT(summary->records == 1 && summary->findings >= 1 && counted.seen == 1);
    EXPECT(!summary->complete && !summary->ok);
    EXPECT(shequ_report_input(report, 0)->obstacle_zh != NULL);
    shequ_report_free(report);
    shequ_feed_free(feed);
  }
  {
    /* stopped by the finding of a last line that does not end */
    counter counted = {0, 1};
    shequ_feed *feed = NULL;
    shequ_report *report = NULL;
    EXPECT(shequ_feed_new(checker, SHEQU_KIND_COMMUNITY, "pipe", count_one, &counted, &feed) == SHEQU_OK);
    EXPECT(shequ_feed_push(feed, lines, line - 1) == SHEQU_OK && counted.seen == 0);
    EXPECT(shequ_feed_finish(feed, &report) == SHEQU_STOPPED);
    EXPECT(shequ_report_summary(report)->records == 1 && counted.seen == 1);
    EXPECT(!shequ_report_summary(report)->complete && !shequ_report_summary(report)->ok);
    shequ_report_free(report);
    shequ_feed_free(feed);
  }
}

void stream(void) {
  enum { LINES = 50 };
  shequ_checker *checker = checker_new();
  const size_t line = strlen(COMMUNITY);
  char *text = malloc(LINES * (line + 1));
  counter counted = {0, 3};
  shequ_feed *feed = NULL;
  shequ_report *report = NULL;
  const char *folder[] = {"."};
  size_t i;
  if (!text) exit(2);
  for (i = 0; i < LINES; ++i) {
    memcpy(text + i * (line + 1), COMMUNITY, line);
    text[i * (line + 1) + line] = '\n';
  }
  pieces(checker, text, LINES * (line + 1), 1);
  pieces(checker, text, LINES * (line + 1) - 1, 97);
  pieces(checker, text, LINES * (line + 1), 100000);

  EXPECT(shequ_feed_new(checker, SHEQU_KIND_COMMUNITY, "pipe", count_one, &counted, &feed) == SHEQU_OK);
  EXPECT(shequ_feed_push(feed, text, LINES * (line + 1)) == SHEQU_STOPPED);
  EXPECT(counted.seen == 3);
  EXPECT(shequ_feed_push(feed, text, line) == SHEQU_STOPPED);
  EXPECT(shequ_feed_finish(feed, &report) == SHEQU_OK);
  EXPECT(shequ_report_summary(report)->records > 0);
  EXPECT(!shequ_report_summary(report)->complete && !shequ_report_summary(report)->ok);
  shequ_report_free(report);
  shequ_feed_free(feed);

  stopped(checker, text, line + 1);

  folder[0] = "examples/province";
  EXPECT(shequ_check_paths(checker, folder, 1, 0, stop_at_once, NULL, &report) == SHEQU_STOPPED);
  EXPECT(report == NULL);
  EXPECT(shequ_check_paths(checker, folder, 1, 0, NULL, NULL, &report) == SHEQU_OK);
  EXPECT(shequ_report_summary(report)->complete && !shequ_report_summary(report)->ok);
  EXPECT(shequ_report_summary(report)->inputs == 18);
  EXPECT(shequ_report_input(report, 0)->kind == SHEQU_KIND_COMMUNITY);
  EXPECT(!shequ_report_input(report, 0)->obstacle_zh && !shequ_report_input(report, 18));
  shequ_report_free(report);
  shequ_checker_free(checker);
  free(text);
}
