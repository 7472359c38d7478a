#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks the phrases of `kiosk --list-phrases` with espeak-ng, a WAV file each.

    kiosk --list-phrases [--menu FILE] | make_phrases.py FOLDER [ESPEAK]

writes FOLDER/ko/KEY.wav and FOLDER/en/KEY.wav: what the voice guidance says where the machine has no
speech engine. FOLDER/phrases.txt remembers what was spoken here: such a file is spoken again when its
words change and goes when it is not listed any more. Any other file is somebody's own and stays.
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
    try:
        spoken = subprocess.run(
            [espeak, "-v", VOICES[language], "-s", WORDS_A_MINUTE, "--stdin", "--stdout"],
            input=words.encode(), capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return False
    if len(spoken) <= 44:
        return False
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
    return True


def remembered(memory):
    """The manner and the words that were spoken; nothing where the file is not whole."""
    try:
        manner, *lines = memory.read_text("utf-8").splitlines()
        return manner, dict(line.split("\t", 1) for line in lines)
    except (OSError, ValueError):
        return "", {}


def main():
    folder = pathlib.Path(sys.argv[1])
    espeak = sys.argv[2] if len(sys.argv) > 2 else "espeak-ng"
    listed = dict(line.rstrip("\n").split("\t", 1) for line in sys.stdin.buffer.read().decode().splitlines())
    if not listed:
        sys.exit("make_phrases.py: no phrases were listed")
    memory = folder / "phrases.txt"
    manner, ours = remembered(memory)
    for language in VOICES:
        (folder / language).mkdir(parents=True, exist_ok=True)
    for name in ours.keys() - listed.keys():
        (folder / name).unlink(missing_ok=True)
    there = {name for name in listed if (folder / name).exists()}
    fresh = {name for name in there & ours.keys() if manner == MANNER and ours[name] == listed[name]}
    wanted = [name for name in listed if name not in fresh and (name in ours or name not in there)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
        spoken = dict(zip(wanted, workers.map(lambda name: speak(espeak, folder, name, listed[name]), wanted)))
    done = sorted(fresh | {name for name, well in spoken.items() if well})
    partly = memory.with_suffix(".part")
    partly.write_text("\n".join([MANNER] + [f"{name}\t{listed[name]}" for name in done]) + "\n", "utf-8")
    os.replace(partly, memory)
    failed = len(wanted) - sum(spoken.values())
    print(f"{len(wanted) - failed} of {len(listed)} phrases spoken")
    if failed:
        # The shop opens without them: what has no phrase is a caption.
        print(f"make_phrases.py: {espeak} could not say {failed} phrases", file=sys.stderr)


if __name__ == "__main__":
    main()
