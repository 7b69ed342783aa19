"""The harness over http, under the strictest policy, and from a disk."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator

import pytest

from tests.search.harness import write_harness
from tests.serve_folder import Quiet


@pytest.fixture(scope="module", params=["http", "disk"])
def start(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where article 2 of the first law is, in the Traditional tree."""
    folder = tmp_path_factory.mktemp("harness") / request.param
    write_harness(folder, disk=request.param == "disk")
    path = "zh-hant/law/draft/art-2/"
    if request.param == "disk":
        yield (folder / path / "index.html").as_uri()
        return
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{path}"
    server.shutdown()
