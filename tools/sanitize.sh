#!/usr/bin/env bash
# The tests under a sanitizer:
#   tools/sanitize.sh asan                 the whole suite under AddressSanitizer and UBSan
#   tools/sanitize.sh tsan                 the threaded parts under ThreadSanitizer
#   tools/sanitize.sh asan -R storage      some of it (arguments go to ctest; the build is of all tests)
# Its own command, not part of ./test: a build of its own and several times the run time.
set -euo pipefail
cd "$(dirname "$0")/.."
source tools/packages.sh
source tools/lib.sh

preset=${1:-}
[ "$preset" = asan ] || [ "$preset" = tsan ] || die "say asan or tsan: tools/sanitize.sh asan -R storage"
shift
install_packages "what the build needs" "${build_packages[@]}"
install_packages "what the tests need" "${test_packages[@]}"
say "Configuring and building build-$preset"
cmake --preset "$preset" >/dev/null
targets=(all)
# The parts that have threads: the store's thread, the server with its pools, the socket, the agent.
[ "$preset" = asan ] || targets=(handrail_composition_tests handrail_ipc_tests handrail_server_tests
    handrail_gateway_tests handrail_net_tests handrail_agent_tests)
cmake --build "build-$preset" --target "${targets[@]}"
# Qt, Mesa and the fonts keep what they have until the end: leaks are looked for in our own parts by hand.
export ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1:strict_string_checks=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
# tests/support/tsan.supp says what is left out, and why.
export TSAN_OPTIONS="suppressions=$PWD/tests/support/tsan.supp exitcode=66"
say "Running the tests under $preset"
exec ctest --preset "$preset" --output-on-failure --no-tests=error --timeout 1500 "$@"
