"""A stand-in for NCBI's E-utilities and id converter on the loopback interface, with every fault they have.

Its records are invented. `with StandIn() as ncbi:` gives `ncbi.eutils_url` and `ncbi.idconv_url`; `ncbi.faults` are
used up one per request, and `ncbi.always` stands in for every answer. `python tests/entrez_stand_in.py` serves for
trying things by hand.
"""

from __future__ import annotations

import json
import re
import socket
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

DOCTYPE = (
    '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January {year}//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_{short}0101.dtd">'
)
IDCONV_PATH = "/idconv/"


@dataclass(frozen=True)
class InventedRecord:
    """One record of the stand-in; enough of one for a source of articles."""

    pmid: str
    title: str = "Magnesium and an invented outcome."
    abstract: str = "We made this up. Nothing changed (n = 30; P < 0.05)."
    doi: str | None = None
    pmcid: str | None = None
    nbk: str | None = None

    def as_xml(self) -> str:
        ids = {"pubmed": self.pmid, "doi": self.doi, "pmc": self.pmcid, "bookaccession": self.nbk}
        listed = "".join(
            f'<ArticleId IdType="{kind}">{escape(value)}</ArticleId>' for kind, value in ids.items() if value
        )
        text = f"<Abstract><AbstractText>{escape(self.abstract)}</AbstractText></Abstract>"
        title = f"<ArticleTitle>{escape(self.title)}</ArticleTitle>"
        if self.nbk:
            return (
                f"<PubmedBookArticle><BookDocument><PMID>{self.pmid}</PMID><ArticleIdList>{listed}</ArticleIdList>"
                f"<Book><BookTitle>An invented book</BookTitle></Book>{title}{text}</BookDocument></PubmedBookArticle>"
            )
        return (
            f"<PubmedArticle><MedlineCitation><PMID>{self.pmid}</PMID><Article>{title}{text}</Article></MedlineCitation>"
            f"<PubmedData><ArticleIdList>{listed}</ArticleIdList></PubmedData></PubmedArticle>"
        )


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    path: str
    method: str
    parameters: dict[str, str]
    at: float


@dataclass
class Reply:
    """What a handler is about to send; faults change it or send something of their own."""

    body: bytes
    status: int = 200
    content_type: str = "text/xml; charset=UTF-8"
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    """The Content-Length announced; None is the true one, negative is none at all."""


class StandIn:
    """The server; `asked` lists all requests in order."""

    def __init__(self, *records: InventedRecord) -> None:
        self.records = {record.pmid: record for record in records}
        self.hits: dict[str, tuple[str, ...]] = {}
        self.asked: list[Asked] = []
        self.faults: list[Fault | None] = []
        self.always: Fault | None = None
        self.closing = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"stand_in": self}))
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def eutils_url(self) -> str:
        return f"{self.root}/entrez/eutils"

    @property
    def idconv_url(self) -> str:
        return f"{self.root}{IDCONV_PATH}"

    def paths(self) -> list[str]:
        """Give the last part of each address asked: `efetch.fcgi`, `esearch.fcgi`, `idconv`."""
        return [asked.path.rstrip("/").rpartition("/")[2] for asked in self.asked]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()

    # -------------------------------------------------------- sound answers

    def answer(self, asked: Asked) -> Reply:
        name = asked.path.rstrip("/").rpartition("/")[2]
        if name == "efetch.fcgi":
            return self._fetch(asked.parameters.get("id", ""))
        if name == "esearch.fcgi":
            return self._search(asked.parameters.get("term", ""))
        if name == "idconv":
            return self._convert(asked.parameters.get("ids", ""))
        return Reply(b"no such utility", status=404)

    def _fetch(self, ids: str) -> Reply:
        pmids = [pmid for pmid in ids.split(",") if re.fullmatch(r"[1-9]\d{0,7}", pmid)]
        if not pmids:
            return Reply(
                b"<eFetchResult><ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR></eFetchResult>", 400
            )
        found = [self.records[pmid] for pmid in reversed(pmids) if pmid in self.records]
        return Reply(article_set(*(record.as_xml() for record in found)))

    def _search(self, term: str) -> Reply:
        found = self.hits.get(term, self._own_hits(term))
        listed = "".join(f"<Id>{pmid}</Id>" for pmid in found)
        count = f"<Count>{len(found)}</Count>"
        return Reply(f"<?xml version='1.0'?><eSearchResult>{count}<IdList>{listed}</IdList></eSearchResult>".encode())

    def _own_hits(self, term: str) -> tuple[str, ...]:
        value = re.sub(r"\[\w+\]$", "", term).strip('"').lower()
        return tuple(
            record.pmid
            for record in self.records.values()
            if value in {(record.doi or "").lower(), (record.pmcid or "").lower(), (record.nbk or "").lower()} - {""}
        )

    def _convert(self, ids: str) -> Reply:
        rows: list[dict[str, object]] = []
        for wanted in ids.split(","):
            found = next((r for r in self.records.values() if r.pmcid and wanted in {r.pmcid, r.doi}), None)
            if found is None:
                rows.append({"requested-id": wanted, "status": "error", "errmsg": "Identifier not found in PMC"})
            else:
                rows.append({"requested-id": wanted, "pmid": int(found.pmid), "pmcid": found.pmcid, "doi": found.doi})
        return Reply(json.dumps({"status": "ok", "records": rows}).encode(), content_type="application/json")


def article_set(*records: str, year: int = 2025) -> bytes:
    """Wrap records as efetch does."""
    doctype = DOCTYPE.format(year=year, short=year % 100)
    return f'<?xml version="1.0" ?>\n{doctype}\n<PubmedArticleSet>{"".join(records)}</PubmedArticleSet>'.encode()


class _Handler(BaseHTTPRequestHandler):
    """Bound to its stand-in by a subclass."""

    stand_in: StandIn

    def do_GET(self) -> None:
        self._handle(urlsplit(self.path).query)

    def do_POST(self) -> None:
        self._handle(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())

    def _handle(self, query: str) -> None:
        parameters = {name: values[0] for name, values in parse_qs(query, keep_blank_values=True).items()}
        asked = Asked(urlsplit(self.path).path, self.command, parameters, time.monotonic())
        self.stand_in.asked.append(asked)
        stand_in = self.stand_in
        fault = stand_in.faults.pop(0) if stand_in.faults else stand_in.always
        reply = stand_in.answer(asked)
        if fault is None or fault(self, reply, stand_in.closing):
            self.send(reply)

    def send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.length is None or reply.length >= 0:
            self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:
        pass


# ---------------------------------------------------------------- faults: change the reply, or send another (False)

Fault = Callable[[BaseHTTPRequestHandler, Reply, Event], bool]


def refuse(status: int, body: str = "", **headers: str) -> Fault:
    """Answer with an HTTP error."""

    def fault(handler: BaseHTTPRequestHandler, reply: Reply, closing: Event) -> bool:
        reply.status, reply.body = status, body.encode()
        reply.headers.update({name.replace("_", "-"): value for name, value in headers.items()})
        return True

    return fault


def say(body: bytes, content_type: str = "text/xml") -> Fault:
    """Answer 200 with something else."""

    def fault(handler: BaseHTTPRequestHandler, reply: Reply, closing: Event) -> bool:
        reply.body, reply.content_type = body, content_type
        return True

    return fault


def cut(*, announced: bool) -> Fault:
    """Send half of the body, with or without having announced its whole length."""

    def fault(handler: BaseHTTPRequestHandler, reply: Reply, closing: Event) -> bool:
        reply.length = len(reply.body) if announced else -1
        reply.body = reply.body[: len(reply.body) // 2]
        return True

    return fault


def hang(handler: BaseHTTPRequestHandler, reply: Reply, closing: Event) -> bool:
    """Never answer."""
    closing.wait(30)
    return False


def drip(handler: BaseHTTPRequestHandler, reply: Reply, closing: Event) -> bool:
    """Send a byte now and then, so that no single read ever times out."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    try:
        while not closing.wait(0.02):
            handler.wfile.write(b" ")
            handler.wfile.flush()
    except OSError:
        pass
    return False


def drop(handler: BaseHTTPRequestHandler, reply: Reply, closing: Event) -> bool:
    """Close the connection without a word."""
    handler.close_connection = True
    return False


def reset(handler: BaseHTTPRequestHandler, reply: Reply, closing: Event) -> bool:
    """Reset the connection."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True
    handler.wfile = handler.rfile = open("/dev/null", "r+b", buffering=0)  # type: ignore[assignment]  # noqa: SIM115, PTH123
    return False


if __name__ == "__main__":
    with StandIn(InventedRecord("11111111", doi="10.5555/one", pmcid="PMC1111")) as server:
        print(f"MAGCITE_EUTILS_URL={server.eutils_url} MAGCITE_IDCONV_URL={server.idconv_url}")  # noqa: T201
        server.closing.wait()
