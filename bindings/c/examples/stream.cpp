// Checks records that come in pieces, as from a connection, and stops at the first error.
#include <iostream>

#include <shequ.hpp>

int main() {
  try {
    const shequ::Checker checker(shequ::Options().as_of("2026-06-30").lang(SHEQU_LANG_EN));
    shequ::Feed feed(checker, SHEQU_KIND_COMMUNITY, "connection", [](const shequ_finding &finding) {
      std::cout << finding.file << " line " << finding.line << ' ' << finding.pointer << ": " << finding.message << '\n';
      return finding.severity != SHEQU_SEVERITY_ERROR;
    });
    bool goes_on = feed.push("{\"id\":\"c1\",\"updated_at\":\"2026-06-30T09:00:00+08:00\",\"code\":\"370102007010\",");
    goes_on = goes_on && feed.push("\"name\":\"山师大社区\",\"kind\":\"town\",\"status\":\"active\"}\n");
    std::cout << (goes_on ? "went on" : "stopped") << '\n';
    const shequ::Report report = feed.finish();
    std::cout << report.summary().errors << " error\n";
    shequ::Checker(shequ::Options().as_of("yesterday"));
  } catch (const shequ::Error &error) {
    std::cout << error.what() << '\n' << error.chinese() << '\n';
  }
}
