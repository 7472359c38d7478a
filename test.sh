#!/usr/bin/env bash
# The one test command: sets up what is missing, builds, and runs every test without a display.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   ./test.sh              everything, and every fuzz target for 30 seconds
#   ./test.sh -R kiosk     what `ctest -R kiosk` selects
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. packaging/setup.sh
coffee_install_packages
coffee_build
unset DISPLAY WAYLAND_DISPLAY
if [ $# -gt 0 ]; then
    exec ctest --test-dir build/release --output-on-failure -j2 "$@"
fi
# A finding of the fuzzers is a failure, and the suite's own result is the last word.
echo "Fuzzing for 30 seconds a target …"
tests/fuzz/fuzz.sh 30
ctest --test-dir build/release --output-on-failure -j2
