/* One program for all tests: its first argument names the test. */
#include "tests.h"

int failures = 0;

const char COMMUNITY[] =
    "{\"id\":\"c1\",\"updated_at\":\"2026-06-30T09:00:00+08:00\",\"code\":\"370102007010\","
    "\"name\":\"\xe5\xb1\xb1\xe5\xb8\x88\xe5\xa4\xa7\xe7\xa4\xbe\xe5\x8c\xba\",\"kind\":\"town\",\"status\":\"active\"}";

shequ_checker *checker_new(void) {
  shequ_options options = SHEQU_OPTIONS_INIT;
  shequ_checker *checker = NULL;
  options.as_of = "2026-06-30";
  options.threads = 1;
  EXPECT(shequ_checker_new(&options, &checker) == SHEQU_OK);
  return checker;
}

int main(int count, char **arguments) {
  const char *test = count > 1 ? arguments[1] : "";
  const char *first = count > 2 ? arguments[2] : "";
  const char *second = count > 3 ? arguments[3] : "";
  EXPECT(shequ_abi_check(SHEQU_ABI_VERSION) == SHEQU_OK);
  EXPECT(strcmp(shequ_version(), SHEQU_VERSION) == 0);
  if (strcmp(test, "conformance") == 0) conformance(first);
  else if (strcmp(test, "misuse") == 0) misuse();
  else if (strcmp(test, "stream") == 0) stream();
  else if (strcmp(test, "arrow") == 0) arrow();
  else if (strcmp(test, "threads") == 0) threads();
  else if (strcmp(test, "hostile") == 0) hostile(first, second);
  else if (strcmp(test, "speed") == 0) speed(first);
#ifdef SHEQU_TEST_ENTRIES
  else if (strcmp(test, "panics") == 0) panics();
#endif
  else {
    fprintf(stderr, "no test is called %s\n", test);
    return 2;
  }
  return failures == 0 ? 0 : 1;
}
