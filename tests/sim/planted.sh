#!/usr/bin/env bash
# Runs the simulator with each planted bug until it is caught: one JSON line a bug.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   tests/sim/planted.sh BUILD_DIR [SEEDS [BUG…]]     exit code 1 when one was not caught
set -euo pipefail
program="$1/bin/coffee_sim_planted"
seeds="${2:-2000}"
shift $(($# < 2 ? $# : 2))
bugs=("$@")
if ((${#bugs[@]} == 0)); then
    mapfile -t bugs < <("$program" --list-bugs)
fi
missed=0
for bug in "${bugs[@]}"; do
    line="$("$program" --bug "$bug" --seeds "$seeds" 2>/dev/null || true)"
    echo "$line"
    [[ "$line" == *'"caught":true'* ]] || missed=1
done
exit "$missed"
