#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check_make_phrases.py SCRIPT: a shop's own recordings stay, and a speaker that fails stops nothing.

Exits 1 with what was not so. The speaker is a script of this test: no speech engine is needed."""
import pathlib
import subprocess
import sys
import tempfile

SPEAKER = """#!/usr/bin/python3
import struct, sys
words = sys.stdin.read()
samples = b"".join(struct.pack("<h", 9000) for _ in range(640))
sys.stdout.buffer.write(b"RIFF" + bytes(20) + struct.pack("<I", 22050) + bytes(16) + samples)
"""


def main():
    script = sys.argv[1]
    with tempfile.TemporaryDirectory() as where:
        folder = pathlib.Path(where) / "phrases"
        speaker = pathlib.Path(where) / "speaker"
        speaker.write_text(SPEAKER)
        speaker.chmod(0o755)

        def make(listed, by=speaker):
            run = subprocess.run(["/usr/bin/python3", script, str(folder), str(by)], text=True, capture_output=True,
                                 input="".join(f"{name}\t{words}\n" for name, words in listed.items()))
            if run.returncode != 0:
                sys.exit(f"make_phrases.py ended with {run.returncode}: {run.stderr}")

        def expect(so, what):
            if not so:
                sys.exit(f"not so: {what}")

        (folder / "ko").mkdir(parents=True)
        own, whole = folder / "ko/won.wav", folder / "ko/a_whole_sentence.wav"
        own.write_text("mine")
        whole.write_text("mine too")
        make({"ko/won.wav": "won", "ko/two.wav": "two"})
        made = folder / "ko/two.wav"
        expect(made.read_bytes()[:4] == b"RIFF", "what nobody recorded is spoken")
        made.write_text("as it was")
        make({"ko/won.wav": "wons", "ko/two.wav": "two"})
        expect(made.read_text() == "as it was", "what has not changed is not spoken again")
        make({"ko/won.wav": "wons", "ko/two.wav": "twos"})
        expect(made.read_bytes()[:4] == b"RIFF", "other words are spoken again")
        make({"ko/won.wav": "wons"})
        expect(not made.exists(), "what is not listed any more goes")
        (folder / "phrases.txt").write_text("")  # the power went
        make({"ko/won.wav": "wons", "ko/three.wav": "three"}, "/bin/false")
        expect(not (folder / "ko/three.wav").exists(), "a speaker that fails leaves nothing")
        expect(own.read_text() == "mine" and whole.read_text() == "mine too", "a shop's own recordings stay")


if __name__ == "__main__":
    main()
