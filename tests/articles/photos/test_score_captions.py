"""`manage.py score_captions`: rates, misses, and files that cannot be scored."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

LINE = {
    "id": "x1",
    "raw": "A ferry at Tarn End. (AP Photo/Jane Doe)",
    "is_caption": True,
    "caption": "A ferry at Tarn End.",
    "credit": "AP Photo/Jane Doe",
    "creators": ["Jane Doe"],
    "source": None,
    "agency": "ap",
    "distributor": None,
    "qualifiers": [],
    "difficulty": "common",
}
MISS = LINE | {"id": "x2", "credit": "Jane Doe", "difficulty": "trap"}


def score(tmp_path, lines, **options):
    path = tmp_path / "lines.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    out = io.StringIO()
    call_command("score_captions", str(path), stdout=out, **options)
    return out.getvalue()


def test_one_object_holds_the_rates(tmp_path):
    found = json.loads(score(tmp_path, [LINE, "", MISS], json=True))
    assert (found["common"], found["uncommon"], found["trap"], found["confident"]) == (1, None, 0, 0.5)
    assert (found["lines"], found["share_confident"], found["fields"]["credit"]) == (2, 1, 0.5)


def test_miss_says_what_was_wanted_and_what_came(tmp_path):
    [miss] = json.loads(score(tmp_path, [LINE, MISS], json=True))["misses"]
    assert (miss["line"], miss["raw"]) == (2, LINE["raw"])
    assert (miss["wanted"], miss["got"]) == ({"credit": "Jane Doe"}, {"credit": "AP Photo/Jane Doe"})


def test_report_shows_the_miss_and_the_rates(tmp_path):
    shown = score(tmp_path, [LINE, MISS])
    assert LINE["raw"] in shown
    assert 'credit: wanted "Jane Doe", got "AP Photo/Jane Doe"' in shown
    assert "2 lines, exact: 50.0%" in shown


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "no JSON object"),
        ("[1]", "no JSON object"),
        ({"raw": "x"}, "lacks is_caption, caption"),
        (LINE | {"raw": 1}, "raw must be a text"),
        (LINE | {"creators": "Jane Doe"}, "creators must be a list"),
        (LINE | {"agency": []}, "agency must be a text"),
        (LINE | {"difficulty": "hard"}, "difficulty must be one of"),
    ],
)
def test_bad_line_is_named_by_file_and_number(tmp_path, line, message):
    with pytest.raises(CommandError, match=rf"lines\.jsonl:2: .*{message}"):
        score(tmp_path, [LINE, line])


def test_line_in_another_encoding_is_named_by_its_number(tmp_path):
    path = tmp_path / "lines.jsonl"
    path.write_bytes(
        json.dumps(LINE).encode() + b"\n" + json.dumps(LINE | {"raw": "Caf\xe9"}, ensure_ascii=False).encode("latin-1")
    )
    with pytest.raises(CommandError, match=r"lines\.jsonl:2: this is no UTF-8"):
        call_command("score_captions", str(path))


def test_file_without_lines_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="no line to score"):
        score(tmp_path, [""])


def test_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("score_captions", str(tmp_path / "none.jsonl"))


def test_half_a_surrogate_pair_can_be_shown(tmp_path):
    score(tmp_path, [json.dumps(MISS | {"raw": "\ud800"})]).encode()
