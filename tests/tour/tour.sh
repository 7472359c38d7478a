#!/usr/bin/env bash
# Opens the demo shop in a virtual display and walks through its main job with real pointer events:
# order → paid → making → ready → collected, and order → cancel → refunded.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   tour.sh BIN_DIR OUTPUT_DIR [SCRIPT.py]   (tour.py unless told; drills.py breaks the shop)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
bin=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
script=${3:-tour.py}
export LANG=C.UTF-8

# A session bus of its own, so that nothing of the person who runs this is touched.
if [ -z "${COFFEE_TOUR_INSIDE:-}" ]; then
    export COFFEE_TOUR_INSIDE=1
    rm -rf "$out"/*.png "$out"/*.log "$out/shop"
    # What the bus says of itself goes to a file, ours to the person.
    exec dbus-run-session -- "$0" "$bin" "$out" "$script" 3>&1 4>&2 >"$out/bus.log" 2>&1
fi
exec >&3 2>&4 3>&- 4>&-

runtime=$(mktemp -d /tmp/coffee-tour-XXXXXX)
chmod 700 "$runtime"
export XDG_RUNTIME_DIR="$runtime"
pids=()
finish() {
    # The last started goes first: the shop before its desktop, the desktop before its screen.
    for ((index = ${#pids[@]} - 1; index >= 0; index--)); do
        kill "${pids[index]}" 2>/dev/null || true
        wait "${pids[index]}" 2>/dev/null || true
    done
    rm -rf "$runtime"
}
trap finish EXIT

displayFile="$runtime/display"
Xvfb -displayfd 8 -screen 0 3840x2160x24 -nolisten tcp 8>"$displayFile" >"$out/xvfb.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do [ -s "$displayFile" ] && break; sleep 0.1; done
DISPLAY=":$(cat "$displayFile")"
export DISPLAY QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
unset WAYLAND_DISPLAY
openbox >"$out/openbox.log" 2>&1 &
pids+=($!)

"$bin/coffee_demo" --data "$out/shop" --lang ko >"$out/demo.log" 2>&1 &
pids+=($!)
status=0
/usr/bin/python3 "$here/$script" "$out" || status=$?
[ "$status" -eq 0 ] || tail -n 20 "$out/demo.log" >&2
exit "$status"
