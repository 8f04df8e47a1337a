"""A local receiver that keeps what is posted to it."""

import http.client
import http.server
import importlib
import socket
import threading
import zlib
from typing import Any, Iterator, List, NamedTuple, Tuple

_MOST = 50 << 20  # bytes of a payload


class Posted(NamedTuple):
    """A request with a body."""

    path: str
    time_format: str
    body: bytes


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10

    def do_GET(self) -> None:
        self._answer(200)

    do_DELETE = do_HEAD = do_OPTIONS = do_GET

    def do_POST(self) -> None:
        try:
            chunked = self.headers.get("Transfer-Encoding", "").lower() == "chunked"
            body = self._chunks() if chunked else self.rfile.read(_size(self.headers.get("Content-Length", "0")))
            body = _unpacked(body, self.headers.get("Content-Encoding", "identity").lower())
        except (ValueError, zlib.error):
            self.close_connection = True
            self._answer(400)
            return
        time_format = "ms" if self.headers.get("sts-time-format") == "ms" else "s"
        self.server.posted.append(Posted(self.path, time_format, body))  # type: ignore[attr-defined]
        self._answer(200)

    do_PUT = do_PATCH = do_POST

    def _chunks(self) -> bytes:
        body = b""
        while True:
            size = _size(self.rfile.readline(1024).split(b";")[0].decode("latin-1"), 16)
            body += self.rfile.read(size)
            self.rfile.readline(1024)
            _size(str(len(body)))
            if size == 0:
                return body

    def _answer(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "2")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(b"{}")

    def log_message(self, *_: Any) -> None:
        pass


def _size(text: str, base: int = 10) -> int:
    size = int(text, base)
    if not 0 <= size <= _MOST:
        raise ValueError("too large")
    return size


def _unpacked(body: bytes, encoding: str) -> bytes:
    if encoding not in ("gzip", "deflate"):
        return body
    unpacker = zlib.decompressobj(47)  # 32 + 15: gzip or zlib
    text = unpacker.decompress(body, _MOST)
    if not unpacker.eof:
        raise ValueError("too large, or cut off")
    return text


class Receiver:
    """Accepts whatever the code under test posts; `url` is its address, `posted` what came."""

    def __init__(self) -> None:
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self.posted: List[Posted] = []
        self._server.posted = self.posted  # type: ignore[attr-defined]
        self.url = f"http://127.0.0.1:{self._server.server_port}/stsAgent/intake?api_key=test"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def connections(self) -> Iterator[Tuple[type, Any]]:
        """The classes that connect to HTTP servers, each with the function that connects to this one instead."""
        address = self._server.server_address[:2]

        def connect(connection: Any) -> None:
            connection.sock = socket.create_connection(address)
            connection.is_verified = True  # else urllib3 warns that there is no certificate

        try:
            importlib.import_module("urllib3.connection")  # its classes are found below; requests uses them
        except ImportError:
            pass
        classes = [http.client.HTTPConnection]
        for each in classes:
            classes += each.__subclasses__()
            if "connect" in vars(each):
                yield each, connect
