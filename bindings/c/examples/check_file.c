/* Checks a file or a folder of records and says in Chinese what is wrong.
 *
 *   cc check_file.c $(pkg-config --cflags --libs shequ) -o check_file
 *   ./check_file communities.ndjson
 */
#include <stdio.h>

#include <shequ.h>

static int print_error(void) {
  fprintf(stderr, "%s\n", shequ_last_error(SHEQU_LANG_ZH));
  return 2;
}

int main(int count, char **arguments) {
  shequ_options options = SHEQU_OPTIONS_INIT;
  shequ_checker *checker = NULL;
  shequ_report *report = NULL;
  const shequ_summary *summary;
  size_t i;
  int ok;

  if (count != 2) {
    fprintf(stderr, "用法：check_file 文件\n");
    return 2;
  }
  if (shequ_abi_check(SHEQU_ABI_VERSION) != SHEQU_OK) return print_error();

  options.as_of = "2026-06-30";
  if (shequ_checker_new(&options, &checker) != SHEQU_OK) return print_error();
  if (shequ_check_paths(checker, (const char *const *)&arguments[1], 1, SHEQU_KIND_UNKNOWN, NULL, NULL, &report) !=
      SHEQU_OK) {
    shequ_checker_free(checker);
    return print_error();
  }

  summary = shequ_report_summary(report);
  for (i = 0; i < summary->findings; ++i) {
    const shequ_finding *finding = shequ_report_finding(report, i);
    printf("第%llu行 %s %s：%s。%s\n", (unsigned long long)finding->line, finding->rule, finding->pointer,
           finding->message, finding->advice);
  }
  printf("共%llu条记录，%llu条有错误\n", (unsigned long long)summary->records, (unsigned long long)summary->bad);
  ok = summary->ok;

  shequ_report_free(report);
  shequ_checker_free(checker);
  return ok ? 0 : 1;
}
