"""`manage.py suggest_related`."""

import io

import pytest
from django.core.management import call_command

from tests.articles.test_suggestions import FERRY, kept
from tests.factories import make_live

pytestmark = pytest.mark.django_db


def test_every_story_gets_what_goes_with_it():
    for number in range(6):
        make_live(body=f"<p>Word{number} goal{number} crowd{number} stood by.</p>")
    one, other = make_live(body=FERRY).article, make_live(body=FERRY).article
    out = io.StringIO()
    call_command("suggest_related", stdout=out)
    assert (kept(one), kept(other)) == ([other.pk], [one.pk])
    assert out.getvalue() == "8 stories looked at\n"


def test_empty_site_has_nothing_to_work_out():
    out = io.StringIO()
    call_command("suggest_related", stdout=out)
    assert out.getvalue() == "0 stories looked at\n"
