#pragma once

// CLI11 makes its ready validators anew in each file that includes it, at each start of the program: a fifth of what it
// took to start and lint a file. We use none of them, so here they are pointers to nothing.
#define ExistingFile *const ExistingFile = nullptr
#define ExistingDirectory *const ExistingDirectory = nullptr
#define ExistingPath *const ExistingPath = nullptr
#define NonexistentPath *const NonexistentPath = nullptr
#define ValidIPV4 *const ValidIPV4 = nullptr
#define Number(...) *const Number = nullptr
#define NonNegativeNumber(...) *const NonNegativeNumber = nullptr
#define PositiveNumber(...) *const PositiveNumber = nullptr
#include <CLI/CLI.hpp>
#undef ExistingFile
#undef ExistingDirectory
#undef ExistingPath
#undef NonexistentPath
#undef ValidIPV4
#undef Number
#undef NonNegativeNumber
#undef PositiveNumber
