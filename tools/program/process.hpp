#pragma once

namespace stslint {

struct Network;

/// The program as a process: with the streams, the terminal and the environment that it was started with.
int run_process(int argc, char **argv, const Network *network = nullptr);

} // namespace stslint
