"""Windows with the form of one story, as browsers have them, and a count of each word that was typed in any."""

import uuid
from itertools import count

from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from articles.models import Autosave
from tests.articles.admin.stories import url
from tests.articles.admin.typed import sent

BODY = (
    '<p>One.</p>\n<p>Two.</p>\n<figure data-photo="{}" data-caption="Boats." data-alt="Boats"></figure>\n<p>Three.</p>'
)
PLACES = [
    "headline", "standfirst", "advertiser", "dateline", "lead_caption", "related_links-0-headline",
    "related_links-0-teaser", "One.", "Two.", "Three.", "Boats.", "a new paragraph",
]  # fmt: skip


class Words:
    """Each word that was typed, until somebody decides against it."""

    def __init__(self, article):
        self.article, self.numbers, self.typed = article, count(), set()

    def new(self, place: str) -> str:
        word = f"w{next(self.numbers)}{'h' if place == 'headline' else ''}z"
        self.typed.add(word)
        return word

    def drop(self, *contents) -> None:
        """Somebody saw these and decided against them."""
        said = str(contents)
        self.typed -= {word for word in self.typed if word in said}

    def lost(self) -> set[str]:
        """Neither in the newest revision, nor offered to anybody."""
        newest = self.article.latest_revision()
        offered = Autosave.objects.filter(article=self.article, content__isnull=False)
        rows = list(offered.values_list("content", "why", "answers"))
        has = f"{newest.content} {list(self.article.revisions.values_list('why', flat=True))} {rows}"
        return {word for word in self.typed if word not in has}


class Window:
    """A person's window with the story's form."""

    def __init__(self, person, article, words: Words):
        self.browser, self.person, self.article, self.words = Client(), person, article, words
        self.browser.force_login(person)
        self.open()

    def open(self) -> None:
        """The form, anew."""
        context = self.browser.get(url(self.article)).context
        self.form = sent(self.browser, self.article).copy()
        self.form["opened"], self.form["autosave"], self.form["_continue"] = context["opened"], str(uuid.uuid4()), "1"
        self.form["why"], self.screen = "", None

    def type(self, place: str) -> None:
        """A word of its own at the end of what stands there; the server hears of it some seconds later."""
        word = self.words.new(place)
        if place in self.form:
            self.form[place] = f"{self.form[place]} {word}".strip()
        elif place == "a new paragraph":
            self.form["body"] += f"\n<p>{word}</p>"
        elif place in self.form["body"]:
            self.form["body"] = self.form["body"].replace(place, f"{place} {word}", 1)
        else:
            self.words.typed.discard(word)  # what it would have been typed into is gone
        self.heard()

    def heard(self):
        return self.browser.post(url(self.article, "autosave"), self.form)

    def save(self) -> None:
        """As the button does; one is led to the form again, or to the screen that asks."""
        answer = self.browser.post(url(self.article), self.form, follow=True)
        assert answer.status_code == 200
        assert not getattr(answer.context.get("adminform"), "errors", None), answer.context["adminform"].errors
        if "taking" not in answer.context:
            return self.open()
        self.screen = answer.redirect_chain[-1][0]
        return self._look(answer)

    def sign_out(self) -> None:
        """The session ended; it is noticed with a save, and one signs in in another tab."""
        self.browser.logout()
        assert self.heard().status_code == 302
        assert self.browser.post(url(self.article), self.form).status_code == 302
        self.browser.force_login(self.person)

    def answer(self, choice: str, leaves_the_rest: bool = False) -> None:
        """What is asked on the screen, all in one way; "later" leaves the screen with own words written there."""
        if not self.screen:
            return
        page = self.browser.get(self.screen)
        taking = page.context["taking"]
        self._look(page)
        fields = [] if leaves_the_rest else [part.field for part in taking.parts]
        data, dropped = {"latest": taking.latest.number, "field": fields}, []
        for question in taking.questions:
            dispute, key = question.dispute, question.place
            way = choice if choice != "both" or dispute.has_both else "mine"
            data |= {f"choice-{key}": way, f"asked-{key}": dispute.key}
            if question.may_write and choice in {"own", "later"}:
                own = self.words.new(dispute.field)
                is_body = dispute.field == "body"
                data |= {f"choice-{key}": "own", f"own-{key}": f"<p>{own}</p>" if is_body else own}
                dropped += [dispute.mine, dispute.theirs] if choice == "own" else []
            elif choice != "later":
                data |= {f"choice-{key}": "theirs" if way == "theirs" else way if way == "both" else "mine"}
                dropped += {"theirs": [dispute.mine], "both": []}.get(way, [dispute.theirs])
        if choice == "later":
            data["_later"] = ""
        self.browser.post(self.screen, data)
        self.words.drop(*dropped)
        self.open()

    def _look(self, page) -> None:
        """The screen shows each word of the person's own that is not in the story."""
        shown = LexborHTMLParser(page.content.decode()).body.html
        row = page.context["row"]
        mine = {word for word in self.words.typed if word in str(row.content)}
        stored = str(self.article.latest_revision().content)
        assert [word for word in mine if word not in shown and word not in stored] == []
