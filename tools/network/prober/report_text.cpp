#include "report.hpp"

#include "stslint/text.hpp"

#include <algorithm>
#include <cstdio>
#include <ostream>

namespace stslint::prober {
namespace {

std::string with_commas(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3)
    text.insert(at - 3, ",");
  return text;
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

std::string right(std::size_t number, std::size_t width) {
  const std::string text = number == 0 ? "." : with_commas(number);
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

/// Rows without mistakes are only counted; the others are shown.
void print_matrix(const Survey &survey, std::ostream &out) {
  const auto rows = matrix(survey);
  constexpr auto none = static_cast<std::size_t>(Fault::none);
  std::size_t width = 0, clean = 0;
  for (const auto &[row, counts] : rows)
    width = std::max(width, row.size());
  std::string lines;
  for (const auto &[row, counts] : rows) {
    if (std::all_of(counts.begin(), counts.begin() + none, [](std::size_t count) { return count == 0; })) {
      ++clean;
      continue;
    }
    lines += "  " + padded(row, width) + right(counts[none], 8);
    for (std::size_t fault = 0; fault < none; ++fault)
      lines += right(counts[fault], name(static_cast<Fault>(fault)).size() + 2);
    lines += '\n';
  }
  if (!lines.empty()) {
    out << "\n  " << padded("rule or class", width) << "   right";
    for (std::size_t fault = 0; fault < none; ++fault)
      out << "  " << name(static_cast<Fault>(fault));
    out << '\n' << lines;
  }
  out << "  " << clean << (lines.empty() ? " rules and classes" : " other rules and classes")
      << ": all answers are correct\n";
}

void print(const Discovery &found, std::ostream &out) {
  static constexpr std::size_t excerpt = 160;
  out << '\n' << heading(found) << ": " << printable(in_words(found)) << '\n';
  out << "  found with " << found.what << (found.seen > 1 ? ", " + with_commas(found.seen) + " times" : "") << '\n';
  for (std::size_t i = 0; i < found.payloads.size(); ++i) {
    out << "  " << (i < found.files.size() ? printable(found.files[i]) : "payload") << " ("
        << counted(found.payloads[i].size(), "byte") << "): " << shortened(found.payloads[i], excerpt) << '\n';
  }
  if (!found.answer.body.empty())
    out << "  answer: " << shortened(found.answer.body, excerpt) << '\n';
  if (!found.note.empty())
    out << "  " << found.note << '\n';
  if (!found.curl.empty())
    out << "  " << printable(found.curl) << "\n  " << printable(found.replay) << '\n';
}

} // namespace

std::string in_figures(const Survey &survey) {
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%.1f", survey.seconds);
  std::string text = with_commas(survey.requests()) + " requests in " + seconds + " s";
  const char *separator = ": ";
  for (std::size_t i = 0; i < outcomes; ++i)
    if (survey.answers[i] > 0) {
      text += separator + with_commas(survey.answers[i]) + ' ' + std::string(name(static_cast<Outcome>(i)));
      separator = ", ";
    }
  for (const auto &[count, what] : {std::pair(survey.throttled, " asked to retry later"),
                                    std::pair(survey.lost, " lost with a kept connection and repeated")})
    if (count > 0) {
      text += separator + with_commas(count) + what;
      separator = ", ";
    }
  return text;
}

std::vector<std::vector<const Tested *>> differences(const Surveys &surveys) {
  std::map<std::size_t, std::vector<const Tested *>> by_index;
  for (const Survey &survey : surveys)
    for (const Tested &tested : survey.tested)
      if (tested.index != Tested::of_this_run)
        by_index[tested.index].push_back(&tested);
  std::vector<std::vector<const Tested *>> found;
  for (const auto &[index, all] : by_index)
    if (all.size() == surveys.size() && std::ranges::any_of(all, [&all = all](const Tested *tested) {
          return tested->outcome != all.front()->outcome;
        }))
      found.push_back(all);
  return found;
}

void text_report(const Surveys &surveys, std::ostream &out, bool with_matrix) {
  for (const Survey &survey : surveys) {
    out << printable(survey.receiver) << '\n';
    if (!survey.unusable.empty()) {
      out << "  " << printable(survey.unusable) << "\n";
      continue;
    }
    out << "  " << in_figures(survey) << (survey.interrupted ? " (interrupted)" : "") << '\n';
    for (const std::string &note : survey.notes)
      out << "  " << note << '\n';
    if (with_matrix)
      print_matrix(survey, out);
    for (const Discovery &found : survey.discoveries)
      print(found, out);
    const auto known = static_cast<std::size_t>(std::ranges::count(survey.discoveries, true, &Discovery::known));
    out << '\n'
        << (survey.discoveries.empty() ? "nothing found" : counted(survey.discoveries.size(), "finding"))
        << (known > 0 ? ", " + with_commas(known) + " known" : "") << "\n";
  }
  const auto different = differences(surveys);
  if (surveys.size() < 2 || different.empty())
    return;
  std::map<std::string, std::vector<std::size_t>> taken; // by row: how many there are, and of each receiver
  for (const auto &all : different) {
    auto &row = taken[all.front()->row];
    row.resize(surveys.size() + 1);
    ++row[0];
    for (std::size_t i = 0; i < all.size(); ++i)
      row[i + 1] += all[i]->outcome == Outcome::accepted ? 1u : 0u;
  }
  out << "\nthe receivers differ on " << counted(different.size(), "payload") << ":\n";
  for (const auto &[row, counts] : taken) {
    out << "  " << row << ':';
    for (std::size_t i = 0; i < surveys.size(); ++i)
      out << (i == 0 ? " " : ", ") << counts[i + 1] << " of " << counts[0] << " accepted by "
          << printable(surveys[i].receiver);
    out << '\n';
  }
}

} // namespace stslint::prober
