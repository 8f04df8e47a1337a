#include <cstdlib>
#include <exception>

/// Exceptions in WebAssembly: the sources are compiled with -fignore-exceptions, and a throw calls these two functions
/// of C++. JavaScript then throws an error with the same words, and drops this instance.
extern "C" {

[[noreturn]] __attribute__((import_module("stslint"), import_name("thrown"))) void stslint_thrown(const char *why);

void *__cxa_allocate_exception(std::size_t size) { return std::malloc(size); }

[[noreturn]] void __cxa_throw(void *thrown, void *, void *) {
  stslint_thrown(static_cast<std::exception *>(thrown)->what()); // stslint throws nothing else
}
}
