"""Chinese and Japanese: where words begin and end is worked out from names, titles and terms."""

from __future__ import annotations

import pytest

from kg.annotate.annotation import Annotation, annotate
from kg.annotate.densenames import is_foreign
from kg.annotate.phrase import Body, Person, Treaty
from tests.cases.reading import article, language


def annotated(text: str, code: str) -> Annotation:
    return annotate(article(text, code), language(code))


def names(text: str, code: str) -> list[str]:
    annotation = annotated(text, code)
    items = [i for s in annotation.sentences for i in s.items]
    return [annotation.text(*i.phrase.name) for i in items if isinstance(i.phrase, Person)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ja", "岡田健太外務副大臣は条約に署名した。", ["岡田健太"]),
        ("ja", "会合に岡田健太・駐トルコ大使が出席した。", ["岡田健太"]),
        ("ja", "岡田氏は帰国した。", ["岡田"]),
        ("ja", "アナ・ベラ外相は条約に署名した。", ["アナ・ベラ"]),
        ("ja", "ベラ外相は条約に署名した。", ["ベラ"]),
        ("ja", "エネルギー相は条約に署名した。", []),
        ("ja", "沿岸警備隊司令官は条約に署名した。", []),
        ("zh", "外交部长李国安签署条约。", ["李国安"]),
        ("zh", "外长安娜·贝拉签署条约。", ["安娜·贝拉"]),
        ("zh", "外长安娜·贝拉签署条约。贝拉表示满意。", ["安娜·贝拉"]),
        ("zh", "代表高度评价条约。", []),
        ("zh", "来自五国的250余名代表出席会议。", []),
    ],
)
def test_a_name_is_found_by_its_signs(code: str, text: str, expected: list[str]) -> None:
    assert names(text, code) == expected


def test_a_name_with_a_dot_or_in_katakana_is_foreign() -> None:
    tokens = {code: language(code).lexicon.tokenizer for code in ("ja", "zh")}
    assert is_foreign(tokens["ja"].tokens("アナ・ベラ"))
    assert is_foreign(tokens["zh"].tokens("安娜·贝拉"))
    assert not is_foreign(tokens["zh"].tokens("李国安"))


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ja", "エジプトと独、条約に署名", ["state/EG", "state/DE"]),
        ("ja", "各国が参加を加速した。", []),
        ("ja", "日中が条約に署名した。", ["state/JP", "state/CN"]),
        ("zh", "各国加强合作,就此交换意见。", []),
        ("zh", "中埃两国签署条约。", ["state/CN", "state/EG"]),
    ],
)
def test_a_state_of_one_character_is_no_part_of_a_word(code: str, text: str, expected: list[str]) -> None:
    items = [i for s in annotated(text, code).sentences for i in s.items]
    assert [e.value for i in items if i.symbol == "S" and (e := i.entry("state"))] == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ja", "両国は「海と空に関する協定」に署名した。", ["海と空に関する協定"]),
        ("ja", "両国は犯罪人引き渡し条約に署名した。", ["犯罪人引き渡し条約"]),
        ("ja", "「条約を守る」と首相は述べた。", ["条約"]),
        ("zh", "两国签署《关于防止盗窃、盗掘和非法贩运的协定》。", ["关于防止盗窃、盗掘和非法贩运的协定"]),
        ("zh", "两国签署引渡条约。", ["引渡条约"]),
    ],
)
def test_a_treaty_s_name_ends_with_its_noun(code: str, text: str, expected: list[str]) -> None:
    annotation = annotated(text, code)
    items = [i for s in annotation.sentences for i in s.items]
    assert [annotation.text(*i.phrase.name) for i in items if isinstance(i.phrase, Treaty)] == expected


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ja", "国際ケーブル保護委員会が発表した。", ["国際ケーブル保護委員会"]),
        ("ja", "海上保安庁が発表した。", ["海上保安庁"]),
        ("zh", "会议设立区域电缆监测委员会。", ["区域电缆监测委员会"]),
        ("zh", "东部和内部局势紧张。", []),
    ],
)
def test_a_body_is_the_words_before_its_head(code: str, text: str, expected: list[str]) -> None:
    annotation = annotated(text, code)
    items = [i for s in annotation.sentences for i in s.items]
    assert [annotation.text(*i.phrase.name) for i in items if isinstance(i.phrase, Body)] == expected


def test_a_rare_character_stays_inside_a_foreign_name() -> None:
    text = "会议\n\n吉尔吉斯斯坦外交部长阿桑别克·托克托马托夫4日发表讲话。"
    assert names(text, "zh") == ["阿桑别克·托克托马托夫"]


def test_a_name_that_on_opens_has_its_parties_in_front() -> None:
    annotation = annotated("表决\n\n芬兰议会11日以121票赞成，批准了芬兰与爱沙尼亚关于修建海底铁路隧道的条约。", "zh")
    titles = [i.phrase for s in annotation.sentences for i in s.items if isinstance(i.phrase, Treaty)]
    assert [annotation.text(*t.name) for t in titles] == ["芬兰与爱沙尼亚关于修建海底铁路隧道的条约"]
    assert not [i for s in annotation.sentences for i in s.items if (e := i.entry("state")) and e.value == "state/IL"]
