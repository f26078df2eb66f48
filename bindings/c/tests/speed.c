/* How long an identifier check and the check of one record take; the same record through Rust: cargo bench. */
#define _POSIX_C_SOURCE 199309L
#include <time.h>

#include "tests.h"

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* The least of some rounds: what disturbs a round makes it longer, never shorter. */
#define MEASURE(name, calls, call)                                            \
  do {                                                                        \
    double best = 1e18;                                                       \
    int round;                                                                \
    for (round = 0; round < 9; ++round) {                                     \
      const double begin = now();                                             \
      long i;                                                                 \
      for (i = 0; i < (calls); ++i) call;                                     \
      if (now() - begin < best) best = now() - begin;                         \
    }                                                                         \
    printf("%-28s %8.1f ns\n", name, best / (calls));                         \
  } while (0)

static void check_once(const shequ_checker *checker, const char *record, size_t length) {
  shequ_report *report = NULL;
  shequ_check(checker, SHEQU_KIND_VOLUNTEER, record, length, &report);
  if (!shequ_report_summary(report)->ok) ++failures;
  shequ_report_free(report);
}

void speed(const char *record) {
  static char text[1 << 16];
  FILE *file = fopen(record, "rb");
  const size_t length = file ? fread(text, 1, sizeof text, file) : 0;
  shequ_checker *checker = checker_new();
  shequ_resident_id id;
  shequ_credit_code code;
  shequ_division division;
  if (file) fclose(file);
  EXPECT(length > 0);
  MEASURE("resident id", 1000000, shequ_check_resident_id("11010519491231002X", 18, 20260630, &id));
  MEASURE("resident id, wrong check", 1000000, shequ_check_resident_id("110105194912310021", 18, 0, &id));
  MEASURE("credit code", 1000000, shequ_check_credit_code("91350100M000100Y43", 18, &code));
  MEASURE("division", 1000000, shequ_check_division("370102001001", 12, &division));
  MEASURE("one volunteer", 20000, check_once(checker, text, length));
  shequ_checker_free(checker);
}
