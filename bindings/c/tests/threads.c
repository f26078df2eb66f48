/* One checker and one report used by several threads at once. What is made once for all threads is made before: valgrind's
 * helgrind does not know the atomics by which Rust makes sure of that, and would take it for a race. */
#include <pthread.h>

#include "tests.h"

enum { THREADS = 4, ROUNDS = 25 };

typedef struct {
  const shequ_checker *checker;
  const shequ_report *report;
} shared;

static void look(const shared *both) {
  shequ_report *report = NULL;
  shequ_string *string = NULL;
  const shequ_finding *finding;
  EXPECT(shequ_check(both->checker, SHEQU_KIND_COMMUNITY, COMMUNITY, strlen(COMMUNITY), &report) == SHEQU_OK);
  finding = shequ_report_finding(report, 0);
  EXPECT(finding && strcmp(finding->rule, "STR005") == 0);
  shequ_report_free(report);
  finding = shequ_report_finding(both->report, 0);
  EXPECT(finding && strcmp(finding->pointer, "/kind") == 0);
  EXPECT(shequ_report_json(both->report, &string) == SHEQU_OK);
  EXPECT(strstr(shequ_string_text(string), "STR005"));
  shequ_string_free(string);
  EXPECT(shequ_check(both->checker, 99, "", 0, &report) == SHEQU_INVALID_ARGUMENT);
  EXPECT(*shequ_last_error(SHEQU_LANG_EN));
}

static void *work(void *payload) {
  int round;
  EXPECT(*shequ_last_error(SHEQU_LANG_EN) == 0);
  for (round = 0; round < ROUNDS; ++round) look(payload);
  return NULL;
}

void threads(void) {
  pthread_t all[THREADS];
  shequ_checker *checker = checker_new();
  shequ_report *report = NULL;
  shared both;
  int i;
  EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, COMMUNITY, strlen(COMMUNITY), &report) == SHEQU_OK);
  both.checker = checker;
  both.report = report;
  look(&both);
  for (i = 0; i < THREADS; ++i) EXPECT(pthread_create(&all[i], NULL, work, &both) == 0);
  for (i = 0; i < THREADS; ++i) EXPECT(pthread_join(all[i], NULL) == 0);
  shequ_report_free(report);
  shequ_checker_free(checker);
}
