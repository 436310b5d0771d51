"""`manage.py withdraw ID --reason …`: take a story from readers at once."""

from django.core.management.base import BaseCommand, CommandError

from articles import workflow
from articles.management.commands.publish import find_article


class Command(BaseCommand):
    help = "Take a story from readers at once; its address then says that it was withdrawn."

    def add_arguments(self, parser):
        parser.add_argument("id", type=int, help="the story's number, as in its admin address")
        parser.add_argument("--reason", required=True, help="for the record; readers do not see it")
        parser.add_argument("--notice", default="", help="what readers are told in its place")

    def handle(self, **options):
        article = find_article(options["id"])
        try:
            workflow.withdraw(article, options["reason"], options["notice"])
        except workflow.NotPossible as refusal:
            raise CommandError(f"story {article.pk} was not withdrawn: {refusal}") from None
        self.stdout.write(f"story {article.pk} is withdrawn")
