"""What may be done with several stories at once: each says of every story what will happen, and does it."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.utils import timezone

from articles import snapshots, workflow
from articles.admin.publishing import WithdrawForm, may_publish
from articles.models import Article, Edition, Section
from articles.photos.moments import in_words


def may_edit(user, article: Article) -> bool:
    """Whether someone may change this story."""
    return user.has_perm("articles.change_article")


@dataclass(frozen=True)
class Chosen:
    """A story among those that were selected, with what readers see of it and what is scheduled next."""

    article: Article
    live: Edition | None
    ahead: Edition | None

    @property
    def next_moment(self) -> str:
        return in_words(self.ahead.live_from)


class BulkAction:
    """One thing to do with several stories. `happens` and `obstacle` speak to the editor before it is done."""

    name = label = title = button = ""  # the button and the title end in "… 3 stories"
    form: type[forms.Form] = forms.Form

    def is_offered(self, user) -> bool:
        return user.has_perm("articles.change_article")

    def may(self, user, article: Article) -> bool:
        return may_edit(user, article)

    def happens(self, chosen: Chosen) -> str:
        """What will happen to this story, in a sentence or two."""
        raise NotImplementedError

    def obstacle(self, chosen: Chosen) -> str:
        """Why it cannot be done with this story, as far as is known beforehand; "" if it can."""
        return ""

    def do(self, article: Article, values: dict, by) -> bool:
        """Do it with one story; whether that changed anything. Raises NotPossible."""
        raise NotImplementedError

    def done(self, number: str, values: dict) -> str:
        """What was done with so many stories ("1 story", "3 stories"), in a sentence."""
        raise NotImplementedError


class PublishingAction(BulkAction):
    """What changes what readers see: for those who publish."""

    def is_offered(self, user):
        return may_publish(user)

    def may(self, user, article):
        return may_publish(user)


class MoveForm(forms.Form):
    section = forms.ModelChoiceField(Section.objects.all(), label="To section")


class Move(BulkAction):
    name, label, title, button = "move", "Move to a section…", "Move", "Move"
    form = MoveForm

    def happens(self, chosen):
        where = f"In {chosen.article.section} now." if chosen.article.section else "In no section now."
        if chosen.live:
            return f"{where} It is live: readers find it where it is until the move is published."
        if chosen.ahead:
            return f"{where} It is scheduled as it is; schedule it again for the move to be part of it."
        return where

    def do(self, article, values, by):
        section = values["section"]
        if article.section_id == section.pk:
            return False
        article.section = section
        article.save(update_fields=["section", "updated_at"])
        snapshots.record(article, by=by, why=f"Moved to {section}")
        return True

    def done(self, number, values):
        return f"Moved {number} to {values['section']}. Readers see the move once it is published."


class ScheduleForm(forms.Form):
    publish_at = forms.DateTimeField(
        label="Readers see them from",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["publish_at"].help_text = f"All at this moment, {timezone.get_current_timezone_name()}."

    def clean_publish_at(self) -> datetime:
        at = self.cleaned_data["publish_at"]
        if at <= timezone.now():
            raise forms.ValidationError(f"{in_words(at)} is past. Give a later time.")
        return at


class Schedule(PublishingAction):
    name, label, title, button = "schedule", "Schedule…", "Schedule", "Schedule"
    form = ScheduleForm

    def happens(self, chosen):
        instead = f" It takes the place of what is scheduled for {chosen.next_moment}." if chosen.ahead else ""
        if chosen.live:
            return f"Live: readers get its newest revision as an update.{instead}"
        return f"Readers see it then for the first time.{instead}"

    def do(self, article, values, by):
        workflow.schedule(article, values["publish_at"], by=by)
        return True

    def done(self, number, values):
        return f"Scheduled {number} for {in_words(values['publish_at'])}."


class Withdraw(PublishingAction):
    name, label, title, button = "withdraw", "Withdraw…", "Withdraw", "Withdraw"
    form = WithdrawForm

    def happens(self, chosen):
        falls = f" What is scheduled for {chosen.next_moment} is cancelled." if chosen.ahead else ""
        return f"Live since {in_words(chosen.live.live_from)}; its address will say that it was withdrawn.{falls}"

    def obstacle(self, chosen):
        return "" if chosen.live else "Readers do not see it, so there is nothing to withdraw."

    def do(self, article, values, by):
        workflow.withdraw(article, values["reason"], values["notice"], by=by)
        return True

    def done(self, number, values):
        return f"Withdrew {number}; their addresses now say so."


ACTIONS: dict[str, BulkAction] = {
    action.name: action
    for action in [
        Move(),
        # Assign(): workflow's own, to a holder
        # Submit(): workflow's own, with a note
        Schedule(),
        # ScheduleWithdrawal(): workflow's own, for a moment
        # Publish(): workflow.publish, with the check of each story
        Withdraw(),
    ]
}
