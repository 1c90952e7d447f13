"""A stand-in for an OpenAI-compatible endpoint on the loopback interface, with the faults that real ones have."""

from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from types import TracebackType
from typing import Any, Self

Answer = str | tuple[int, bytes]
"""What the model says; or a status and the bytes of the whole body."""


def hang(stop: Event) -> Answer:
    """Say nothing until the test is over."""
    stop.wait(20)
    return 500, b""


class JudgeStandIn:
    """Answers each question with the next of `answers`, and with the last one ever after."""

    def __init__(self, *answers: Answer | Callable[[Event], Answer]) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self._stop = Event()
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                stand_in.asked.append(json.loads(body) | {"path": self.path})
                stand_in.headers.append(dict(self.headers.items()))
                status, reply = stand_in._next()
                self.send_response(status)
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
                self.send_header("Content-Length", str(len(reply)))
                self.end_headers()
                self.wfile.write(reply)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def _next(self) -> tuple[int, bytes]:
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if callable(answer):
            answer = answer(self._stop)
        if isinstance(answer, str):
            return 200, json.dumps({"choices": [{"message": {"role": "assistant", "content": answer}}]}).encode()
        return answer

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()
