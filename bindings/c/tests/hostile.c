/* Random calls with random bytes, lengths, numbers and handles, for some seconds; the seed is told, so that a run can be
 * repeated. What is asked of the library is that it survives and that nothing leaks. */
#include <time.h>

#include "tests.h"

enum { SIZE = 2048 };

static uint64_t state;
static unsigned char buffer[SIZE];

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

static uint64_t names(void) {
  char name[24];
  size_t i, length = (size_t)dice(sizeof name);
  for (i = 0; i < length; ++i) name[i] = (char)buffer[dice(SIZE)];
  name[length] = 0;
  shequ_kind_of(dice(20) ? name : NULL);
  shequ_kind_name(any_number());
  shequ_status_name(any_number());
  shequ_last_error(any_number());
  shequ_abi_check((uint32_t)any_number());
  return 5;
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
  shequ_checker_new(dice(20) ? &options : NULL, dice(20) ? &made : NULL);
  shequ_checker_free(made);
  return 2;
}

void hostile(const char *seconds, const char *seed) {
  shequ_checker *shared = checker_new();
  const time_t end = time(NULL) + (*seconds ? atol(seconds) : 5);
  uint64_t calls = 0, turns = 0;
  state = *seed ? strtoull(seed, NULL, 10) : 0x9E3779B97F4A7C15ULL;
  if (state == 0) state = 1;
  do {
    fill();
    for (turns = 0; turns < 1000; ++turns) {
      switch (dice(12)) {
      case 0: case 1: calls += report(shared); break;
      case 2: calls += feed(shared); break;
      case 3: calls += dice(10) ? names() : checker(); break;
      case 4: case 5: calls += names(); break;
      default: calls += identifiers();
      }
    }
  } while (time(NULL) < end && failures == 0);
  shequ_checker_free(shared);
  printf("%llu calls\n", (unsigned long long)calls);
}
