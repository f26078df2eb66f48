/* shequ: checks records of Chinese community governance by the rules of the standard.
 *
 * Written by `cargo xtask gen` from bindings/c/src; do not edit.
 *
 * Texts    Out: UTF-8, ending with NUL. In: a pointer and a length, or where a function says so a text
 *          that ends with NUL; always UTF-8.
 * Owners   What a function hands out through `out` belongs to the caller, who frees it by the `_free` of
 *          its type. What it returns as a pointer to const belongs to the handle that it came from, or to
 *          the library. Never free either by free().
 * NULL     Every `_free` takes NULL. Elsewhere NULL gives SHEQU_NULL_ARGUMENT, unless a function allows it.
 * Threads  A pointer to const may be used by several threads at once; one that is not const by one.
 * Errors   A function that returns shequ_status did its work if and only if that is SHEQU_OK; why it did
 *          not, shequ_last_error says. What is wrong with data is no error but a finding in the report.
 */

#ifndef SHEQU_H
#define SHEQU_H

#include <stddef.h>
#include <stdint.h>

/* The version of the library that the header belongs to. */
#define SHEQU_VERSION "0.1.0"

/* The options as they are unless set. */
#define SHEQU_OPTIONS_INIT \
  { sizeof(shequ_options), SHEQU_LANG_ZH, 0, 1000, NULL, NULL, 0, NULL, NULL, SHEQU_FORM_AUTO, 0 }

/* What a manifest says as it is unless set. */
#define SHEQU_PACK_TERMS_INIT { sizeof(shequ_pack_terms), NULL, NULL, NULL, NULL, NULL }

/* The Arrow C stream interface; its header, or that of a library of Arrow, declares what is in it. */
struct ArrowArrayStream;

/**
 * 社区 community
 */
#define SHEQU_KIND_COMMUNITY 1

/**
 * 社区统计 community statistics
 */
#define SHEQU_KIND_STATISTICS 2

/**
 * 社区下设单元 subdivision
 */
#define SHEQU_KIND_SUBDIVISION 3

/**
 * 服务设施 facility
 */
#define SHEQU_KIND_FACILITY 4

/**
 * 创建评估 evaluation
 */
#define SHEQU_KIND_EVALUATION 5

/**
 * 社区组织 organisation
 */
#define SHEQU_KIND_ORGANISATION 6

/**
 * 社区工作者 community worker
 */
#define SHEQU_KIND_WORKER 7

/**
 * 选举 election
 */
#define SHEQU_KIND_ELECTION 8

/**
 * 协议 agreement
 */
#define SHEQU_KIND_AGREEMENT 9

/**
 * 志愿者 volunteer
 */
#define SHEQU_KIND_VOLUNTEER 10

/**
 * 活动项目 activity
 */
#define SHEQU_KIND_ACTIVITY 11

/**
 * 志愿服务记录 service record
 */
#define SHEQU_KIND_SERVICE_RECORD 12

/**
 * 激励表彰 recognition
 */
#define SHEQU_KIND_RECOGNITION 13

/**
 * 服务事项 service
 */
#define SHEQU_KIND_SERVICE 14

/**
 * 居民诉求办件 residents' case
 */
#define SHEQU_KIND_CASE 15

/**
 * 民主议事 meeting
 */
#define SHEQU_KIND_MEETING 16

/**
 * 村(居)务公开 disclosure
 */
#define SHEQU_KIND_DISCLOSURE 17

/**
 * 社区经费 fund
 */
#define SHEQU_KIND_FUND 18


/**
 * The call did what it should.
 */
#define SHEQU_OK 0

/**
 * A pointer that must not be NULL is NULL.
 */
#define SHEQU_NULL_ARGUMENT 1

/**
 * An argument is out of its range: a length, a kind, a language.
 */
#define SHEQU_INVALID_ARGUMENT 2

/**
 * A text is not UTF-8.
 */
#define SHEQU_INVALID_UTF8 3

/**
 * A handle is of another type than the function takes.
 */
#define SHEQU_INVALID_HANDLE 4

/**
 * An option cannot be used; the text of the error says which and why.
 */
#define SHEQU_INVALID_OPTION 5

/**
 * A path, or a rule, does not exist.
 */
#define SHEQU_NOT_FOUND 6

/**
 * A file cannot be read.
 */
#define SHEQU_IO 7

/**
 * The record type of an input is not known.
 */
#define SHEQU_UNKNOWN_KIND 8

/**
 * A callback of the caller stopped the work.
 */
#define SHEQU_STOPPED 9

/**
 * An identifier is not valid; its issues say why.
 */
#define SHEQU_NOT_VALID 10

/**
 * The library is not the one that the header belongs to.
 */
#define SHEQU_WRONG_ABI 11

/**
 * A table cannot be taken from the Arrow stream.
 */
#define SHEQU_ARROW 12

/**
 * The feed is finished and takes no more.
 */
#define SHEQU_FINISHED 13

/**
 * The work could not be done for a reason that has no number of its own.
 */
#define SHEQU_FAILED 14

/**
 * A fault of this library; the text of the error names the place to report.
 */
#define SHEQU_INTERNAL 100

/**
 * The version of the binary interface: the major number times 65536, and the minor number. Under
 * one major number functions and fields at the end of what the library hands out are added, and
 * nothing else changes; the soname carries the major number.
 */
#define SHEQU_ABI_VERSION 1

/**
 * Chinese.
 */
#define SHEQU_LANG_ZH 0

/**
 * English.
 */
#define SHEQU_LANG_EN 1

/**
 * Told from the text: whether its first value is a list, and whether another follows it.
 */
#define SHEQU_FORM_AUTO 0

/**
 * One record a line.
 */
#define SHEQU_FORM_NDJSON 1

/**
 * One list of records.
 */
#define SHEQU_FORM_ARRAY 2

/**
 * One record, which may have several lines.
 */
#define SHEQU_FORM_RECORD 3

/**
 * The record does not conform.
 */
#define SHEQU_SEVERITY_ERROR 1

/**
 * Look again.
 */
#define SHEQU_SEVERITY_WARNING 2

/**
 * For information.
 */
#define SHEQU_SEVERITY_INFO 3

/**
 * Not said: files are told by their names.
 */
#define SHEQU_KIND_UNKNOWN 0

/**
 * Rewritten by a spreadsheet.
 */
#define SHEQU_ISSUE_SPREADSHEET_DAMAGE 1

/**
 * A number of another kind.
 */
#define SHEQU_ISSUE_OTHER_KIND 2

/**
 * Ends in a lower-case x, right otherwise.
 */
#define SHEQU_ISSUE_LOWER_CASE_X 4

/**
 * Ends in a lower-case x, and not right otherwise.
 */
#define SHEQU_ISSUE_LOWER_CASE_FORM 8

/**
 * Not of its form.
 */
#define SHEQU_ISSUE_FORM 16

/**
 * Full-width characters.
 */
#define SHEQU_ISSUE_FULL_WIDTH 32

/**
 * Wrong check character.
 */
#define SHEQU_ISSUE_CHECK_CHARACTER 64

/**
 * Impossible birth date.
 */
#define SHEQU_ISSUE_BIRTH_DATE 128

/**
 * No such province.
 */
#define SHEQU_ISSUE_PROVINCE 256

/**
 * Levels of a division code that do not fit.
 */
#define SHEQU_ISSUE_LEVEL 512

/**
 * The issues for which a text is not valid.
 */
#define SHEQU_ISSUE_REJECTIONS 1023

/**
 * The division is in no edition of GB/T 2260; a warning.
 */
#define SHEQU_ISSUE_UNKNOWN_PREFIX 1024

/**
 * The 15 digits of the first generation; a warning.
 */
#define SHEQU_ISSUE_FIRST_GENERATION 2048

/**
 * No known authority and category; a warning.
 */
#define SHEQU_ISSUE_UNKNOWN_AUTHORITY 4096

/**
 * The organisation code inside does not check; a warning.
 */
#define SHEQU_ISSUE_INNER_CODE 8192

/**
 * The registration division is in no edition of GB/T 2260; a warning.
 */
#define SHEQU_ISSUE_UNKNOWN_DIVISION 16384

/**
 * Checks records by the rules of the standard. Threads: it does not change once it is made, and several threads
 * may use it at once.
 */
typedef struct shequ_checker shequ_checker;

/**
 * Takes NDJSON of one record type in pieces, wherever they are cut. Threads: one at a time.
 */
typedef struct shequ_feed shequ_feed;

/**
 * The outcome of a check. Threads: it does not change, and several threads may read it at once.
 */
typedef struct shequ_report shequ_report;

/**
 * A text that the library made: JSON, a schema, a page. Threads: may be read by several at once.
 */
typedef struct shequ_string shequ_string;

/**
 * A language of texts.
 */
typedef int32_t shequ_lang;

/**
 * What a call answers: 0 for success. A number is never given another meaning.
 */
typedef int32_t shequ_status;

/**
 * A record type: one of the `SHEQU_KIND_` numbers, which stay even where the order of the standard
 * changes.
 */
typedef int32_t shequ_kind;

/**
 * What is wrong with an identifier, or worth a look: bits `SHEQU_ISSUE_`. Those above `SHEQU_ISSUE_REJECTIONS` are
 * warnings.
 */
typedef uint32_t shequ_issues;

/**
 * The parts of a resident identity number; all 0 but `issues` where it is not valid.
 */
typedef struct shequ_resident_id {
  /**
   * What is wrong, or worth a look.
   */
  shequ_issues issues;
  /**
   * The six digits of the division, 110105.
   */
  uint32_t division;
  /**
   * The birth date as a number, 19491231.
   */
  uint32_t birth_date;
  /**
   * The sequence number, 0 to 999.
   */
  uint16_t sequence;
  /**
   * The code of GB/T 2261.1: 1 male, 2 female.
   */
  uint8_t sex;
  /**
   * The check character, `'X'` or a digit; 0 in a number of 15 digits.
   */
  char check;
} shequ_resident_id;

/**
 * The parts of a unified social credit code; all 0 but `issues` where it is not valid.
 */
typedef struct shequ_credit_code {
  /**
   * What is wrong, or worth a look.
   */
  shequ_issues issues;
  /**
   * The six digits of the registration division, 350100.
   */
  uint32_t division;
  /**
   * The registering authority.
   */
  char authority;
  /**
   * The category under that authority.
   */
  char category;
  /**
   * The organisation code, nine characters and NUL.
   */
  char subject[10];
  /**
   * The check character.
   */
  char check;
} shequ_credit_code;

/**
 * The parts of a division code, 12 digits as a number; all 0 but `issues` where it is not valid.
 */
typedef struct shequ_division {
  /**
   * What is wrong, or worth a look.
   */
  shequ_issues issues;
  /**
   * The level: 1 province, 2 prefecture, 3 county, 4 township, 5 village or community.
   */
  uint32_t level;
  /**
   * The code itself.
   */
  uint64_t code;
  /**
   * The division above; 0 above a province.
   */
  uint64_t parent;
  /**
   * The province.
   */
  uint64_t province;
  /**
   * The prefecture; 0 for a province.
   */
  uint64_t prefecture;
  /**
   * The county; 0 above one, and in a city without counties.
   */
  uint64_t county;
  /**
   * The township or sub-district; 0 above one.
   */
  uint64_t township;
} shequ_division;

/**
 * How records lie in JSON.
 */
typedef int32_t shequ_form;

/**
 * How records are checked. Begin with `SHEQU_OPTIONS_INIT`, so that what is not set has its default.
 *
 * The library reads it during `shequ_checker_new` alone and keeps no pointer of it.
 */
typedef struct shequ_options {
  /**
   * `sizeof(shequ_options)`, which `SHEQU_OPTIONS_INIT` sets: it tells the library the version of the struct. Later
   * versions may lengthen it: what an older program does not have is at its default, and what an older library does
   * not know must be zero.
   */
  size_t size;
  /**
   * The language of `message` and `advice` in findings.
   */
  shequ_lang lang;
  /**
   * How many threads check a large input; 0 for as many as the machine runs at once. The report is the same
   * with any number.
   */
  uint32_t threads;
  /**
   * How many findings of each rule a report keeps, 1000 unless set; 0 for all. Counts are exact in any case.
   */
  size_t limit;
  /**
   * The reference date, `"2026-06-30"`; NULL for today in +08:00. UTF-8, ends with NUL.
   */
  const char *as_of;
  /**
   * A table of division codes as text, columns `code,name,from,to,successors`, plain or compressed by gzip or
   * zstd; NULL for none. It need not end with NUL.
   */
  const char *divisions;
  /**
   * How many bytes `divisions` has.
   */
  size_t divisions_length;
  /**
   * Changes to rules, one a line, as reports name them: `select IDN`, `ignore TXT004`, `severity PER006=error`,
   * `rule PER007.max_age=110`; NULL for none. UTF-8, ends with NUL.
   */
  const char *settings;
  /**
   * Kept for profiles of provinces and cities; it must be NULL.
   */
  const char *profile;
  /**
   * How records lie in JSON; told from the text unless set. Feeds are NDJSON whatever it says.
   */
  shequ_form form;
  /**
   * Fills the struct up, so that none of its bytes is left to chance; it must be 0.
   */
  uint32_t reserved;
} shequ_options;

/**
 * Told from time to time how much was done; any answer but 0 stops the work. It is called on the thread of the call,
 * and must return: no exception, no `longjmp`.
 */
typedef int32_t (*shequ_progress)(uint64_t done, void *payload);

/**
 * What a report says as a whole. It belongs to the report; later versions may add fields at the end.
 */
typedef struct shequ_summary {
  /**
   * 1 where every input was read to its end and no record has an error, or else 0.
   */
  int32_t ok;
  /**
   * 1 where every input was read to its end, or else 0.
   */
  int32_t complete;
  /**
   * 1 where there are more findings than the report keeps, or else 0.
   */
  int32_t truncated;
  /**
   * The reference date as a number, 20260630.
   */
  uint32_t as_of;
  /**
   * How many records were read.
   */
  uint64_t records;
  /**
   * How many of them have an error.
   */
  uint64_t bad;
  /**
   * How many findings of each severity there are; exact whatever is kept.
   */
  uint64_t errors;
  /**
   * See `errors`.
   */
  uint64_t warnings;
  /**
   * See `errors`.
   */
  uint64_t infos;
  /**
   * How many findings the report keeps, for `shequ_report_finding`.
   */
  size_t findings;
  /**
   * How many inputs there are, for `shequ_report_input`.
   */
  size_t inputs;
} shequ_summary;

/**
 * How much a finding matters.
 */
typedef int32_t shequ_severity;

/**
 * A finding: which rule, where, and what to do. It holds no value of the record.
 *
 * It belongs to the report, or to the callback that is shown it, and its texts with it: UTF-8, ending with NUL, never
 * NULL unless said. Later versions may add fields at the end.
 */
typedef struct shequ_finding {
  /**
   * The id of the rule, `"IDN001"`.
   */
  const char *rule;
  /**
   * The name of the rule, `"resident-id-check-character"`.
   */
  const char *name;
  /**
   * How much it matters.
   */
  shequ_severity severity;
  /**
   * The record type; `SHEQU_KIND_UNKNOWN` where it is about a package.
   */
  shequ_kind kind;
  /**
   * The id of the record, masked where it is a resident identity number; NULL where it could not be read.
   */
  const char *id;
  /**
   * The place in the record, a JSON Pointer, `"/identity/number"`; empty for the record itself. A NUL in the name of
   * a field stands as U+2400.
   */
  const char *pointer;
  /**
   * The name of the input.
   */
  const char *file;
  /**
   * The line from 1, of an array the item; 0 in a table, and where it is about the input as a whole.
   */
  uint64_t line;
  /**
   * The row of a table from 1; 0 elsewhere.
   */
  uint64_t row;
  /**
   * How many places it stands for: more than 1 where one cause gives one finding.
   */
  uint64_t count;
  /**
   * What is wrong, in the language of the checker.
   */
  const char *message;
  /**
   * What to do about it, in the language of the checker.
   */
  const char *advice;
  /**
   * What is wrong, in Chinese.
   */
  const char *message_zh;
  /**
   * What is wrong, in English.
   */
  const char *message_en;
  /**
   * What to do about it, in Chinese.
   */
  const char *advice_zh;
  /**
   * What to do about it, in English.
   */
  const char *advice_en;
  /**
   * The address of the rule's page, relative to the schemas.
   */
  const char *url;
} shequ_finding;

/**
 * An input of a report. It belongs to the report; later versions may add fields at the end. Texts are UTF-8.
 */
typedef struct shequ_input {
  /**
   * Its name as the caller gave it; `"-"` for memory.
   */
  const char *name;
  /**
   * Its record type, `SHEQU_KIND_UNKNOWN` where it is not known.
   */
  shequ_kind kind;
  /**
   * How many records were read from it.
   */
  uint64_t records;
  /**
   * How many of them have an error.
   */
  uint64_t bad;
  /**
   * What kept it from being read to its end, in Chinese; NULL where nothing did.
   */
  const char *obstacle_zh;
  /**
   * The same in English.
   */
  const char *obstacle_en;
} shequ_input;

/**
 * Shown each finding as it is made, valid during the call alone; any answer but 0 stops the feed. It is called on the
 * thread that pushes, must not use the feed, and must return: no exception, no `longjmp`.
 */
typedef int32_t (*shequ_on_finding)(const struct shequ_finding *finding, void *payload);

/**
 * What the manifest of a package shall say. Begin with `SHEQU_PACK_TERMS_INIT`; what stays NULL is told from a manifest
 * in the folder, or from the records, so that the same data gives the same bytes. Texts are UTF-8, end with NUL, and
 * are not kept.
 */
typedef struct shequ_pack_terms {
  /**
   * `sizeof(shequ_pack_terms)`, which `SHEQU_PACK_TERMS_INIT` sets.
   */
  size_t size;
  /**
   * A short name; `shequ-` and the reference date unless set.
   */
  const char *name;
  /**
   * Credit code of the body that publishes it; the source that all records name unless set.
   */
  const char *publisher;
  /**
   * The day as of which the records hold, `"2026-06-30"`; that of the last change unless set.
   */
  const char *as_of;
  /**
   * When it is made, `"2026-06-30T09:00:00+08:00"`; the moment of the last change unless set.
   */
  const char *created;
  /**
   * The highest personal-data class that it may hold: `"public"`, `"internal"`, `"personal"` or `"sensitive"`; the
   * highest that it holds unless set.
   */
  const char *data_class;
} shequ_pack_terms;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Why the last call of this thread that failed did so, in a language.
 *
 * The text is UTF-8, never NULL, empty where nothing failed, and holds no value of a record. It
 * belongs to the library and is valid until the next call of this thread that fails, or the end of
 * the thread. `SHEQU_NOT_VALID` leaves it as it is: identifier checks say why by their issues.
 *
 * Threads: each thread has its own.
 */
const char *shequ_last_error(shequ_lang lang);

/**
 * The name of a status, `"SHEQU_OK"`; `"SHEQU_UNKNOWN"` for a number that is none.
 *
 * The text lives as long as the library and is never NULL. Threads: any.
 */
const char *shequ_status_name(shequ_status status);

/**
 * The version of the library, `"0.1.0"`.
 *
 * The text lives as long as the library and is never NULL. Threads: any.
 */
const char *shequ_version(void);

/**
 * The version of the standard, `"1.0"`.
 *
 * The text lives as long as the library and is never NULL. Threads: any.
 */
const char *shequ_standard_version(void);

/**
 * The version of the binary interface of the library that is loaded; see `SHEQU_ABI_VERSION`.
 *
 * Threads: any.
 */
uint32_t shequ_abi_version(void);

/**
 * Whether the library that is loaded serves a program that was built with a header: to be called
 * once at the start with `SHEQU_ABI_VERSION`.
 *
 * Answers `SHEQU_OK`, or `SHEQU_WRONG_ABI` where the library has another major number or is older
 * than the header. Threads: any.
 */
shequ_status shequ_abi_check(uint32_t header);

/**
 * The name of a record type as schemas and reports use it, `"volunteer"`; NULL for a number that
 * is none.
 *
 * The text lives as long as the library. Threads: any.
 */
const char *shequ_kind_name(shequ_kind kind);

/**
 * The record type of a name: `"volunteer"`, `"volunteers"` or `"志愿者"`, in any case.
 *
 * `name` is UTF-8 and ends with NUL. Answers `SHEQU_KIND_UNKNOWN` for NULL and where no record type
 * is called so. Threads: any.
 */
shequ_kind shequ_kind_of(const char *name);

/**
 * Checks a resident identity number, 公民身份号码 (GB 11643-1999), of 18 characters or 15 digits.
 *
 * `text` has `length` bytes and need not end with NUL. `as_of` is the last possible birth date as a number, 20260630;
 * 0 leaves that comparison out. `out` may be NULL where the parts are not wanted; it is written whole in any case.
 *
 * Answers `SHEQU_OK`, also with warnings, or `SHEQU_NOT_VALID`; text that is not UTF-8 is not valid. Errors:
 * `SHEQU_NULL_ARGUMENT`, `SHEQU_INVALID_ARGUMENT` for a length or a date. Nothing is allocated. Threads: any.
 */
shequ_status shequ_check_resident_id(const char *text,
                                     size_t length,
                                     uint32_t as_of,
                                     struct shequ_resident_id *out);

/**
 * Checks a unified social credit code, 统一社会信用代码 (GB 32100-2015).
 *
 * `text` has `length` bytes and need not end with NUL. `out` may be NULL where the parts are not wanted; it is written
 * whole in any case.
 *
 * Answers `SHEQU_OK`, also with warnings, or `SHEQU_NOT_VALID`; text that is not UTF-8 is not valid. Errors:
 * `SHEQU_NULL_ARGUMENT`, `SHEQU_INVALID_ARGUMENT` for a length. Nothing is allocated. Threads: any.
 */
shequ_status shequ_check_credit_code(const char *text,
                                     size_t length,
                                     struct shequ_credit_code *out);

/**
 * Checks a division code, 行政区划代码 (GB/T 2260, GB/T 10114), of 12 digits.
 *
 * `text` has `length` bytes and need not end with NUL. `out` may be NULL where the parts are not wanted; it is written
 * whole in any case.
 *
 * Answers `SHEQU_OK` or `SHEQU_NOT_VALID`; text that is not UTF-8 is not valid. Errors: `SHEQU_NULL_ARGUMENT`,
 * `SHEQU_INVALID_ARGUMENT` for a length. Nothing is allocated. Threads: any.
 */
shequ_status shequ_check_division(const char *text,
                                  size_t length,
                                  struct shequ_division *out);

/**
 * A short label for one issue in a language; of several bits the lowest counts, and for none the text is empty.
 *
 * The text is UTF-8, lives as long as the library and is never NULL. A language that is none gives Chinese. Threads: any.
 */
const char *shequ_issue_text(shequ_issues issue,
                             shequ_lang lang);

/**
 * The text: UTF-8, ends with NUL, and is valid until the string is freed. NULL where `string` is
 * NULL or no string.
 *
 * Threads: any.
 */
const char *shequ_string_text(const struct shequ_string *string);

/**
 * How many bytes the text has, without the NUL; 0 where `string` is NULL or no string.
 *
 * Threads: any.
 */
size_t shequ_string_length(const struct shequ_string *string);

/**
 * Frees a string; NULL is fine.
 *
 * Threads: nobody else may use the string meanwhile or later.
 */
void shequ_string_free(struct shequ_string *string);

/**
 * Makes a checker.
 *
 * `options` may be NULL for the defaults, and is not kept. `out` must not be NULL; it receives a checker that the
 * caller frees by `shequ_checker_free`, or NULL on failure.
 *
 * Errors: `SHEQU_INVALID_OPTION`, `SHEQU_INVALID_ARGUMENT` for a language or a form, `SHEQU_INVALID_UTF8`. Threads: any.
 */
shequ_status shequ_checker_new(const struct shequ_options *options,
                               struct shequ_checker **out);

/**
 * Frees a checker; NULL is fine. Reports and feeds that it made live on.
 *
 * Threads: nobody else may use the checker meanwhile or later.
 */
void shequ_checker_free(struct shequ_checker *checker);

/**
 * Checks records of one type in memory: a JSON object, a JSON array, or NDJSON with one record a line, plain or
 * compressed by gzip or zstd. What is wrong with records, text that is not UTF-8 among it, stands in the report.
 *
 * `records` has `length` bytes, need not end with NUL, is not kept, and may be NULL where `length` is 0. `out` must
 * not be NULL; it receives a report that the caller frees by `shequ_report_free`, or NULL on failure.
 *
 * Errors: `SHEQU_INVALID_ARGUMENT` for a kind or a length. Threads: any; the checker may be shared.
 */
shequ_status shequ_check(const struct shequ_checker *checker,
                         shequ_kind kind,
                         const void *records,
                         size_t length,
                         struct shequ_report **out);

/**
 * Checks files and folders of records. A folder stands for its files of records; `"-"` is standard input.
 *
 * `paths` are `count` texts, UTF-8, each ending with NUL; they are not kept. `kind` is the record type of all, or
 * `SHEQU_KIND_UNKNOWN` to tell it by the names of the files. `progress` may be NULL; it is told how many bytes were
 * read. `out` must not be NULL; it receives a report that the caller frees by `shequ_report_free`, or NULL on failure.
 *
 * A file that cannot be read to its end is no error: the report says so (`complete` of `shequ_summary`), and the others
 * are checked.
 *
 * Errors: `SHEQU_NOT_FOUND`, `SHEQU_UNKNOWN_KIND`, `SHEQU_IO`, `SHEQU_STOPPED`, `SHEQU_INVALID_UTF8`,
 * `SHEQU_INVALID_ARGUMENT` where there is no path. Threads: any; the checker may be shared.
 */
shequ_status shequ_check_paths(const struct shequ_checker *checker,
                               const char *const *paths,
                               size_t count,
                               shequ_kind kind,
                               shequ_progress progress,
                               void *payload,
                               struct shequ_report **out);

/**
 * Counts and the verdict of a report; NULL where `report` is NULL or no report.
 *
 * It belongs to the report and is valid until that is freed. Threads: any; the report may be shared.
 */
const struct shequ_summary *shequ_report_summary(const struct shequ_report *report);

/**
 * A finding, `index` from 0 and below `findings` of the summary, in order of file, place, pointer and rule; NULL where
 * `report` is NULL or no report, or `index` is beyond the last.
 *
 * It belongs to the report and is valid until that is freed. Threads: any; the report may be shared.
 */
const struct shequ_finding *shequ_report_finding(const struct shequ_report *report,
                                                 size_t index);

/**
 * An input, `index` from 0 and below `inputs` of the summary; NULL where `report` is NULL or no report, or `index` is
 * beyond the last.
 *
 * It belongs to the report and is valid until that is freed. Threads: any; the report may be shared.
 */
const struct shequ_input *shequ_report_input(const struct shequ_report *report,
                                             size_t index);

/**
 * The whole report as JSON, in the form of `report.schema.json`.
 *
 * `out` must not be NULL; it receives a string that the caller frees by `shequ_string_free`, or NULL on failure.
 * Threads: any; the report may be shared.
 */
shequ_status shequ_report_json(const struct shequ_report *report,
                               struct shequ_string **out);

/**
 * The report as a person reads it, in a language: what to fix first, and the findings.
 *
 * `out` must not be NULL; it receives a string that the caller frees by `shequ_string_free`, or NULL on failure.
 * Errors: `SHEQU_INVALID_ARGUMENT` for a language. Threads: any; the report may be shared.
 */
shequ_status shequ_report_text(const struct shequ_report *report,
                               shequ_lang lang,
                               struct shequ_string **out);

/**
 * Frees a report, and with it the findings that it gave; NULL is fine.
 *
 * Threads: nobody else may use the report meanwhile or later.
 */
void shequ_report_free(struct shequ_report *report);

/**
 * Begins a stream of NDJSON in UTF-8, one record a line, not compressed, whatever the options say of the form.
 *
 * `name` is how findings call the input; NULL for `"-"`. `on_finding` may be NULL; `payload` is handed to it and not
 * looked at. `out` must not be NULL; it receives a feed that the caller frees by `shequ_feed_free`, or NULL on failure.
 * The checker may be freed before the feed.
 *
 * Errors: `SHEQU_INVALID_ARGUMENT` for a kind, `SHEQU_INVALID_UTF8`. Threads: any; the checker may be shared.
 */
shequ_status shequ_feed_new(const struct shequ_checker *checker,
                            shequ_kind kind,
                            const char *name,
                            shequ_on_finding on_finding,
                            void *payload,
                            struct shequ_feed **out);

/**
 * Takes the next bytes and shows the findings of the records that end in them.
 *
 * `bytes` has `length` bytes, is not kept, and may be NULL where `length` is 0.
 *
 * Errors: `SHEQU_STOPPED` where the callback stopped the feed now or before, `SHEQU_FINISHED`,
 * `SHEQU_INVALID_ARGUMENT` for a length. Threads: one at a time.
 */
shequ_status shequ_feed_push(struct shequ_feed *feed, const void *bytes, size_t length);

/**
 * Takes the end, shows the findings of a last line that does not end, and gives the report. After a stop the report
 * is that of what was checked by then: it is not complete and never ok, and a line whose end has not come is neither
 * counted nor checked. The feed is still to be freed.
 *
 * `out` may be NULL where the report is not wanted; it receives a report that the caller frees by
 * `shequ_report_free`, or NULL on failure.
 *
 * Errors: `SHEQU_FINISHED` the second time; `SHEQU_STOPPED` where the callback stops it now, with a report all the
 * same. Threads: one at a time.
 */
shequ_status shequ_feed_finish(struct shequ_feed *feed,
                               struct shequ_report **out);

/**
 * Frees a feed, finished or not; NULL is fine. Its report lives on.
 *
 * Threads: nobody else may use the feed meanwhile or later.
 */
void shequ_feed_free(struct shequ_feed *feed);

/**
 * Packs the records of a folder into a zip file with `datapackage.json`. The file is there when it is whole, and not
 * before; an earlier package of that name is replaced, any other file is not.
 *
 * `folder` and `file` are UTF-8, end with NUL, and must not be NULL. `terms` may be NULL. `progress` may be NULL; it is
 * told how many bytes were read.
 *
 * Errors: `SHEQU_NOT_FOUND`, `SHEQU_INVALID_ARGUMENT` where a file cannot be packed or written over,
 * `SHEQU_INVALID_OPTION` for a term, `SHEQU_IO`, `SHEQU_STOPPED`, `SHEQU_INVALID_UTF8`. Threads: any.
 */
shequ_status shequ_pack(const char *folder,
                        const char *file,
                        const struct shequ_pack_terms *terms,
                        shequ_progress progress,
                        void *payload);

/**
 * Verifies a package, a folder with `datapackage.json` or a zip file: whether it holds what its manifest says. What its
 * records say is not looked at; `shequ_check_paths` does, of a package too.
 *
 * `path` is UTF-8, ends with NUL, and must not be NULL. `progress` may be NULL; it is told how many bytes were read. `out`
 * must not be NULL; it receives a report that the caller frees by `shequ_report_free`, or NULL on failure.
 *
 * Errors: `SHEQU_NOT_FOUND`, `SHEQU_STOPPED`, `SHEQU_INVALID_UTF8`. Threads: any; the checker may be shared.
 */
shequ_status shequ_verify(const struct shequ_checker *checker,
                          const char *path,
                          shequ_progress progress,
                          void *payload,
                          struct shequ_report **out);

/**
 * Checks a table of one record type, row by row as the same records in JSON. A column is a field by its name, or a part
 * of one by a dotted name, `identity.number`; parts may also be structs, and lists may be lists. Dictionaries, large
 * strings and string views are read, and text is not copied before it is checked.
 *
 * `table` must not be NULL and holds a stream by the Arrow C stream interface; the library takes the stream over whatever
 * comes of it, so that `table->release` is NULL afterwards. It is read by one thread at a time, which need not be that of
 * the call. `name` is how findings call the table, a text that ends with NUL; NULL for `"-"`. `progress` may be NULL; it
 * is told how many rows were checked.
 *
 * `findings` may be NULL where they are not wanted; it need not be initialised and receives a stream of one table that
 * the caller releases by its `release`, which is NULL on failure. `out` may be NULL where the report is not wanted; it
 * receives a report that the caller frees by `shequ_report_free`, or NULL on failure. The stream does not need the report.
 *
 * Each batch is looked over before it is read: offsets, keys, views, lengths, counts. How large the buffers of numbers,
 * offsets and text are the interface does not tell; that they are as large as length and last offset ask for is the
 * caller's word.
 *
 * Errors: `SHEQU_ARROW` where a column has a type that no field takes or a name that is not UTF-8, where a column does not
 * hold together or two stand for one field, or the stream fails, `SHEQU_STOPPED`, `SHEQU_INVALID_ARGUMENT` for a kind, `SHEQU_INVALID_UTF8`. Threads: any; the checker may be shared.
 */
shequ_status shequ_check_arrow(const struct shequ_checker *checker,
                               shequ_kind kind,
                               const char *name,
                               struct ArrowArrayStream *table,
                               shequ_progress progress,
                               void *payload,
                               struct ArrowArrayStream *findings,
                               struct shequ_report **out);

/**
 * The JSON Schema 2020-12 of a record type.
 *
 * `out` must not be NULL; it receives a string that the caller frees by `shequ_string_free`, or NULL on failure.
 * Errors: `SHEQU_INVALID_ARGUMENT` for a kind. Threads: any.
 */
shequ_status shequ_schema(shequ_kind kind,
                          struct shequ_string **out);

/**
 * The JSON Schema 2020-12 of the report that `shequ_report_json` writes.
 *
 * `out` must not be NULL; it receives a string that the caller frees by `shequ_string_free`, or NULL on failure.
 * Threads: any.
 */
shequ_status shequ_report_schema(struct shequ_string **out);

/**
 * The rule catalogue as JSON, in the form of `rules.json`.
 *
 * `out` must not be NULL; it receives a string that the caller frees by `shequ_string_free`, or NULL on failure.
 * Threads: any.
 */
shequ_status shequ_catalogue(struct shequ_string **out);

/**
 * The page of a rule in a language: what it says, why, what to do, what it rests on.
 *
 * `rule` is its id or name in any case, `"IDN001"`, UTF-8, ending with NUL. `out` must not be NULL; it receives a string
 * that the caller frees by `shequ_string_free`, or NULL on failure.
 *
 * Errors: `SHEQU_NOT_FOUND`, `SHEQU_INVALID_ARGUMENT` for a language, `SHEQU_INVALID_UTF8`. Threads: any.
 */
shequ_status shequ_explain(const char *rule,
                           shequ_lang lang,
                           struct shequ_string **out);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* SHEQU_H */
