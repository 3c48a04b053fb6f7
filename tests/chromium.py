"""A real Chromium for tests, spoken to over two pipes: pages are opened, clicked and typed into as people do."""

import json
import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Self

_NAMES = ("chromium", "chromium-browser", "google-chrome") if os.name == "posix" else ()
PROGRAM = next(filter(None, map(shutil.which, _NAMES)), None)
ABSENT = "Chromium is not installed: packets are not tried in a real browser"
SECONDS = 10
"""How long the browser may be silent while something is expected of it."""
_SWITCHES = (
    "--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--window-size=1100,900", "--remote-debugging-pipe",
)  # fmt: skip


class Browser:
    """A running browser, and the page of it that was opened last."""

    def __init__(self, to_it: int, from_it: IO[bytes]) -> None:
        self._to, self._from = to_it, from_it
        self._number = 0
        self._buffer = b""
        self.events: list[dict[str, Any]] = []
        """What the browser told besides answers since the page was opened, oldest first."""
        self._waited = 0
        self.session = ""

    def ask(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        """Do something and return what the browser answers; an error of its own fails the test."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        os.write(self._to, json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0")
        while (told := self._next()).get("id") != self._number:
            self.events.append(told)
        assert "error" not in told, told
        result: dict[str, Any] = told["result"]
        return result

    def page(self, method: str, **params: Any) -> dict[str, Any]:
        return self.ask(method, self.session, **params)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            assert select.select([self._from], [], [], SECONDS)[0], "the browser says nothing"
            chunk = self._from.read(1 << 16)
            assert chunk, "the browser is gone"
            self._buffer += chunk
        message, _end, self._buffer = self._buffer.partition(b"\0")
        told: dict[str, Any] = json.loads(message)
        return told

    def wait_for(self, method: str, **wanted: Any) -> dict[str, Any]:
        """Return the next event of a name whose values are these."""
        while True:
            if self._waited == len(self.events):
                self.events.append(self._next())
            told = self.events[self._waited]
            self._waited += 1
            params: dict[str, Any] = told.get("params", {})
            if told.get("method") == method and wanted.items() <= params.items():
                return params

    def open(self, path: Path, *, scripts: bool = True) -> Self:
        """Show a file on a page of its own."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.page(f"{domain}.enable")
        self.events.clear()
        self._waited = 0
        self.page("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.page("Page.setLifecycleEventsEnabled", enabled=True)
        loader = self.page("Page.navigate", url=path.as_uri())["loaderId"]
        # Of this load: the blank page that was there before may tell of its own only now.
        self.wait_for("Page.lifecycleEvent", name="load", loaderId=loader)
        return self

    def value(self, expression: str) -> Any:
        """Return what an expression means on the page."""
        found = self.page("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, selector: str) -> None:
        """Click in the middle of an element as a mouse does."""
        found = f"document.querySelector({json.dumps(selector)})"
        x, y = self.value(
            f"(() => {{ const it = {found}; it.scrollIntoView({{block: 'center'}});"
            " const r = it.getBoundingClientRect();"
            " return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.page("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def type(self, text: str) -> None:
        self.page("Input.insertText", text=text)

    def key(self, name: str, code: int, text: str = "") -> None:
        told = {"key": name, "code": name, "windowsVirtualKeyCode": code}
        self.page("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **told)
        self.page("Input.dispatchKeyEvent", type="keyUp", **told)

    def saved(self, folder: Path, press: str) -> Path:
        """Click on what saves a file, and return the file."""
        self.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder), eventsEnabled=True)
        self.press(press)
        begun = self.wait_for("Browser.downloadWillBegin")
        self.wait_for("Browser.downloadProgress", guid=begun["guid"], state="completed")
        return folder / str(begun["suggestedFilename"])

    def complaints(self) -> list[str]:
        """Return what the browser complained of since the page was opened: errors, and what its policy refused."""
        self.value("0")
        told = [one.get("params", {}) for one in self.events if one.get("method") in _COMPLAINTS]
        return [json.dumps(one) for one in told]

    def fetched(self) -> list[str]:
        """Return the addresses that the page has asked for since it was opened."""
        self.value("0")
        asked = [one["params"] for one in self.events if one.get("method") == "Network.requestWillBeSent"]
        return [one["request"]["url"] for one in asked]


_COMPLAINTS = ("Runtime.exceptionThrown", "Log.entryAdded", "Page.javascriptDialogOpening")


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """Run a browser with a profile of its own."""
    import fcntl  # Not on every system.

    assert PROGRAM is not None, ABSENT
    its_in, our_out = os.pipe()
    our_in, its_out = os.pipe()
    switches = [*_SWITCHES, f"--user-data-dir={profile}", *(["--no-sandbox"] if os.geteuid() == 0 else [])]

    def connect() -> None:
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (its_in, its_out)]
        for number, end in zip((3, 4), ends, strict=True):  # Where a browser expects its pipes.
            os.dup2(end, number)

    running = subprocess.Popen(  # What it says of itself is no output of a test.
        [PROGRAM, *switches],
        pass_fds=(3, 4),
        preexec_fn=connect,  # noqa: PLW1509 (nothing else runs in this process yet)
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(its_in)
    os.close(its_out)
    answers = os.fdopen(our_in, "rb", buffering=0)
    try:
        browser = Browser(our_out, answers)
        yield browser
        browser.ask("Browser.close")
    finally:
        answers.close()
        os.close(our_out)
        running.terminate()
        running.wait(30)
