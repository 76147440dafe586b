"""The inspection of pages finds each of the faults it is there for."""

import pytest
from page_client import inspect

PAGE = (
    '<!doctype html><html lang="vi"><head><title>{title}</title></head>'
    '<body><h1>Hồ sơ</h1><label for="a">Mã</label><input id="a" name="a">{more}</body></html>'
)
FAULTS = {
    "a tag that nothing opened": "<div></p></div>",
    "a tag that nothing closes": "<div>",
    "tags that cross": "<b><i>chữ</b></i>",
    "a form within a form": "<form><form></form></form>",
    "a block within a sentence": "<p>chữ<div>chữ</div></p>",
    "text between the rows of a table": "<table>chữ<tr><td>1</td></tr></table>",
    "an attribute twice": '<p class="a" class="b">chữ</p>',
    "a value that ends its quotes": '<p title="a"b">chữ</p>',
    "a name that is not escaped": "<p>một&hai</p>",
    "a sign without its end": "<p>&nbsp chữ</p>",
    "the same name twice": '<p id="a">chữ</p>',
    "a field without a label": '<input name="b">',
    "a list without a label": '<select name="b"></select>',
    "a text without a label": '<textarea name="b"></textarea>',
    "a value that is not there": "<p>None</p>",
    "a template's own marks": "<p>{{ ten }}</p>",
    "a word of English": "<p>Bấm Submit</p>",
    "English within what is hidden from eyes": '<p hidden class="c">file</p>',
    "two headings": "<h1>Khác</h1>",
    "a target that is not there": '<button hx-target="#rows">Lọc</button>',
    "a description that is not there": '<input aria-label="Mã" aria-describedby="hint">',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_page_with(fault):
    with pytest.raises(AssertionError):
        inspect(PAGE.format(title="Hồ sơ · Kiểm soát TTHC", more=FAULTS[fault]))


@pytest.mark.parametrize(
    "more",
    [
        "<p>một &amp; hai &lt; ba &#34;bốn&#34;, A & B</p>",
        "<p>Sửa {{dossiers.received}}</p>",
        '<label>Mã <input name="b"></label>',
        '<input name="b" aria-label="Mã" aria-describedby="hint"><p id="hint">Như trên giấy</p>',
        '<textarea aria-label="Lời văn">what somebody typed is not None</textarea><pre>error</pre>',
        '<input type="hidden" name="token"><button hx-target="#a" title="a > b">Lọc</button>',
    ],
)
def test_a_page_without_fault(more):
    inspect(PAGE.format(title="Hồ sơ · Kiểm soát TTHC", more=more))


def test_the_title_begins_with_the_heading():
    with pytest.raises(AssertionError, match="does not begin"):
        inspect(PAGE.format(title="Trang khác", more=""))


@pytest.mark.parametrize("part", ["<tr><td>1</td></tr>", '<div id="a"><p id="a">chữ</p></div>', "<div>chữ"])
def test_a_part_with_a_fault(part):
    with pytest.raises(AssertionError):
        inspect(part)


def test_a_part_without_fault():
    inspect('<div id="rows"><p>Chưa có hồ sơ nào.</p></div>')
