"""`manage.py score_related`: what suggestions reach of the ideal, and files that cannot be scored."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

TEXTS = {
    "f1": "The Skerry ferry contract goes to Northquay.",
    "r1": "Flooded homes at Thornby after rain on the moor.",
    "f2": "Islanders of Skerry want a ferry in the gale.",
    "r2": "The river rose with the rain and flooded Thornby.",
    "f3": "Northquay builds a ferry for Skerry.",
    "r3": "Rain on the moor, homes flooded again.",
}
LINES = [
    {"id": key, "text": text, "ratings": {other: 1 for other in TEXTS if other != key and other[0] == key[0]}}
    for key, text in TEXTS.items()
]
BACKGROUND = [{"id": f"b{number}", "text": f"Goal{number} for the crowd{number} of town."} for number in range(5)]


def score(tmp_path, lines, **options):
    path = tmp_path / "rated.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    out = io.StringIO()
    call_command("score_related", str(path), stdout=out, **options)
    return out.getvalue()


def test_one_object_holds_the_shares(tmp_path):
    found = json.loads(score(tmp_path, LINES + BACKGROUND, json=True))
    assert found["suggestions"] == 1
    assert found["newest"] < 1
    assert (found["rated"], found["lines"], found["ideal_mean_rating"]) == (6, 11, round(2 / 3, 4))


def test_report_says_the_same(tmp_path):
    shown = score(tmp_path, LINES + BACKGROUND)
    assert "6 rated texts among 11" in shown
    assert "suggestions  1.000 of the ideal" in shown


def test_line_without_ratings_is_no_candidate(tmp_path):
    twin = {"id": "twin", "text": TEXTS["f1"]}
    assert json.loads(score(tmp_path, [*LINES, twin, *BACKGROUND], json=True))["suggestions"] == 1


def test_rating_on_one_side_holds_for_both(tmp_path):
    one_way = [line | {"ratings": line["ratings"] if line["id"].endswith("1") else {"f1": 0.0}} for line in LINES]
    assert json.loads(score(tmp_path, one_way, json=True))["ideal_mean_rating"] > 0


def test_list_of_ids_rates_each_as_one(tmp_path):
    listed = [line | {"ratings": list(line["ratings"])} for line in LINES]
    assert score(tmp_path, listed, json=True) == score(tmp_path, LINES, json=True)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "no JSON object"),
        ({"id": "x"}, "needs an id and a text"),
        ({"id": "x", "text": 1}, "needs an id and a text"),
        ({"id": "x", "text": "", "ratings": "f1"}, "ratings must be an object"),
        ({"id": "x", "text": "", "ratings": {"f1": 2}}, "rating of f1 must be a number from 0 to 1"),
        ({"id": "x", "text": "", "ratings": {"f1": True}}, "rating of f1 must be"),
        ({"id": "x", "text": "", "ratings": {"nobody": 1}}, "there is no line nobody"),
        ({"id": "f1", "text": ""}, "has the id f1 already"),
    ],
)
def test_line_that_is_amiss_is_named(tmp_path, line, message):
    with pytest.raises(CommandError, match=message) as refused:
        score(tmp_path, [*LINES, line])
    assert "rated.jsonl:7:" in str(refused.value)


def test_file_without_ratings_cannot_be_scored(tmp_path):
    with pytest.raises(CommandError, match="nothing to score by"):
        score(tmp_path, BACKGROUND)
