#include "finding_json.hpp"

#include <ostream>

namespace stslint {
namespace {

/// The summary comes first, so the findings are kept as text until the end.
class JsonFormat : public Format {
public:
  explicit JsonFormat(std::ostream &out) : out_(out) {}

  void payload(const PayloadReport &report) override {
    for (const Reported &reported : report.findings)
      findings_ += (findings_.empty() ? "\n  " : ",\n  ") + text_of(finding_json(report, reported));
  }

  void input(const InputReport &report) override { continued_ += report.offset > 0 ? 1 : 0; }

  void finish(const Summary &s) override {
    Json summary = {{"inputs", s.inputs},   {"payloads", s.payloads}, {"events", s.events},
                    {"errors", s.errors},   {"warnings", s.warnings}, {"infos", s.infos},
                    {"skipped", s.skipped}, {"fixed", s.fixed},       {"suppressed", s.suppressed}};
    if (s.parts > 0)
      summary["parts"] = s.parts;
    if (continued_ > 0) // so that stslint merge counts a file in several parts once
      summary["continued"] = continued_;
    out_ << "{\"version\":1,\"summary\":" << text_of(summary) << ",\n \"findings\":[" << findings_ << "]}\n";
  }

private:
  std::ostream &out_;
  std::string findings_;
  std::size_t continued_ = 0; ///< inputs that are later parts of files
};

} // namespace

std::unique_ptr<Format> json_format(std::ostream &out, const FormatOptions &) {
  return std::make_unique<JsonFormat>(out);
}

} // namespace stslint
