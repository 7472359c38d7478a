#!/usr/bin/env bash
# One picture of every page of every window in both languages, to be looked at before a change
# lands: build/contact-sheet/*.png and the sheets build/contact-sheet-*.png.
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   tests/tour/contact_sheet.sh [BIN_DIR]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bin=${1:-build/release/bin}
out=build/contact-sheet
rm -rf "$out" build/contact-sheet-*.png
mkdir -p "$out/kiosk" "$out/station"
export QT_QPA_PLATFORM=offscreen
"$bin/kiosk" --shots "$out/kiosk"
"$bin/barista_station" --shots "$out/station"

# The start window and the card terminal are small: they are photographed in a virtual display.
mkdir -p "$out/demo"
displayFile=$(mktemp)
Xvfb -displayfd 8 -screen 0 3840x2160x24 -nolisten tcp 8>"$displayFile" 2>/dev/null &
screen=$!
trap 'kill "$screen" 2>/dev/null; rm -rf "$displayFile" "$out/data"' EXIT
for _ in $(seq 100); do [ -s "$displayFile" ] && break; sleep 0.1; done
photograph() {
    local picture=$1 window program _
    shift
    DISPLAY=":$(cat "$displayFile")" QT_QPA_PLATFORM=xcb "$@" >/dev/null 2>&1 &
    program=$!
    export DISPLAY=":$(cat "$displayFile")"
    window=
    for _ in $(seq 100); do
        window=$(xdotool search --onlyvisible --pid "$program" 2>/dev/null | head -n 1) || true
        [ -n "$window" ] && break
        sleep 0.2
    done
    sleep 1 # until it has painted
    import -window "$window" "$picture"
    kill "$program"
    wait "$program" 2>/dev/null || true
}
for language in ko en; do
    photograph "$out/demo/start-$language.png" \
        "$bin/coffee_demo" --lang "$language" --data "$out/data/demo-$language"
    photograph "$out/demo/terminal-$language.png" \
        "$bin/terminal_sim" --window on --lang "$language" --listen 127.0.0.1:0 \
        --data "$out/data/terminal-$language"
done

# One sheet a window, setting and language: what is larger ImageMagick does not draw. By name and not
# as a list in a file, which Debian's ImageMagick forbids.
sheet() {
    local name=$1
    shift
    montage -label '%t' "${@/%/[420x560]}" -tile 8x -geometry '+8+8' \
        -background '#888888' "build/contact-sheet-$name.png"
}
for language in ko en; do
    settings=$(find "$out/kiosk" -name "*-$language-[0-9]*.png" -printf '%f\n' |
        sed -E "s/^([a-z]+-$language-[0-9]+)-.*/\1/" | sort -u)
    for setting in $settings; do
        mapfile -t pictures < <(find "$out/kiosk" -name "$setting-*.png" | sort)
        sheet "kiosk-$setting" "${pictures[@]}"
    done
    mapfile -t pictures < <(find "$out/kiosk" -name "board-*-$language.png" | sort)
    sheet "board-$language" "${pictures[@]}"
    for part in station demo; do
        mapfile -t pictures < <(find "$out/$part" -name "*-$language*.png" | sort)
        sheet "$part-$language" "${pictures[@]}"
    done
done
ls build/contact-sheet-*.png
