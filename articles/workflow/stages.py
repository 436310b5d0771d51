"""How far the working copy is, and in whose hands: draft, in review, ready."""

from django.db import transaction
from django.utils import timezone

from articles.models import Article, Note
from articles.roles import may_see, may_take_back, require, require_editing, require_editor
from articles.workflow.intervals import latest, live_edition, lock
from articles.workflow.refusals import refuse
from articles.workflow.telling import tell

Stage, Step = Article.Stage, Note.Step


@transaction.atomic
def submit(article: Article, by=None, note: str = "") -> Note:
    """Hand a draft to the editors; its reporter changes it no more until it comes back.

    Raises NotPossible if it is not a draft, or if readers see it already as it is.
    """
    held = lock(article)
    require_editing(by, held)
    if article.stage != Stage.DRAFT:
        refuse("The story is with the editors already.")
    running = live_edition(article)
    if running and running.revision_id == latest(article).pk:
        refuse("Readers see the story as it is; there is nothing to review.")
    _move(article, Stage.REVIEW, None)
    return _noted(article, Step.SUBMITTED, by, note)


@transaction.atomic
def take_back(article: Article, by=None, note: str = "") -> Note:
    """Make what was submitted a draft again, in the hands of who takes it back: one of its own people, or an editor."""
    held = lock(article)
    require(by, by is None or may_take_back(by, held))
    if article.stage != Stage.REVIEW:
        refuse("The story is not in review, so there is nothing to take back.")
    _move(article, Stage.DRAFT, by)
    return _noted(article, Step.TAKEN_BACK, by, note)


@transaction.atomic
def send_back(article: Article, note: str, by=None) -> Note:
    """Return the story to who submitted it, with a note that says what is to be done. It is a draft again."""
    require_editor(by)
    lock(article)
    if not note.strip():
        refuse("Say what is to be done.", "note")
    if article.stage == Stage.DRAFT:
        refuse("The story is a draft, so there is nobody to return it to.")
    submitted = article.notes.filter(step=Step.SUBMITTED).last()
    to = submitted.by if submitted else article.created_by
    _move(article, Stage.DRAFT, to)
    return _noted(article, Step.RETURNED, by, note, to)


@transaction.atomic
def approve(article: Article, by=None, note: str = "") -> Note:
    """Say that the story is ready to be published."""
    require_editor(by)
    lock(article)
    if article.stage == Stage.READY:
        refuse("The story is ready already.")
    latest(article)
    _move(article, Stage.READY, None)
    return _noted(article, Step.READY, by, note)


@transaction.atomic
def assign(article: Article, to, by=None, note: str = "") -> Note:
    """Give the story into the hands of somebody who works on stories; editors do so, to themselves too."""
    require_editor(by)
    lock(article)
    if not (to.is_active and to.has_perm("articles.change_article")):
        refuse(f"{to} does not work on stories. Choose somebody who does.", "to")
    _move(article, article.stage, to)
    return _noted(article, Step.ASSIGNED, by, note, to)


@transaction.atomic
def take(article: Article, by) -> bool:
    """Note that `by`, who has saved the story, has it in hand; not where somebody else has. Whether that is new."""
    held = lock(article)
    require_editing(by, held)
    if article.holder_id:
        return False
    _move(article, article.stage, by)
    return True


def comment(article: Article, text: str, by=None) -> Note:
    """Add words to the story's thread; whoever sees the story may."""
    require(by, by is None or may_see(by, article))
    if not text.strip():
        refuse("Write the note first.", "note")
    return Note.objects.create(article=article, by=by, text=text.strip())


def settle(article: Article) -> None:
    """What was decided about is in nobody's hands, and what is written next begins as a draft."""
    _move(article, Stage.DRAFT, None)


def _move(article: Article, stage: str, holder) -> None:
    since = timezone.now() if holder or stage != Stage.DRAFT else None
    Article.objects.filter(pk=article.pk).update(stage=stage, holder=holder, held_since=since)
    article.stage, article.holder, article.held_since = stage, holder, since


def _noted(article: Article, step: str, by, text: str, to=None) -> Note:
    tell(step, article, by, note=text.strip(), to=str(to) if to else "")
    return Note.objects.create(article=article, step=step, by=by, to=to, text=text.strip())
