#include "boundary.hpp"

#include "../lint/option_values.hpp"
#include "../report/label_json.hpp"

#include "stslint/generate.hpp"

#include <memory>
#include <vector>

namespace boundary = stslint::boundary;

/// A generator, and all that its caller was given.
struct stslint_generator {
  stslint::Generator generator;
  std::string label;
};

namespace {

stslint::GeneratorOptions settings_of(const stslint_generator_options &options) {
  stslint::GeneratorOptions settings;
  std::vector<std::string_view> kinds;
  for (const stslint::CaseClass &kind : stslint::case_classes())
    kinds.push_back(kind.name);
  settings.part = stslint::one_of("part", boundary::word(options.part, "payload"), stslint::forms());
  if (options.kind != nullptr)
    settings.kind = stslint::one_of("kind", options.kind, kinds);
  if (options.rule != nullptr)
    settings.rule = stslint::rule_named("rule", options.rule).id;
  settings.time_format = stslint::time_format_named("time_format", boundary::word(options.time_format, "s"));
  return settings;
}

} // namespace

int stslint_generator_new(uint64_t seed, const stslint_generator_options *options, stslint_generator **generator) {
  return boundary::guarded([&] {
    boundary::given(generator, "generator") = nullptr;
    const stslint::GeneratorOptions settings = settings_of(boundary::options_of(options));
    *generator = new stslint_generator{stslint::Generator(seed, settings), {}};
  });
}

void stslint_generator_free(stslint_generator *generator) { delete generator; }

int stslint_generate(stslint_generator *generator, uint64_t index, stslint_text *payload, stslint_text *label) {
  return boundary::guarded([&] {
    boundary::given(payload, "payload") = {};
    boundary::given(label, "label") = {};
    stslint_generator &by = boundary::given(generator, "generator");
    const stslint::Case &made = by.generator.make(index);
    by.label.clear();
    stslint::JsonWriter json(by.label);
    json.open('{');
    stslint::write_label(json, made, by.generator.label(made), index);
    json.close('}');
    *payload = boundary::text(made.payload);
    *label = boundary::text(by.label);
  });
}
