"""`manage.py replace_photo OLD NEW [--dry-run]`: one photo by another in all stories, in one transaction."""

from django.core.management.base import BaseCommand, CommandError

from articles import replacing
from articles.photos.models import Photo
from articles.photos.moments import in_words
from articles.workflow import NotPossible


class Command(BaseCommand):
    help = "Put one photo in the place of another: in working copies, in what readers see, and in what is scheduled."

    def add_arguments(self, parser):
        parser.add_argument("old", type=int, help="the number of the photo that goes")
        parser.add_argument("new", type=int, help="the number of the photo that comes")
        parser.add_argument("--dry-run", action="store_true", help="only list what would change")

    def handle(self, **options):
        change = replacing.by_another(find_photo(options["old"]), find_photo(options["new"]))
        if options["dry_run"]:
            self._dry_run(replacing.plan(change))
            return
        try:
            done = replacing.carry_out(change)
        except NotPossible as refusal:
            raise CommandError(_refused(refusal.problems)) from None
        self._list(done)
        self.stdout.write(f"photo {options['old']} is replaced by photo {options['new']} in {_stories(done)}")

    def _dry_run(self, plan: replacing.Plan) -> None:
        self._list(plan)
        if plan.problems:
            raise CommandError(_refused([problem for _, problem in plan.problems]))
        self.stdout.write(f"nothing was changed; {_stories(plan)} would be")

    def _list(self, plan: replacing.Plan) -> None:
        for story in plan.stories:
            parts = ["live"] if story.live else []
            parts += [f"scheduled for {in_words(edition.live_from)}" for edition in story.ahead]
            parts += ["working copy"] if story.changes_working_copy else []
            self.stdout.write(f"story {story.article.pk} “{story.article}”: {', '.join(parts)}")
            for words in story.dropped:
                self.stdout.write(f"  drops “{words}”")


def find_photo(pk: int) -> Photo:
    """The photo with this number, or a CommandError that says where to find numbers."""
    try:
        return Photo.objects.get(pk=pk)
    except Photo.DoesNotExist:
        raise CommandError(f"there is no photo {pk}; its number stands in its admin address") from None


def _refused(problems) -> str:
    return "\n".join(["nothing was replaced:", *(f"  - {problem}" for problem in problems)])


def _stories(plan: replacing.Plan) -> str:
    count = len(plan.stories)
    return f"{count} {'story' if count == 1 else 'stories'}"
