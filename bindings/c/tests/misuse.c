/* Wrong calls: each gives a status and a text, none harms, and what lives beside a freed handle lives on. */
#include "tests.h"

static void null_is_refused(void) {
  shequ_checker *checker = checker_new();
  shequ_report *report = NULL;
  shequ_string *string = NULL;
  shequ_feed *feed = NULL;
  EXPECT(shequ_checker_new(NULL, NULL) == SHEQU_NULL_ARGUMENT);
  EXPECT(shequ_check(NULL, SHEQU_KIND_COMMUNITY, "", 0, &report) == SHEQU_NULL_ARGUMENT);
  EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, NULL, 1, &report) == SHEQU_NULL_ARGUMENT);
  EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, "", 0, NULL) == SHEQU_NULL_ARGUMENT);
  EXPECT(strstr(shequ_last_error(SHEQU_LANG_EN), "out must not be NULL"));
  EXPECT(strstr(shequ_last_error(SHEQU_LANG_ZH), "NULL"));
  EXPECT(shequ_check_paths(checker, NULL, 1, 0, NULL, NULL, &report) == SHEQU_NULL_ARGUMENT);
  EXPECT(shequ_report_json(NULL, &string) == SHEQU_NULL_ARGUMENT);
  EXPECT(!shequ_report_summary(NULL) && !shequ_report_finding(NULL, 0) && !shequ_report_input(NULL, 0));
  EXPECT(!shequ_string_text(NULL) && shequ_string_length(NULL) == 0);
  EXPECT(shequ_feed_push(NULL, "", 0) == SHEQU_NULL_ARGUMENT);
  EXPECT(shequ_feed_new(NULL, SHEQU_KIND_COMMUNITY, NULL, NULL, NULL, &feed) == SHEQU_NULL_ARGUMENT);
  EXPECT(shequ_check_resident_id(NULL, 18, 0, NULL) == SHEQU_NULL_ARGUMENT);
  EXPECT(shequ_kind_of(NULL) == SHEQU_KIND_UNKNOWN);
  shequ_checker_free(NULL);
  shequ_report_free(NULL);
  shequ_string_free(NULL);
  shequ_feed_free(NULL);
  shequ_checker_free(checker);
}

static void ranges_are_kept(void) {
  shequ_checker *checker = checker_new();
  shequ_report *report = (shequ_report *)checker;
  shequ_string *string = NULL;
  EXPECT(shequ_check(checker, 1000, "", 0, &report) == SHEQU_INVALID_ARGUMENT);
  EXPECT(report == NULL);
  EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, "", (size_t)-1, &report) == SHEQU_INVALID_ARGUMENT);
  EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, NULL, 0, &report) == SHEQU_OK);
  EXPECT(shequ_report_summary(report)->records == 0);
  EXPECT(!shequ_report_finding(report, 0) && !shequ_report_finding(report, (size_t)-1));
  EXPECT(shequ_report_text(report, 7, &string) == SHEQU_INVALID_ARGUMENT);
  EXPECT(shequ_schema(-1, &string) == SHEQU_INVALID_ARGUMENT);
  EXPECT(shequ_check_resident_id("x", 1, 20261301, NULL) == SHEQU_INVALID_ARGUMENT);
  EXPECT(!shequ_kind_name(99) && strcmp(shequ_kind_name(10), "volunteer") == 0);
  EXPECT(strcmp(shequ_status_name(12345), "SHEQU_UNKNOWN") == 0);
  EXPECT(strcmp(shequ_issue_text(0, 0), "") == 0);
  EXPECT(shequ_abi_check(SHEQU_ABI_VERSION + 1) == SHEQU_WRONG_ABI);
  EXPECT(shequ_abi_check(SHEQU_ABI_VERSION + (1 << 16)) == SHEQU_WRONG_ABI);
  shequ_report_free(report);
  shequ_checker_free(checker);
}

static void handles_of_another_type_are_refused(void) {
  shequ_checker *checker = checker_new();
  shequ_report *report = NULL;
  shequ_string *string = NULL;
  EXPECT(!shequ_report_summary((const shequ_report *)checker));
  EXPECT(shequ_report_json((const shequ_report *)checker, &string) == SHEQU_INVALID_HANDLE);
  EXPECT(shequ_string_length((const shequ_string *)checker) == 0);
  shequ_string_free((shequ_string *)checker);
  EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, COMMUNITY, strlen(COMMUNITY), &report) == SHEQU_OK);
  shequ_report_free(report);
  shequ_checker_free(checker);
}

/* Of two lines the second is a record, or a rest that is not read; a line is no list. */
static void the_form_is_an_option(void) {
  static const int32_t forms[] = {SHEQU_FORM_AUTO, SHEQU_FORM_NDJSON, SHEQU_FORM_ARRAY, SHEQU_FORM_RECORD};
  static const uint64_t records[] = {2, 2, 1, 2};
  shequ_options options = SHEQU_OPTIONS_INIT;
  shequ_checker *checker = NULL;
  size_t i;
  for (i = 0; i < 4; ++i) {
    shequ_report *report = NULL;
    options.form = forms[i];
    EXPECT(shequ_checker_new(&options, &checker) == SHEQU_OK);
    EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, "{\"id\":\"a\"}\n{}\n", 14, &report) == SHEQU_OK);
    EXPECT(shequ_report_summary(report)->records == records[i]);
    shequ_report_free(report);
    shequ_checker_free(checker);
  }
  options.form = 9;
  EXPECT(shequ_checker_new(&options, &checker) == SHEQU_INVALID_ARGUMENT && !checker);
}

/* Programs that were built with the header of an older or a newer version. */
static void options_grow(void) {
  struct older {
    size_t size;
    shequ_lang lang;
    uint32_t threads;
  } older = {sizeof older, SHEQU_LANG_EN, 1};
  struct newer {
    shequ_options options;
    int64_t more;
  } newer = {SHEQU_OPTIONS_INIT, 0};
  shequ_checker *checker = NULL;
  EXPECT(shequ_checker_new((const shequ_options *)&older, &checker) == SHEQU_OK);
  shequ_checker_free(checker);
  newer.options.size = sizeof newer;
  EXPECT(shequ_checker_new(&newer.options, &checker) == SHEQU_OK);
  shequ_checker_free(checker);
  newer.more = 1;
  EXPECT(shequ_checker_new(&newer.options, &checker) == SHEQU_INVALID_OPTION && !checker);
}

static void options_are_checked(void) {
  shequ_checker *checker = NULL;
  shequ_options options = SHEQU_OPTIONS_INIT;
  options.size = 4;
  EXPECT(shequ_checker_new(&options, &checker) == SHEQU_INVALID_OPTION && !checker);
  options.size = (size_t)-1;
  EXPECT(shequ_checker_new(&options, &checker) == SHEQU_INVALID_OPTION && !checker);
  options.size = sizeof options;
  options.profile = "shandong";
  EXPECT(shequ_checker_new(&options, &checker) == SHEQU_INVALID_OPTION);
  options.profile = NULL;
  options.lang = 9;
  EXPECT(shequ_checker_new(&options, &checker) == SHEQU_INVALID_ARGUMENT);
  options.lang = SHEQU_LANG_EN;
  options.as_of = "30.6.2026";
  EXPECT(shequ_checker_new(&options, &checker) == SHEQU_INVALID_OPTION);
  options.as_of = "\xff";
  EXPECT(shequ_checker_new(&options, &checker) == SHEQU_INVALID_UTF8);
  options.as_of = NULL;
  options.settings = "ignore IDN001";
  EXPECT(shequ_checker_new(&options, &checker) == SHEQU_INVALID_OPTION);
  options.settings = NULL;
  options.divisions = "name\nx\n";
  options.divisions_length = 7;
  EXPECT(shequ_checker_new(&options, &checker) == SHEQU_INVALID_OPTION);
  EXPECT(shequ_checker_new(NULL, &checker) == SHEQU_OK);
  shequ_checker_free(checker);
}

static void neighbours_live_on(void) {
  shequ_checker *checker = checker_new();
  shequ_report *first = NULL, *second = NULL;
  shequ_feed *feed = NULL;
  const shequ_finding *finding;
  const size_t length = strlen(COMMUNITY);
  EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, COMMUNITY, length, &first) == SHEQU_OK);
  EXPECT(shequ_check(checker, SHEQU_KIND_COMMUNITY, COMMUNITY, length, &second) == SHEQU_OK);
  EXPECT(shequ_feed_new(checker, SHEQU_KIND_COMMUNITY, "pipe", NULL, NULL, &feed) == SHEQU_OK);
  finding = shequ_report_finding(second, 0);
  shequ_report_free(first);
  shequ_checker_free(checker);
  EXPECT(finding && strcmp(finding->rule, "STR005") == 0 && strcmp(finding->pointer, "/kind") == 0);
  EXPECT(shequ_feed_push(feed, COMMUNITY, length) == SHEQU_OK);
  EXPECT(shequ_feed_finish(feed, &first) == SHEQU_OK);
  EXPECT(shequ_feed_finish(feed, NULL) == SHEQU_FINISHED);
  shequ_feed_free(feed);
  finding = shequ_report_finding(first, 0);
  EXPECT(finding && strcmp(finding->file, "pipe") == 0);
  shequ_report_free(first);
  shequ_report_free(second);
}

static void paths_are_looked_for(void) {
  shequ_checker *checker = checker_new();
  shequ_report *report = NULL;
  const char *missing[] = {"no/such/file.ndjson"};
  const char *broken[] = {"\xff\xfe"};
  EXPECT(shequ_check_paths(checker, missing, 1, 0, NULL, NULL, &report) == SHEQU_NOT_FOUND);
  EXPECT(shequ_check_paths(checker, broken, 1, 0, NULL, NULL, &report) == SHEQU_INVALID_UTF8);
  EXPECT(shequ_check_paths(checker, missing, 0, 0, NULL, NULL, &report) == SHEQU_INVALID_ARGUMENT);
  EXPECT(report == NULL);
  shequ_checker_free(checker);
}

static void packages_are_made_and_verified(void) {
  shequ_checker *checker = checker_new();
  shequ_report *report = NULL;
  shequ_pack_terms terms = SHEQU_PACK_TERMS_INIT;
  const char *file = "target/c-package.zip";
  const char *packages[] = {"target/c-package.zip"};
  EXPECT(shequ_pack(NULL, file, NULL, NULL, NULL) == SHEQU_NULL_ARGUMENT);
  EXPECT(shequ_pack("examples/province", NULL, NULL, NULL, NULL) == SHEQU_NULL_ARGUMENT);
  EXPECT(shequ_pack("no/such/folder", file, NULL, NULL, NULL) == SHEQU_NOT_FOUND);
  EXPECT(shequ_pack("examples/province", "no/such/folder/a.zip", NULL, NULL, NULL) == SHEQU_IO);
  EXPECT(shequ_pack("examples/province", "README.md", NULL, NULL, NULL) == SHEQU_INVALID_ARGUMENT);
  terms.data_class = "secret";
  EXPECT(shequ_pack("examples/province", file, &terms, NULL, NULL) == SHEQU_INVALID_OPTION);
  terms.data_class = "sensitive";
  terms.as_of = "2026-06-30";
  terms.size = 1;
  EXPECT(shequ_pack("examples/province", file, &terms, NULL, NULL) == SHEQU_INVALID_OPTION);
  terms.size = sizeof terms;
  EXPECT(shequ_pack("examples/province", file, &terms, NULL, NULL) == SHEQU_OK);
  EXPECT(shequ_verify(checker, NULL, NULL, NULL, &report) == SHEQU_NULL_ARGUMENT);
  EXPECT(shequ_verify(checker, "no/such/file.zip", NULL, NULL, &report) == SHEQU_NOT_FOUND);
  EXPECT(report == NULL);
  EXPECT(shequ_verify(checker, file, NULL, NULL, &report) == SHEQU_OK);
  EXPECT(shequ_report_summary(report)->ok && shequ_report_summary(report)->inputs == 19);
  shequ_report_free(report);
  EXPECT(shequ_check_paths(checker, packages, 1, 0, NULL, NULL, &report) == SHEQU_OK);
  EXPECT(!shequ_report_summary(report)->ok && shequ_report_summary(report)->inputs == 19);
  shequ_report_free(report);
  shequ_checker_free(checker);
}

static void identifiers_are_taken_apart(void) {
  shequ_resident_id id;
  shequ_credit_code code;
  shequ_division division;
  EXPECT(shequ_check_resident_id("11010519491231002X", 18, 0, &id) == SHEQU_OK);
  EXPECT(id.division == 110105 && id.birth_date == 19491231 && id.sequence == 2 && id.sex == 2);
  EXPECT(id.check == 'X' && id.issues == 0);
  EXPECT(shequ_check_resident_id("110105194912310021", 18, 0, &id) == SHEQU_NOT_VALID);
  EXPECT(id.issues == SHEQU_ISSUE_CHECK_CHARACTER && id.division == 0);
  EXPECT(shequ_check_resident_id("11010519491231002X", 18, 19400101, &id) == SHEQU_NOT_VALID);
  EXPECT(id.issues & SHEQU_ISSUE_BIRTH_DATE);
  EXPECT(shequ_check_resident_id("\xff\xff", 2, 0, &id) == SHEQU_NOT_VALID && id.issues == SHEQU_ISSUE_FORM);
  EXPECT(shequ_check_credit_code("91350100M000100Y43", 18, &code) == SHEQU_OK);
  EXPECT(code.division == 350100 && strcmp(code.subject, "M000100Y4") == 0 && code.check == '3');
  EXPECT(code.authority == '9' && code.category == '1');
  EXPECT(shequ_check_division("370102001001", 12, &division) == SHEQU_OK);
  EXPECT(division.level == 5 && division.parent == 370102001000ULL && division.county == 370102000000ULL);
  EXPECT(shequ_check_division("370100001000", 12, NULL) == SHEQU_NOT_VALID);
}

static void texts_are_given(void) {
  shequ_string *string = NULL;
  EXPECT(shequ_schema(SHEQU_KIND_VOLUNTEER, &string) == SHEQU_OK);
  EXPECT(strstr(shequ_string_text(string), "urn:shequ:1.0:volunteer"));
  shequ_string_free(string);
  EXPECT(shequ_report_schema(&string) == SHEQU_OK);
  shequ_string_free(string);
  EXPECT(shequ_catalogue(&string) == SHEQU_OK);
  EXPECT(strstr(shequ_string_text(string), "\"IDN001\""));
  shequ_string_free(string);
  EXPECT(shequ_explain("idn001", SHEQU_LANG_ZH, &string) == SHEQU_OK);
  EXPECT(strstr(shequ_string_text(string), "IDN001"));
  shequ_string_free(string);
  EXPECT(shequ_explain("XYZ999", SHEQU_LANG_ZH, &string) == SHEQU_NOT_FOUND && !string);
}

void misuse(void) {
  null_is_refused();
  ranges_are_kept();
  handles_of_another_type_are_refused();
  options_grow();
  the_form_is_an_option();
  options_are_checked();
  neighbours_live_on();
  paths_are_looked_for();
  packages_are_made_and_verified();
  identifiers_are_taken_apart();
  texts_are_given();
}

#ifdef SHEQU_TEST_ENTRIES
void panics(void) {
  int in_thread;
  for (in_thread = 0; in_thread < 2; ++in_thread) {
    EXPECT(shequ_test_panic(in_thread) == SHEQU_INTERNAL);
    EXPECT(strstr(shequ_last_error(SHEQU_LANG_EN), "internal fault at"));
    EXPECT(!strstr(shequ_last_error(SHEQU_LANG_EN), "110105"));
  }
}
#endif
