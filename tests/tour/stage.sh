#!/usr/bin/env bash
# Runs one command on a screen of its own: a session bus with its accessibility part, a virtual
# display and a desktop. Nothing of the person who runs this is touched.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   stage.sh OUTPUT_DIR WIDTHxHEIGHT COMMAND [ARGUMENT …]
set -euo pipefail
mkdir -p "$1"
out=$(cd "$1" && pwd)
export LANG=C.UTF-8
export TZ=Asia/Seoul # as the shop: its day ends at 04:00 by the clock on its wall

if [ -z "${COFFEE_STAGE_INSIDE:-}" ]; then
    export COFFEE_STAGE_INSIDE=1
    # What the bus says of itself goes to a file, ours to the person.
    exec dbus-run-session -- "$0" "$@" 3>&1 4>&2 >"$out/bus.log" 2>&1
fi
exec >&3 2>&4 3>&- 4>&-
size=$2
shift 2

runtime=$(mktemp -d /tmp/coffee-stage-XXXXXX)
chmod 700 "$runtime"
export XDG_RUNTIME_DIR="$runtime"
pids=()
finish() {
    # The last started goes first: the desktop before its screen.
    for ((index = ${#pids[@]} - 1; index >= 0; index--)); do
        kill "${pids[index]}" 2>/dev/null || true
        wait "${pids[index]}" 2>/dev/null || true
    done
    rm -rf "$runtime"
}
trap finish EXIT
trap 'exit 143' TERM INT

displayFile="$runtime/display"
Xvfb -displayfd 8 -screen 0 "${size}x24" -nolisten tcp 8>"$displayFile" >"$out/xvfb.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do [ -s "$displayFile" ] && break; sleep 0.1; done
DISPLAY=":$(cat "$displayFile")"
export DISPLAY QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1
unset WAYLAND_DISPLAY
openbox >"$out/openbox.log" 2>&1 &
pids+=($!)

# In the background, so that a signal reaches this script at once.
"$@" <&0 &
pids+=($!)
status=0
wait "$!" || status=$?
exit "$status"
