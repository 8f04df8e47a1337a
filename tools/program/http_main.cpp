#include "network/network.hpp"
#include "network/prober/fuzz.hpp"
#include "network/receiver/serve.hpp"
#include "network/sender/send.hpp"
#include "process.hpp"

int main(int argc, char **argv) {
  static constexpr stslint::Network network = {.fuzz = stslint::fuzz, .send = stslint::send, .serve = stslint::serve};
  return stslint::run_process(argc, argv, &network);
}
