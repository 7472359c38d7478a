#!/usr/bin/env bash
# Sets up what is missing, builds, and opens the whole shop on this PC. Without a display it walks
# through the shop's main job in a virtual one and leaves screenshots in build/tour/.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. packaging/setup.sh
coffee_install_packages
echo "Building (the first time takes some minutes) …"
coffee_build programs
if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec build/release/bin/coffee_demo "$@"
fi
exec tests/tour/tour.sh build/release/bin build/tour
