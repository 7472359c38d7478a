#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the suite's own sounds: short tones with soft ends, nothing copied.

    resources/sounds/make_sounds.py

Writes *.wav beside itself, 22050 Hz, 16 bits, one channel; the same bytes every time.
"""
import math
import pathlib
import struct
import wave

RATE = 22050
SOFT = 0.012  # seconds of fade at both ends of a tone, so that nothing clicks


def tone(frequency, seconds, loudness=0.6):
    """A tone with a quiet octave above it, dying away like a struck bar."""
    count = int(RATE * seconds)
    samples = []
    for i in range(count):
        t = i / RATE
        ends = min(1.0, t / SOFT, (seconds - t) / SOFT)
        value = math.sin(2 * math.pi * frequency * t)
        value += 0.25 * math.sin(4 * math.pi * frequency * t)
        samples.append(loudness * ends * math.exp(-2.5 * t) * value / 1.25)
    return samples


def rest(seconds):
    return [0.0] * int(RATE * seconds)


SOUNDS = {
    # Two high tones: something is to be done now.
    "card-out": tone(1318.5, 0.16) + rest(0.08) + tone(1318.5, 0.16) + rest(0.05),
    # Three rising tones: good news.
    "ready": tone(659.3, 0.22) + tone(784.0, 0.22) + tone(1046.5, 0.55),
    # The bar's: told apart without looking up. Up is work, down is stop.
    "bar-new": tone(880.0, 0.16) + tone(1174.7, 0.40),
    "bar-stop": tone(523.3, 0.20) + tone(415.3, 0.20) + tone(311.1, 0.50),
    "bar-help": (tone(987.8, 0.14) + rest(0.06)) * 2 + tone(1318.5, 0.35),
    "bar-late": tone(440.0, 0.25) + rest(0.08) + tone(440.0, 0.40),
    "bar-caught-up": tone(523.3, 0.14) + tone(659.3, 0.14) + tone(784.0, 0.14) + tone(1046.5, 0.35),
}


def main():
    folder = pathlib.Path(__file__).parent
    for name, samples in SOUNDS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(
                b"".join(struct.pack("<h", int(32767 * sample)) for sample in samples))


if __name__ == "__main__":
    main()
