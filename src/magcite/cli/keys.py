"""Ask a person: by single keys on a terminal, by lines anywhere else."""

from __future__ import annotations

import codecs
import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Protocol, TextIO

from magcite.reviewing.phrases import ReviewPhrases
from magcite.reviewing.walk import ESCAPE

_ENTER = ("\r", "\n")
_ERASE = ("\x7f", "\b")
_ERASE_LINE = "\x15"
_ERASE_WORD = "\x17"
_END = "\x04"
_REST_OF_KEY = 0.03
"""Seconds within which a terminal sends what follows an escape, where a key sends several characters."""


class Asking(Protocol):
    """A way to ask; raises EOFError where nobody is left to answer."""

    def choice(self, prompt: str) -> str:
        """Ask for a key or a word, in small letters."""
        ...

    def text(self, prompt: str, begun: str, keep: Callable[[str], None]) -> str | None:
        """Ask for a line, going on from what was begun; None goes back."""
        ...


class Lines:
    """Asks for whole lines, for pipes and for systems without single keys."""

    def __init__(self, source: TextIO, out: TextIO, phrases: ReviewPhrases) -> None:
        self._source = source
        self._out = out
        self._phrases = phrases

    def choice(self, prompt: str) -> str:
        """Ask for a line; the first one decides."""
        return self._line(prompt).strip().lower()

    def text(self, prompt: str, begun: str, keep: Callable[[str], None]) -> str | None:
        """Ask for a line; an empty one takes what was begun."""
        if begun:
            prompt = self._phrases.begun.format(text=begun)
        line = self._line(prompt).strip()
        if line == ESCAPE:
            return None
        keep(line or begun)
        return line or begun

    def _line(self, prompt: str) -> str:
        self._out.write(prompt)
        self._out.flush()
        line = self._source.readline()
        if not line:
            raise EOFError
        if not self._source.isatty():
            self._out.write("\n")
        return line


class Keys:
    """Asks for single keys on a terminal, and edits a line key by key so that nothing typed is lost."""

    def __init__(self, descriptor: int, out: TextIO, width: int) -> None:
        self._descriptor = descriptor
        self._out = out
        self._width = width
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def choice(self, prompt: str) -> str:
        """Ask for one key."""
        self._put(prompt)
        sign = self._sign()
        self._put((sign if sign.isprintable() else "") + "\n")
        return sign.lower()

    def text(self, prompt: str, begun: str, keep: Callable[[str], None]) -> str | None:
        """Ask for a line; Esc goes back."""
        typed, shown = begun, 0
        while True:
            shown = self._show(prompt, typed, shown)
            sign = self._sign()
            if sign in _ENTER or sign == ESCAPE:
                self._put("\n")
                return None if sign == ESCAPE else typed
            typed = _edited(typed, sign)
            keep(typed)

    def _show(self, prompt: str, typed: str, shown: int) -> int:
        """Draw the line in one row, its end where it is too long, over what was shown before; give its width."""
        from rich.cells import cell_len

        room = max(self._width - cell_len(prompt) - 1, 10)
        start = 0
        while cell_len(typed[start:]) > room:
            start += 1
        visible = prompt + typed[start:]
        width = cell_len(visible)
        rest = max(0, shown - width)
        self._put(f"\r{visible}{' ' * rest}{chr(8) * rest}")
        return width

    def _sign(self) -> str:
        """Read one character, or the whole of a key that sends several and means nothing here (as an empty text)."""
        sign = ""
        while not sign:
            sign = self._decoder.decode(self._read())
        if sign == _END:
            raise EOFError
        if sign == ESCAPE and self._more():
            self._pass_over_key()
            return ""
        return sign

    def _pass_over_key(self) -> None:
        """Read the rest of an arrow or function key: `[`, parameters and a final sign, or two signs."""
        kind = self._read()
        if kind == b"O":
            self._read()
        while kind == b"[" and not b"@" <= self._read() <= b"~":
            pass

    def _read(self) -> bytes:
        try:
            read = os.read(self._descriptor, 1)
        except OSError as error:
            raise EOFError from error
        if not read:
            raise EOFError
        return read

    def _more(self) -> bool:
        return bool(select.select([self._descriptor], [], [], _REST_OF_KEY)[0])

    def _put(self, text: str) -> None:
        encoding = getattr(self._out, "encoding", None) or "utf-8"
        self._out.write(text.encode(encoding, "replace").decode(encoding))
        self._out.flush()


def _edited(typed: str, sign: str) -> str:
    if sign in _ERASE:
        return typed[:-1]
    if sign == _ERASE_LINE:
        return ""
    if sign == _ERASE_WORD:
        words = typed.rstrip()
        return words[: words.rfind(" ") + 1]
    return typed + sign if sign.isprintable() else typed


@contextmanager
def open_asking(width: int, phrases: ReviewPhrases) -> Iterator[Asking]:
    """Open the way to ask that fits: keys where both ends are a terminal that can, lines otherwise."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield Lines(sys.stdin, sys.stdout, phrases)
        return
    try:
        import termios
        import tty
    except ImportError:
        yield Lines(sys.stdin, sys.stdout, phrases)
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)

    def take_keys(_signal: int = 0, _frame: FrameType | None = None) -> None:
        tty.setcbreak(descriptor, termios.TCSADRAIN)

    # A shell gives back its own terminal settings when a suspended program goes on.
    resumed = signal.signal(signal.SIGCONT, take_keys)
    take_keys()
    try:
        yield Keys(descriptor, sys.stdout, width)
    finally:
        signal.signal(signal.SIGCONT, resumed)
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
