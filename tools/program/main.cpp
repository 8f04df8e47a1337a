#include "process.hpp"

int main(int argc, char **argv) { return stslint::run_process(argc, argv); }
