/* What the tests in C share. */
#ifndef TESTS_H
#define TESTS_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <shequ.h>

/* How many expectations failed. */
extern int failures;

#define EXPECT(condition)                                                       \
  do {                                                                          \
    if (!(condition)) {                                                         \
      ++failures;                                                               \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);   \
    }                                                                           \
  } while (0)

/* A checker for 30 June 2026 with one thread. */
shequ_checker *checker_new(void);

/* A community with one fault: its kind is none. */
extern const char COMMUNITY[];

void conformance(const char *cases);
void misuse(void);
void stream(void);
void arrow(void);
void threads(void);
void hostile(const char *seconds, const char *seed);
void speed(const char *record);
#ifdef SHEQU_TEST_ENTRIES
/* Not in the header: a test build of the library alone has it. */
extern shequ_status shequ_test_panic(int32_t in_thread);
void panics(void);
#endif

#endif
