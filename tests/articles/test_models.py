"""What the database refuses whoever writes."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models

from articles.models import Article, Publication, RelatedLink
from articles.sponsors.models import Placement
from tests.factories import make_article, make_live, make_photo

pytestmark = pytest.mark.django_db


def test_body_is_sanitised_at_every_save():
    article = Article.objects.create(headline="H", slug="h", body='<p onclick="x()">a<script>b</script></p>')
    assert Article.objects.get(pk=article.pk).body == "<p>a</p>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('<figure data-photo="999"></figure>', "no photo with the number 999"),
        ('<aside data-related="999"></aside>', "no story with the number 999"),
    ],
)
def test_unknown_reference_is_refused_with_a_message(body, words):
    with pytest.raises(ValidationError, match=words):
        Article(headline="H", slug="h", body=body, language="en-gb").full_clean()


def test_photo_that_ever_ran_cannot_be_deleted():
    photo = make_photo()
    make_live(lead_photo=photo)
    with pytest.raises(models.ProtectedError):
        photo.delete()


def test_there_is_one_publication():
    Publication(name="Second").save()
    assert Publication.objects.get().name == "Second"


@pytest.mark.parametrize("field", ["label", "disclosure"])
def test_placement_without_label_or_disclosure_is_refused(field, django_user_model):
    from django.utils import timezone

    fields = {"slot": "top", "label": "Advertisement", "disclosure": "Paid.", "text": "T", "advertiser": "A"}
    placement = Placement(
        **fields | {field: ""}, link="https://example.org/", ends_at=timezone.now().replace(year=2999)
    )
    with pytest.raises(ValidationError, match="cannot be blank"):
        placement.full_clean()
    with pytest.raises(IntegrityError):
        placement.save()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/"])
def test_dangerous_address_is_refused(url):
    with pytest.raises(ValidationError, match="valid URL"):
        RelatedLink(article=make_article(), headline="H", url=url).full_clean()


def test_link_has_one_end():
    article = make_article()
    with pytest.raises(ValidationError, match="not both"):
        RelatedLink(article=article, target=make_article(), url="https://example.org/", headline="H").full_clean()


def test_story_is_not_related_to_itself():
    article = make_article()
    with pytest.raises(ValidationError, match="itself"):
        RelatedLink(article=article, target=article).full_clean()
