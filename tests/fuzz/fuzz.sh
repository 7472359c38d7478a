#!/usr/bin/env bash
# Builds every fuzz target with clang and runs each for a while, two at a time.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   tests/fuzz/fuzz.sh                30 seconds each, as test.sh does
#   tests/fuzz/fuzz.sh 600            10 minutes each, or 10 million executions if they come first
#   tests/fuzz/fuzz.sh 600 request    one target
#
# Starts from the examples of PROTOCOL.md and the files in resources/, and from what earlier runs
# found worth keeping in build/fuzz/corpus. Prints one line a target (executions and findings) and
# exits 1 when one of them found something; the bytes that did it are then in build/fuzz/findings.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. packaging/setup.sh
seconds=${1:-30}
[[ $seconds =~ ^[1-9][0-9]*$ ]] || {
    echo "fuzz.sh: '$seconds' is no number of seconds; expected for example 30" >&2
    exit 2
}
all=(request reply frame menu configuration kiosk_journal station_journal)
targets=("${all[@]}")
if [ $# -gt 1 ]; then
    targets=("${@:2}")
    for target in "${targets[@]}"; do
        [[ " ${all[*]} " == *" $target "* ]] || {
            echo "fuzz.sh: there is no target $target; expected one of: ${all[*]}" >&2
            exit 2
        }
    done
fi

coffee_install_packages
log=build/fuzz-build.log
mkdir -p build
if ! { cmake --preset fuzz && cmake --build --preset fuzz --target fuzzers; } >"$log" 2>&1; then
    grep -E 'error|FAILED|CMake Error' -A3 "$log" | head -40 >&2
    echo "The fuzz targets do not build; the whole log is $log." >&2
    exit 1
fi

out=build/fuzz
corpus=$out/corpus
for target in "${all[@]}"; do mkdir -p "$corpus/$target"; done
mkdir -p "$out/findings" "$out/logs"
/usr/bin/python3 tests/fuzz/seeds.py "$corpus"

run() {
    local target=$1
    local log="$out/logs/$target.log" found=0
    "$out/fuzz/fuzz_$target" "$corpus/$target" -max_total_time="$seconds" -runs=10000000 \
        -max_len=65536 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$out/findings/$target-" >"$log" 2>&1 || found=1
    local executions
    executions=$(awk '/stat::number_of_executed_units/ {print $2}' "$log")
    echo "{\"fuzz\":\"$target\",\"executions\":${executions:-0},\"seconds\":$SECONDS,\"findings\":$found}"
    if [ "$found" -ne 0 ]; then
        grep -E 'ERROR|SUMMARY|Test unit written' "$log" >&2 || tail -n 20 "$log" >&2
    fi
    return "$found"
}
export -f run
export out corpus seconds
printf '%s\n' "${targets[@]}" | xargs -P 2 -I{} bash -c 'run {}'
