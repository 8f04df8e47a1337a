#include "../prober/fuzz.hpp"
#include "../process.hpp"
#include "../receiver/serve.hpp"
#include "../sender/send.hpp"
#include "network.hpp"

int main(int argc, char **argv) {
  static constexpr stslint::Network network = {.fuzz = stslint::fuzz, .send = stslint::send, .serve = stslint::serve};
  return stslint::run_process(argc, argv, &network);
}
