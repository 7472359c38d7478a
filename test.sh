#!/usr/bin/env bash
# The one test command: sets up what is missing, builds, and runs every test without a display.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   ./test.sh              everything
#   ./test.sh -R kiosk     what `ctest -R kiosk` selects
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. packaging/setup.sh
coffee_install_packages
coffee_build
unset DISPLAY WAYLAND_DISPLAY
exec ctest --test-dir build/release --output-on-failure -j2 "$@"
