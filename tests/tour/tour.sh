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

if [ -z "${COFFEE_STAGE_INSIDE:-}" ]; then
    rm -rf "$out"/*.png "$out"/*.log "$out/shop"
    exec "$here/stage.sh" "$out" 3840x2160 "$here/tour.sh" "$bin" "$out" "$script"
fi

"$bin/coffee_demo" --data "$out/shop" --lang ko >"$out/demo.log" 2>&1 &
demo=$!
trap 'kill "$demo" 2>/dev/null; wait "$demo" 2>/dev/null' EXIT
status=0
/usr/bin/python3 "$here/$script" "$out" || status=$?
[ "$status" -eq 0 ] || tail -n 20 "$out/demo.log" >&2
exit "$status"
