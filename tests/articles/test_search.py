"""Finding stories by their words, on the database that the tests run on."""

import pytest
from django.db import connection
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import search
from articles.models import Article, SearchText
from tests.factories import change, make_article


def found(text, **how):
    return set(search.matching(Article.objects.all(), text, **how))


@pytest.fixture
def story():
    return make_article(
        "Council votes on the Łódź ferry",
        body="<p>The sea wall holds. <strong>Crème</strong> brûlée for all.</p><ul><li>One</li><li>Two</li></ul>",
        standfirst="Nine to eight.",
        slug="harbour-vote",
    )


@pytest.mark.django_db
class TestMatching:
    @pytest.mark.parametrize(
        "text",
        ["council", "COUNCIL", "ferry council", "lodz", "ŁÓDŹ", "brulee", "creme brûlée", "nine", "harbour-vote", "two",
         '"sea wall"', "“sea wall”", '"sea wall" ferry', "cou", "ferry cou", "votes,  on!"],
    )  # fmt: skip
    def test_finds(self, story, text):
        assert found(text) == {story}

    @pytest.mark.parametrize(
        "text",
        ["auction", "ferry auction", '"wall sea"', '"sea wal"', "cou ferry", "strong", "!!!", "ouncil", '"'],
    )
    def test_finds_nothing(self, story, text):
        assert found(text) == set()

    def test_blank_text_narrows_nothing(self, story):
        assert found(" \n") == {story}

    def test_narrows_what_it_is_given(self, story):
        assert not search.matching(Article.objects.exclude(pk=story.pk), "council")

    def test_headline_alone(self, story):
        assert found("ferry", only_headline=True) == {story}
        assert found("wall", only_headline=True) == set()

    @pytest.mark.parametrize("text", ["東京", "東京都 知事", "知事選", "京都"])
    def test_chinese_and_japanese_are_found_without_spaces(self, text):
        story = make_article("東京都知事選の開票", body="<p>本文。</p>")
        assert found(text) == {story}

    def test_letters_in_another_order_are_another_word(self):
        make_article("東京都知事選の開票")
        assert found("京東") == set()

    @pytest.mark.parametrize("text", ["समाचार", "समाचार में", "खबर"])
    def test_signs_of_vowels_belong_to_their_word(self, text):
        story = make_article("आज समाचार में खबर")
        assert found(text) == {story}
        assert found("समच") == set()

    def test_many_matches_are_found_as_few_are(self, story, monkeypatch):
        other = make_article("Another ferry")
        monkeypatch.setattr(search, "FEW", 1)
        assert found("ferry") == {story, other}


@pytest.mark.django_db
class TestIndex:
    def test_follows_each_save(self, story):
        change(story, headline="Nothing new", body="<p>A lighthouse.</p>")
        assert found("lighthouse") == {story}
        assert found("wall") == set()

    def test_goes_with_its_story(self):
        bare = Article.objects.create(headline="Bare", slug="bare")
        search.index(bare)
        bare.delete()
        assert not SearchText.objects.exists()
        assert found("bare") == set()
        assert search.is_sound()

    def test_costs_one_query(self, story, django_assert_num_queries):
        with django_assert_num_queries(1):
            search.index(story)

    def test_the_longest_story_is_indexed_to_a_bound(self, monkeypatch):
        monkeypatch.setattr(search, "LONGEST", 30)
        make_article(body=f"<p>{'early ' * 9} late</p>")
        assert found("early")
        assert not found("late")

    def test_takes_a_text_of_different_words_without_end(self):
        words = " ".join(f"{number:x}" for number in range(200_000, 320_000))
        story = make_article(body=f"<p>{words}</p>")
        assert found("30d40") == {story}

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's index cannot differ from its table")
    def test_tells_when_it_does_not_say_what_its_table_says(self, story):
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER articles_search_changed")
        change(story, headline="Changed behind its back")
        assert not search.is_sound()
        search.rebuild()
        assert search.is_sound()


class AnyText(TestCase):
    """Whatever is typed, and whatever a story says."""

    @given(st.text(max_size=60))
    @example('"')
    @example('" OR NEAR(a b) {headline}: ^x*')
    @example("a:* & !b | (c <-> 'd')")
    @example("\0\x01\x1f\udcff")
    @example("headline:ferry -sea +wall rowid:1")
    @example("'; DROP TABLE articles_article; --")
    @example("%s %(a)s")
    def test_finds_without_an_error(self, text):
        make_article("Council votes")
        list(search.matching(Article.objects.all(), text))

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=60))
    def test_a_story_is_found_by_its_own_headline(self, headline):
        story = make_article(headline)
        terms = search.asked_for(f'"{headline}"' if not set(headline) & set('"“”„«»') else headline)
        if terms and len(search.split(headline)) <= search.MAX_TERMS:
            assert story in search.matching(Article.objects.all(), headline)


@pytest.mark.django_db
class TestWords:
    """How rare words are, which tells what a story is about."""

    def test_word_counts_the_stories_that_have_it(self):
        for body in ("<p>Quay and quay.</p>", "<p>Quay.</p>", "<p>Moor.</p>"):
            make_article(body=body)
        known, total = search.Words().frequencies(["quay", "moor"])
        assert ([round(known[word]) for word in ("quay", "moor")], total) == ([2, 1], 3)

    def test_sample_holds_for_a_while_and_is_told_of_as_many_stories_as_there_are(self):
        make_article(body="<p>Quay.</p>")
        search.sampled()
        make_article(body="<p>Quay.</p>")
        known, total = search.Words().frequencies(["quay"])
        assert (round(known["quay"]), total) == (2, 2)

    def test_word_of_no_story_of_the_sample_is_rarer_than_one_of_it(self, monkeypatch):
        monkeypatch.setattr(search, "ASKED_EXACTLY", 0)
        monkeypatch.setattr(search, "SAMPLE", 2)
        for body in ("<p>Moor.</p>", "<p>Quay.</p>", "<p>Quay.</p>"):
            make_article(body=body)
        known, _ = search.Words().frequencies(["quay", "moor"])
        assert 0 < known["moor"] < known["quay"]

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps no count of words")
    def test_sqlite_says_exactly_how_rare_a_few_words_are(self, monkeypatch):
        monkeypatch.setattr(search, "SAMPLE", 1)
        monkeypatch.setattr(search, "COMMON", 2)
        for body in ("<p>Moor.</p>", "<p>Moor.</p>", "<p>Quay.</p>"):
            make_article(body=body)
        assert search.Words().frequencies(["moor", "gull"]) == ({"moor": 2, "gull": 0}, 3)
