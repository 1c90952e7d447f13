"""The hub's own client, in a process of its own, against a stand-in on the loopback interface."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

import magcite

REVISION = "c0ffee" * 6 + "c0ff"
FILES = {"onnx/model.onnx": b"weights", "config.json": b"{}", "tokenizer.json": b"[]", "pytorch_model.bin": b"x" * 999}
CODE = """
from magcite.errors import UsageError
from magcite.inference.hub import HuggingFaceHub
from magcite.inference.place import find_model

def look(name, agree, offline):
    try:
        found = find_model(name, HuggingFaceHub(), agree, offline=offline)
        print(found.name, found.weights.read_text())
    except UsageError as error:
        print("refused:", error)

look("someone/tiny", lambda question: print(question), False)
look("someone/tiny", lambda question: print(question) or True, False)
look("someone/tiny", None, True)
look("nobody/none", None, False)
"""


@pytest.fixture
def hub() -> Iterator[tuple[str, list[str]]]:
    fetched: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.answer(with_body=False)

        def do_GET(self) -> None:
            self.answer(with_body=True)

        def answer(self, *, with_body: bool) -> None:
            path = self.path.partition("?")[0]
            name = path.partition("/resolve/")[2].partition("/")[2]
            siblings = [{"rfilename": file, "size": len(content)} for file, content in FILES.items()]
            told = {"id": "someone/tiny", "sha": REVISION, "cardData": {"license": "mit"}, "siblings": siblings}
            body = json.dumps(told).encode() if path == "/api/models/someone/tiny" else FILES.get(name)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Length", str(len(body or b"")))
            self.send_header("ETag", f'"{hashlib.sha256(body or b"").hexdigest()}"')
            self.send_header("X-Repo-Commit", REVISION)
            self.end_headers()
            if with_body:
                fetched.append(name)
                self.wfile.write(body or b"")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", fetched
    server.shutdown()
    server.server_close()


def test_a_model_is_offered_fetched_and_found_again(hub: tuple[str, list[str]], tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="onnxruntime is not installed: pip install 'magcite[dev]'")
    pytest.importorskip("huggingface_hub", reason="huggingface_hub is not installed: pip install huggingface-hub")
    url, fetched = hub
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(Path(magcite.__file__).parents[1]),
        "HF_ENDPOINT": url,
        "HF_HOME": str(tmp_path),
        "HF_HUB_DISABLE_XET": "1",
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "NO_PROXY": "127.0.0.1",
    }
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True, env=surroundings)
    question, declined, again, fetched_as, found_as, unknown = done.stdout.splitlines()
    assert question == again == f"Download someone/tiny from {url} (0.0 MiB, licence mit)?"
    assert declined.startswith("refused: nothing was downloaded")
    assert fetched_as == found_as == f"someone/tiny@{REVISION[:12]} weights"
    assert unknown.startswith("refused: cannot look up nobody/none")
    assert {"onnx/model.onnx", "config.json", "tokenizer.json"} <= set(fetched)
    assert "pytorch_model.bin" not in fetched
