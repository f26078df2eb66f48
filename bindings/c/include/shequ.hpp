/* shequ for C++11: handles that free themselves, and exceptions instead of statuses.
 *
 *   shequ::Checker checker(shequ::Options().as_of("2026-06-30"));
 *   shequ::Report report = checker.check(SHEQU_KIND_VOLUNTEER, text);
 *   for (const shequ_finding &finding : report) std::cout << finding.message << '\n';
 *
 * A Checker or a Report that is const may be used by several threads at once. What a callback throws comes out of the
 * call that it was made by. */
#ifndef SHEQU_HPP
#define SHEQU_HPP

#include <cstddef>
#include <exception>
#include <functional>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "shequ.h"

namespace shequ {

/* A call that did not do its work. what() is English, chinese() the same in Chinese; both are UTF-8. */
class Error : public std::runtime_error {
public:
  explicit Error(shequ_status status)
      : std::runtime_error(shequ_last_error(SHEQU_LANG_EN)), status_(status),
        chinese_(shequ_last_error(SHEQU_LANG_ZH)) {}

  shequ_status status() const noexcept { return status_; }
  const std::string &chinese() const noexcept { return chinese_; }

private:
  shequ_status status_;
  std::string chinese_;
};

namespace detail {

inline void require(shequ_status status) {
  if (status != SHEQU_OK) throw Error(status);
}

template <typename T, void (*release)(T *)> struct Free {
  void operator()(T *handle) const noexcept { release(handle); }
};

template <typename T, void (*release)(T *)> using Handle = std::unique_ptr<T, Free<T, release>>;

inline std::string take(shequ_string *string) {
  Handle<shequ_string, shequ_string_free> owner(string);
  return std::string(shequ_string_text(string), shequ_string_length(string));
}

} // namespace detail

/* How records are checked. Texts are copied. */
class Options {
public:
  Options &lang(shequ_lang lang) { lang_ = lang; return *this; }
  Options &threads(uint32_t threads) { threads_ = threads; return *this; }
  Options &limit(std::size_t limit) { limit_ = limit; return *this; }
  Options &as_of(std::string day) { as_of_ = std::move(day); return *this; }
  Options &divisions(std::string table) { divisions_ = std::move(table); return *this; }
  Options &settings(std::string lines) { settings_ = std::move(lines); return *this; }

private:
  friend class Checker;

  shequ_options raw() const {
    shequ_options options = SHEQU_OPTIONS_INIT;
    options.lang = lang_;
    options.threads = threads_;
    options.limit = limit_;
    if (!as_of_.empty()) options.as_of = as_of_.c_str();
    if (!settings_.empty()) options.settings = settings_.c_str();
    if (!divisions_.empty()) {
      options.divisions = divisions_.data();
      options.divisions_length = divisions_.size();
    }
    return options;
  }

  shequ_lang lang_ = SHEQU_LANG_ZH;
  uint32_t threads_ = 0;
  std::size_t limit_ = 1000;
  std::string as_of_, divisions_, settings_;
};

/* The outcome of a check: a range of findings, which live as long as the report. */
class Report {
public:
  class iterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = shequ_finding;
    using difference_type = std::ptrdiff_t;
    using pointer = const shequ_finding *;
    using reference = const shequ_finding &;

    iterator(const shequ_report *report, std::size_t index) : report_(report), index_(index) {}
    reference operator*() const { return *shequ_report_finding(report_, index_); }
    pointer operator->() const { return shequ_report_finding(report_, index_); }
    iterator &operator++() { ++index_; return *this; }
    iterator operator++(int) { iterator old = *this; ++index_; return old; }
    bool operator==(const iterator &other) const { return index_ == other.index_; }
    bool operator!=(const iterator &other) const { return index_ != other.index_; }

  private:
    const shequ_report *report_;
    std::size_t index_;
  };

  explicit Report(shequ_report *report) : handle_(report) {}

  bool ok() const { return summary().ok != 0; }
  const shequ_summary &summary() const { return *shequ_report_summary(handle_.get()); }
  std::size_t size() const { return summary().findings; }
  iterator begin() const { return iterator(handle_.get(), 0); }
  iterator end() const { return iterator(handle_.get(), size()); }

  /* Throws std::out_of_range. */
  const shequ_finding &at(std::size_t index) const {
    const shequ_finding *finding = shequ_report_finding(handle_.get(), index);
    if (!finding) throw std::out_of_range("shequ::Report::at");
    return *finding;
  }

  std::string json() const {
    shequ_string *string = nullptr;
    detail::require(shequ_report_json(handle_.get(), &string));
    return detail::take(string);
  }

  std::string text(shequ_lang lang = SHEQU_LANG_ZH) const {
    shequ_string *string = nullptr;
    detail::require(shequ_report_text(handle_.get(), lang, &string));
    return detail::take(string);
  }

  const shequ_report *get() const noexcept { return handle_.get(); }

private:
  detail::Handle<shequ_report, shequ_report_free> handle_;
};

/* Checks records. */
class Checker {
public:
  explicit Checker(const Options &options = Options()) {
    const shequ_options raw = options.raw();
    shequ_checker *checker = nullptr;
    detail::require(shequ_checker_new(&raw, &checker));
    handle_.reset(checker);
  }

  Report check(shequ_kind kind, const void *records, std::size_t length) const {
    shequ_report *report = nullptr;
    detail::require(shequ_check(handle_.get(), kind, records, length, &report));
    return Report(report);
  }

  Report check(shequ_kind kind, const std::string &records) const {
    return check(kind, records.data(), records.size());
  }

  Report check_paths(const std::vector<std::string> &paths, shequ_kind kind = SHEQU_KIND_UNKNOWN) const {
    std::vector<const char *> raw;
    for (const std::string &path : paths) raw.push_back(path.c_str());
    shequ_report *report = nullptr;
    detail::require(
        shequ_check_paths(handle_.get(), raw.data(), raw.size(), kind, nullptr, nullptr, &report));
    return Report(report);
  }

  /* Whether a package holds what its manifest says. */
  Report verify(const std::string &path) const {
    shequ_report *report = nullptr;
    detail::require(shequ_verify(handle_.get(), path.c_str(), nullptr, nullptr, &report));
    return Report(report);
  }

  const shequ_checker *get() const noexcept { return handle_.get(); }

private:
  detail::Handle<shequ_checker, shequ_checker_free> handle_;
};

/* NDJSON in pieces. on_finding sees each finding as it is made, and answers whether to go on. */
class Feed {
public:
  using OnFinding = std::function<bool(const shequ_finding &)>;

  Feed(const Checker &checker, shequ_kind kind, const std::string &name, OnFinding on_finding)
      : state_(new State{std::move(on_finding), nullptr}) {
    shequ_feed *feed = nullptr;
    detail::require(shequ_feed_new(checker.get(), kind, name.c_str(), show, state_.get(), &feed));
    handle_.reset(feed);
  }

  /* False once on_finding has stopped the feed. */
  bool push(const void *bytes, std::size_t length) {
    return went_on(shequ_feed_push(handle_.get(), bytes, length));
  }
  bool push(const std::string &bytes) { return push(bytes.data(), bytes.size()); }

  Report finish() {
    shequ_report *report = nullptr;
    const shequ_status status = shequ_feed_finish(handle_.get(), &report);
    Report owner(report);
    went_on(status);
    return owner;
  }

private:
  struct State {
    OnFinding on_finding;
    std::exception_ptr thrown;
  };

  static int32_t show(const shequ_finding *finding, void *payload) {
    State *state = static_cast<State *>(payload);
    try {
      return !state->on_finding || state->on_finding(*finding) ? 0 : 1;
    } catch (...) {
      state->thrown = std::current_exception();
      return 1;
    }
  }

  bool went_on(shequ_status status) {
    if (state_->thrown) {
      std::exception_ptr thrown;
      std::swap(thrown, state_->thrown);
      std::rethrow_exception(thrown);
    }
    if (status != SHEQU_STOPPED) detail::require(status);
    return status == SHEQU_OK;
  }

  std::unique_ptr<State> state_;
  detail::Handle<shequ_feed, shequ_feed_free> handle_;
};

/* The JSON Schema of a record type. */
inline std::string schema(shequ_kind kind) {
  shequ_string *string = nullptr;
  detail::require(shequ_schema(kind, &string));
  return detail::take(string);
}

/* The rule catalogue as JSON. */
inline std::string catalogue() {
  shequ_string *string = nullptr;
  detail::require(shequ_catalogue(&string));
  return detail::take(string);
}

} // namespace shequ

#endif /* SHEQU_HPP */
