import logging
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from types import SimpleNamespace
from unicodedata import normalize

import pytest
from paper import fonts, runs, texts
from pypdf import PdfReader
from xhtml2pdf import pisa

from intranet.kernel.pdf import in_our_letters, render_pdf

TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = "".join(normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES)
ALPHABET = f"{LETTERS}đ {LETTERS.upper()}Đ"
LINE = "Một dòng vừa đủ. "


def document(body: str, css: str = "") -> str:
    page = "@page { size: a4; margin: 20mm } html { font-family: Tinos; font-size: 14pt } p, h2 { margin: 0 }"
    kept = "h2 { -pdf-keep-with-next: true; -pdf-outline: false } .last { -pdf-keep-with-next: true }"
    return (
        f'<html lang="vi"><head><title>Báo cáo quý I</title><style>{page}{kept}{css}</style></head>'
        f"<body>{body}</body></html>"
    )


def read(html: str) -> PdfReader:
    return PdfReader(BytesIO(render_pdf(html)))


@pytest.mark.parametrize("tags", ["p", "p b", "p i", "p b i"])
def test_every_vietnamese_letter_is_printed_in_every_face(tags):
    opened = "".join(f"<{tag}>" for tag in tags.split())
    closed = "".join(f"</{tag}>" for tag in reversed(tags.split()))
    (page,) = texts(read(document(f"{opened}{ALPHABET}{closed}")))
    assert page.replace(" ", "") == ALPHABET.replace(" ", "")
    assert "■" not in page


def test_only_tinos_is_named_and_it_is_embedded():
    table = "<table><tr><td></td><td>Ô</td></tr></table>"
    named = fonts(read(document(f"<p>Thường <b>đậm</b> <i>nghiêng <b>cả hai</b></i></p>{table}")))
    faces = ("Regular", "Bold", "Italic", "BoldItalic")
    assert {name.split("+")[1] for name in named} == {f"Tinos-{face}" for face in faces}
    assert all(named.values())


def test_the_file_says_its_title_language_and_version():
    pdf = read(document("<p>Nội dung</p>"))
    assert pdf.metadata.title == "Báo cáo quý I"
    assert pdf.trailer["/Root"]["/Lang"] == "vi"
    assert pdf.pdf_header >= "%PDF-1.4"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/a",
        "https://example.org/a.png",
        "file:///etc/passwd",
        "/etc/passwd",
        "a.png",
        "data:image/png,",
    ],
)
@pytest.mark.parametrize(
    "markup",
    [
        '<img src="{}">',
        '<link rel="stylesheet" href="{}">',
        '<style>@import url("{}");</style>',
        '<style>@font-face {{ font-family: X; src: url("{}") }}</style>',
        "<div style=\"background-image: url('{}')\">a</div>",
        '<pdf:insertpdf src="{}"></pdf:insertpdf>',
    ],
)
def test_a_document_that_asks_for_something_outside_is_refused(markup, address):
    with pytest.raises(RuntimeError, match="may not load"):
        render_pdf(document(markup.format(address)))


def test_an_error_of_the_composer_is_not_passed_over(monkeypatch):
    monkeypatch.setattr(pisa, "CreatePDF", lambda *_, **__: SimpleNamespace(err=1, log=["hỏng"]))
    with pytest.raises(RuntimeError, match="hỏng"):
        render_pdf(document("<p>Nội dung</p>"))


def test_threads_each_get_their_own_document():
    words = [f"Tài liệu số {number}" for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        pdfs = list(pool.map(lambda word: read(document(f"<p>{word}</p>" * 40)), words))
    for word, pdf in zip(words, pdfs, strict=True):
        assert " ".join(texts(pdf)) == " ".join([word] * 40)


def test_nothing_is_logged_or_written(capfd, caplog):
    with caplog.at_level(logging.WARNING):
        render_pdf(document("<p>Một ký hiệu không có trong phông: 😀</p>"))
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_a_long_word_breaks_instead_of_leaving_the_page():
    pdf = read(document(f"<p>{'Đ' * 300}</p>", "html { overflow-wrap: break-word }"))
    assert texts(pdf)[0].count("Đ") == 300
    assert len({run.y for run in runs(pdf.pages[0])}) > 3


def filled(lines: int) -> str:
    return "<p>Dòng.</p>" * lines


@pytest.mark.parametrize("lines", range(28, 42))
def test_a_heading_stays_with_the_first_lines_of_its_text_and_no_more(lines):
    pages = texts(read(document(f"{filled(lines)}<h2>Mục</h2><p>{LINE * 200}</p>")))
    with_heading = next(number for number, page in enumerate(pages) if "Mục" in page)
    before, after = pages[with_heading].split("Mục")
    assert after.count("Một dòng") >= 8, "at least two lines"
    capacity = texts(read(document(filled(100))))[0].count("Dòng.")
    assert before.count("Dòng.") == lines - with_heading * min(lines, capacity)
    assert (with_heading == 0) == (lines + 3 <= capacity)


@pytest.mark.parametrize("lines", range(28, 42))
def test_a_long_table_begins_under_its_caption(lines):
    rows = "<tr><td>hàng</td></tr>" * 120
    table = f"<table><thead><tr><th>Cột</th></tr></thead>{rows}</table>"
    pages = texts(read(document(f"{filled(lines)}<h2>Biểu</h2>{table}")))
    with_caption = next(page for page in pages if "Biểu" in page)
    assert with_caption.split("Biểu")[1].startswith(" Cột hàng")
    assert sum(page.count("hàng") for page in pages) == 120
    assert [page.count("Cột") for page in pages if "hàng" in page] == [1] * sum("hàng" in page for page in pages)


@pytest.mark.parametrize("lines", range(0, 42, 3))
@pytest.mark.parametrize("length", [4, 30, 300])
def test_a_signature_never_stands_alone_on_a_page(lines, length):
    signature = '<table><tr><td style="height: 120pt">Ký tên</td></tr></table>'
    pages = texts(read(document(f'{filled(lines)}<p class="last">{LINE * length}</p>{signature}')))
    assert "Ký tên" in pages[-1]
    assert "Một dòng" in pages[-1]
    assert sum(page.count("vừa đủ") for page in pages) == length


def test_a_last_paragraph_of_many_pages_comes_to_an_end():
    signature = "<table><tr><td>Ký tên</td></tr></table>"
    pages = texts(read(document(f'<h2>Mục</h2><p class="last">{LINE * 2000}</p>{signature}')))
    assert sum(page.count("vừa đủ") for page in pages) == 2000


def test_what_asks_for_a_neighbour_it_has_not_is_still_printed():
    assert texts(read(document(f"{filled(30)}<h2>Mục cuối</h2>")))[-1].endswith("Mục cuối")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Tốt 👍.", "Tốt □."),
        ("Tốt 👍🏽.", "Tốt □."),
        ("Cả nhà 👨\u200d👩\u200d👧 đến", "Cả nhà □ đến"),
        ("Hai 😀😀", "Hai □□"),
        ("Xong ✔️ rồi", "Xong □ rồi"),
        ("Chữ 漢字", "Chữ □□"),
        ("Hàng ⑩, diện tích 5㎡", "Hàng 10, diện tích 5m2"),
    ],
)
def test_what_the_letters_lack_is_printed_plainer_or_as_a_box_and_never_vanishes(typed, printed):
    (page,) = texts(read(document(f"<p>{typed}</p><p><b><i>{typed}</i></b></p>")))
    assert " ".join(page.split()) == f"{printed} {printed}"


def test_what_the_letters_have_is_left_as_it_is():
    html = document(f"<p>{ALPHABET} “…” – − × ≤ • □ \u00a0½²</p>")
    assert in_our_letters(html) is html
