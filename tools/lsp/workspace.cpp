#include "workspace.hpp"

#include "encode/url.hpp"
#include "file_uri.hpp"

#include <utility>

namespace stslint {

std::string WorkspaceFile::name() const {
  if (const auto path = path_of_uri(uri))
    return seen_from_here(absolute_path(*path));
  return url_unescaped(std::string_view(uri).substr(uri.find_last_of("/:") + 1));
}

std::optional<std::string> Workspace::read(const std::filesystem::path &path) const {
  const WorkspaceFile *const open = find_open_(path.string());
  return open != nullptr ? open->document.text() : Files::on_disk().read(path);
}

Files Workspace::files() const {
  return Files::as_read_by([this](const std::filesystem::path &path) { return read(path); });
}

void Workspace::with_usable(const std::function<void(const Files &)> &use) {
  problem.clear();
  mistake.reset();
  decltype(usable_) now;
  const auto fail = [&](const Error &why) {
    for (const auto &[path, text] : now)
      usable_.try_emplace(path); // it is as good as missing
    problem = why.what();
  };
  try {
    use(Files::as_read_by([&](const std::filesystem::path &path) {
      now.try_emplace(path); // also if it cannot be read
      return now[path] = read(path);
    }));
    now.merge(usable_);
    usable_ = std::move(now);
    return;
  } catch (const ConfigError &why) {
    fail(why);
    mistake = why.mistake;
  } catch (const Error &why) {
    fail(why);
  }
  try {
    use(Files::as_read_by([&](const std::filesystem::path &path) { return usable_[path]; }));
  } catch (const Error &) {
    // Nothing was usable yet, such as a --config file, or the rest has changed so much that it no longer fits.
  }
}

} // namespace stslint
