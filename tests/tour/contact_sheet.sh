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
for part in kiosk station; do
    # By name and not as a list in a file, which Debian's ImageMagick forbids.
    mapfile -t pictures < <(find "$out/$part" -name '*.png' | sort)
    montage -label '%t' "${pictures[@]}" -tile 6x -geometry '420x560>+8+8' -background '#888888' \
        "build/contact-sheet-$part.png"
done
ls build/contact-sheet-*.png
