#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks the phrases of `kiosk --list-phrases` with espeak-ng, a WAV file each.

    kiosk --list-phrases [--menu FILE] | make_phrases.py FOLDER [ESPEAK]

writes FOLDER/ko/KEY.wav and FOLDER/en/KEY.wav: what the voice guidance says where the machine has no
speech engine. A file whose words have not changed stays as it is, one that is not listed any more
goes. FOLDER/phrases.txt remembers the words.
"""
import array
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import wave

VOICES = {"ko": "ko", "en": "en-gb"}
WORDS_A_MINUTE = "150"
# What a finished file depends on besides its words; a change speaks everything again.
MANNER = f"voices {VOICES} speed {WORDS_A_MINUTE} form 2"
QUIET = 200  # of 32768: what is less loud at the beginning and the end is silence
PAUSE_SECONDS = 0.06  # that is left after a phrase


def trimmed(samples, rate):
    """Without espeak's silence around the words, which makes a sentence of phrases stumble."""
    loud = [place for place in range(0, len(samples), 64) if max(map(abs, samples[place:place + 64])) > QUIET]
    if not loud:
        return samples
    return samples[loud[0]:loud[-1] + 64] + array.array("h", bytes(2 * int(rate * PAUSE_SECONDS)))


def speak(espeak, folder, name, words):
    language = name.split("/")[0]
    path = folder / name
    spoken = subprocess.run(
        [espeak, "-v", VOICES[language], "-s", WORDS_A_MINUTE, "--stdin", "--stdout"],
        input=words.encode(), capture_output=True, check=True).stdout
    # espeak cannot go back in a pipe, so its header does not know how long the sound is.
    header, data = spoken[:44], spoken[44:]
    rate = int.from_bytes(header[24:28], "little")
    samples = array.array("h", data[:len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    partly = path.with_suffix(".part")
    with wave.open(str(partly), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes(trimmed(samples, rate).tobytes())
    os.replace(partly, path)


def main():
    folder = pathlib.Path(sys.argv[1])
    espeak = sys.argv[2] if len(sys.argv) > 2 else "espeak-ng"
    listed = dict(line.rstrip("\n").split("\t", 1) for line in sys.stdin.buffer.read().decode().splitlines())
    if not listed:
        sys.exit("make_phrases.py: no phrases were listed")
    memory = folder / "phrases.txt"
    known = {}
    if memory.exists():
        manner, *lines = memory.read_text("utf-8").splitlines()
        if manner == MANNER:
            known = dict(line.split("\t", 1) for line in lines)
    for language in VOICES:
        (folder / language).mkdir(parents=True, exist_ok=True)
        for path in (folder / language).iterdir():
            if f"{language}/{path.name}" not in listed:
                path.unlink()
    wanted = [(name, words) for name, words in listed.items()
              if known.get(name) != words or not (folder / name).exists()]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        list(workers.map(lambda one: speak(espeak, folder, *one), wanted))
    text = "\n".join([MANNER] + [f"{name}\t{words}" for name, words in sorted(listed.items())]) + "\n"
    memory.write_text(text, "utf-8")
    print(f"{len(wanted)} of {len(listed)} phrases spoken")


if __name__ == "__main__":
    main()
