"""The product as it is served, in a real browser."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import waitress
from conftest import build, over
from factories import a_report, typed_figures
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from playwright.sync_api import Browser, Page, sync_playwright
from waitress import wasyncore

from intranet.accounts.models import User
from intranet.kernel.db import db

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class Visitor:
    """One person at one browser window."""

    page: Page
    site: str

    def go(self, address: str) -> None:
        answer = self.page.goto(self.site + address)
        assert answer is not None and answer.ok, f"{address}: {answer and answer.status}"

    def sign_in(self, username: str, password: str) -> None:
        self.go("/login")
        self.page.get_by_label("Tên đăng nhập").fill(username)
        self.page.get_by_label("Mật khẩu").fill(password)
        self.page.get_by_role("button", name="Đăng nhập").click()
        self.page.get_by_role("button", name="Đăng xuất").wait_for()

    def sees(self, sentence: str) -> None:
        self.page.get_by_text(sentence).first.wait_for()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail("Browser tests need Chromium: apt-get install chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """The app as it is served, made once."""
    path = tmp_path_factory.mktemp("served") / "site.db"
    return build(path, TESTING=False, WTF_CSRF_ENABLED=True, WORKS_AT_ONCE=False)


@contextmanager
def serving(served: Flask, database: Path) -> Iterator[str]:
    """The address of the product, served by its own server over a copy of a database."""
    with over(served, database) as app:
        sockets: dict = {}
        server = waitress.create_server(app, map=sockets, host="127.0.0.1", port=0, threads=4)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.effective_port}"
        # Closed by the thread that listens: it fails where another one takes away what it waits for.
        server.trigger.pull_trigger(lambda: wasyncore.close_all(sockets))
        thread.join(timeout=30)
        assert not thread.is_alive(), "The server did not stop."
        server.task_dispatcher.shutdown()
        app.extensions["background"].submit(lambda: None).result(timeout=30)  # what was begun has ended


@pytest.fixture
def site(served: Flask, migrated: Path) -> Iterator[str]:
    """The product with the cast in it."""
    with serving(served, migrated) as address:
        yield address


@pytest.fixture
def new_site(served: Flask, unused: Path) -> Iterator[str]:
    """The product as it is when nobody has used it yet."""
    with serving(served, unused) as address:
        yield address


@pytest.fixture
def begun(site: str) -> None:
    """The report of the first quarter, begun by the controller, with two figures typed."""
    chi = db.session.query(User).filter_by(username="chi").one()
    typed_figures("2026-Q1", chi, dossiers__received=1568, dossiers__resolved_late=11)
    a_report(chi)
    db.session.commit()


@pytest.fixture
def window(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Open a window of its own; a message on the browser's console fails the test."""
    contexts, complaints = [], []

    def open_window(javascript: bool = True, width: int = 1366, height: int = 768) -> Page:
        context = chromium.new_context(
            java_script_enabled=javascript,
            viewport={"width": width, "height": height},
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def visit(window: Callable[..., Page], served: Flask, site: str) -> Callable[..., Visitor]:
    """One of the cast, signed in already, at the front page in a window of their own; test_door.py signs in by hand."""

    def signed_in(username: str, *, javascript: bool = True, width: int = 1366, height: int = 768) -> Visitor:
        visitor = Visitor(window(javascript, width, height), site)
        visitor.page.context.add_cookies([{"name": "session", "value": session_of(served, username), "url": site}])
        visitor.go("/")
        visitor.page.get_by_role("button", name="Đăng xuất").wait_for()
        return visitor

    return signed_in


@pytest.fixture
def knock(window: Callable[..., Page], site: str) -> Callable[..., Visitor]:
    """Come to the product, not signed in, in a window of one's own."""
    return lambda **size: Visitor(window(**size), site)


def session_of(served: Flask, username: str) -> str:
    """What the browser keeps of somebody who has signed in."""
    signed_in = {"_user_id": db.session.query(User).filter_by(username=username).one().get_id(), "_fresh": True}
    db.session.commit()  # or its lock keeps the server waiting
    serializer = SecureCookieSessionInterface().get_signing_serializer(served)
    assert serializer is not None
    return str(serializer.dumps(signed_in))


@pytest.fixture
def arrive(window: Callable[..., Page], new_site: str) -> Callable[..., Visitor]:
    """Come to the product that nobody has used yet, in a window of one's own."""
    return lambda **size: Visitor(window(**size), new_site)
