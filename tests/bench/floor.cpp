// What a program costs that does nothing, and one that reads the files of a folder and does nothing with them: linked
// statically, like ours. `floor`, `floor FOLDER`.
#include <algorithm>
#include <string>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

int main(int count, char **arguments) {
  if (count < 2)
    return 0;
  const std::string folder = arguments[1];
  std::vector<std::string> names;
  DIR *listing = ::opendir(folder.c_str());
  if (listing == nullptr)
    return 1;
  while (const dirent *entry = ::readdir(listing))
    if (entry->d_name[0] != '.')
      names.emplace_back(folder + '/' + entry->d_name);
  ::closedir(listing);
  std::sort(names.begin(), names.end());
  std::vector<char> buffer(std::size_t{1} << 18);
  for (const std::string &name : names) {
    const int file = ::open(name.c_str(), O_RDONLY);
    if (file < 0)
      return 1;
    while (::read(file, buffer.data(), buffer.size()) > 0)
      ;
    ::close(file);
  }
  return 0;
}
