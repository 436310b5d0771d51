"""`manage.py publish ID [--at TIME | --cancel]`: show readers the newest revision of a story, now or at a time."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles import guards, workflow
from articles.models import Article
from articles.photos.moments import Doubled, moment_at


class Command(BaseCommand):
    help = "Show readers the newest revision of a story, now or at a time."

    def add_arguments(self, parser):
        parser.add_argument("id", type=int, help="the story's number, as in its admin address")
        when = parser.add_mutually_exclusive_group()
        when.add_argument("--at", metavar="TIME", help="such as 2026-12-24T06:00, in the site's time zone")
        when.add_argument("--cancel", action="store_true", help="take back what is scheduled, and publish nothing")

    def handle(self, **options):
        article = find_article(options["id"])
        if options["cancel"]:
            self._cancel(article)
            return
        try:
            if options["at"] is not None:
                edition = workflow.schedule(article, read_moment(options["at"]))
            else:
                edition = workflow.publish(article)
        except workflow.NotPossible as refusal:
            lines = "\n".join(f"  - {problem}" for problem in refusal.problems)
            raise CommandError(f"story {article.pk} was not published:\n{lines}") from None
        for problem in guards.advice(edition.revision, edition.live_from):
            self.stderr.write(f"worth a look: {problem}")
        moment = timezone.localtime(edition.live_from).isoformat(timespec="seconds")
        self.stdout.write(f"{edition.path} live from {moment}")

    def _cancel(self, article: Article) -> None:
        if not workflow.cancel_schedule(article):
            raise CommandError(f"story {article.pk} is not scheduled")
        self.stdout.write(f"story {article.pk} is not scheduled any more")


def find_article(pk: int) -> Article:
    """The article with this number, or a CommandError that says where to find numbers."""
    try:
        return Article.objects.get(pk=pk)
    except Article.DoesNotExist:
        raise CommandError(f"there is no story {pk}; its number stands in its admin address") from None


def read_moment(text: str) -> datetime:
    """A moment from ISO 8601; without a zone, in the site's own."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"--at {text!r} is no time; write it as 2026-12-24T06:00") from None
    if moment.tzinfo:
        return moment
    try:
        return moment_at(moment)
    except Doubled as doubled:
        raise CommandError(f"--at {doubled.message} Give it with its offset, such as {text}+01:00") from None
    except ValidationError as error:
        raise CommandError(f"--at {error.message}") from None
