"""What may be done with several stories at once: each says of every story what will happen, and does it."""

from dataclasses import dataclass

from django import forms
from django.contrib.auth import get_user_model

from articles import roles, snapshots, workflow
from articles.admin.joining import join
from articles.admin.taking_away import NoticeForm
from articles.models import Article, Edition, Section, Thread
from articles.photos.moment_field import MomentField, MomentWidget
from articles.photos.moments import in_words

PERMISSIONS = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Chosen:
    """A story among those that were selected, with what readers see of it, what is next, and its newest revision."""

    article: Article
    live: Edition | None
    ahead: Edition | None
    newest: int | None

    @property
    def next_moment(self) -> str:
        return in_words(self.ahead.live_from)


class BulkAction:
    """One thing to do with several stories. `happens` and `obstacle` speak to the editor before it is done."""

    name = label = title = button = ""
    takes_away = False  # whether what points to the stories is to be shown before
    form: type[forms.Form] = forms.Form

    def is_offered(self, user) -> bool:
        return user.has_perm("articles.change_article")

    def may(self, user, article: Article) -> bool:
        return roles.may_edit(user, article)

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
        return roles.may_publish(user)

    def may(self, user, article):
        return roles.may_publish(user)


class FilingAction(BulkAction):
    """What changes where a story stands, in its working copy: readers see it once that is published."""

    change = ""
    while_live = ""

    def stands(self, article) -> str:
        """Where the story stands now, as a sentence."""
        raise NotImplementedError

    def happens(self, chosen):
        where = self.stands(chosen.article)
        if chosen.live:
            return f"{where} It is live: readers find it {self.while_live}."
        if chosen.ahead:
            return f"{where} It is scheduled as it is; schedule it again for the {self.change} to be part of it."
        return where


class MoveForm(forms.Form):
    section = forms.ModelChoiceField(Section.objects.all(), label="To section")


class Move(FilingAction):
    name, label, title, button = "move", "Move to a section…", "Move", "Move"
    form = MoveForm
    change, while_live = "move", "where it is until the move is published"

    def stands(self, article):
        return f"In {article.section} now." if article.section else "In no section now."

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


class JoinForm(forms.Form):
    thread = forms.ModelChoiceField(Thread.objects.all(), label="Running story")


class Join(FilingAction):
    name, label, title, button = "join", "Add to a running story…", "Add", "Add"
    form = JoinForm
    change, while_live = "change", "there once the change is published"

    def stands(self, article):
        return f"Part of “{article.thread}” now." if article.thread else "Part of none now."

    def do(self, article, values, by):
        return join(article, values["thread"], by) is not None

    def done(self, number, values):
        return f"Added {number} to “{values['thread']}”. Readers see that once the change is published."


class NoteForm(forms.Form):
    note = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Stands with each of them; may stay empty.",
    )


class AssignForm(NoteForm):
    to = forms.ModelChoiceField(get_user_model().objects.none())
    field_order = ["to", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        writers = get_user_model().objects.with_perm("articles.change_article", backend=PERMISSIONS)
        self.fields["to"].queryset = writers.order_by("first_name", "last_name", "username")


class Assign(BulkAction):
    name, label, title, button = "assign", "Assign…", "Assign", "Assign"
    form = AssignForm

    def is_offered(self, user):
        return roles.edits_all(user)

    def happens(self, chosen):
        article = chosen.article
        with_whom = f"with {article.holder}" if article.holder else "with nobody"
        return f"{article.get_stage_display()}, {with_whom} now."

    def do(self, article, values, by):
        if article.holder_id == values["to"].pk:
            return False
        workflow.assign(article, values["to"], by=by, note=values["note"])
        return True

    def done(self, number, values):
        return f"Assigned {number} to {values['to']}."


class Submit(BulkAction):
    name, label, title, button = "submit", "Submit…", "Submit", "Submit"
    form = NoteForm

    def happens(self, chosen):
        return "It goes to the editors, and its reporter changes it no more until it comes back."

    def obstacle(self, chosen):
        if chosen.article.stage != Article.Stage.DRAFT:
            return "It is with the editors already."
        if chosen.live and chosen.live.revision_id == chosen.newest:
            return "Readers see it as it is; there is nothing to review."
        return ""

    def do(self, article, values, by):
        workflow.submit(article, by=by, note=values["note"])
        return True

    def done(self, number, values):
        return f"Submitted {number}."


def moment(label: str) -> MomentField:
    """A moment for all of them; its widget's inputs have no label but this."""
    return MomentField(label=label, widget=MomentWidget({"aria-label": label}))


class ScheduleForm(forms.Form):
    publish_at = moment("Readers see them from")


class Schedule(PublishingAction):
    name, label, title, button = "schedule", "Schedule…", "Schedule", "Schedule"
    form = ScheduleForm

    def happens(self, chosen):
        instead = f" It takes the place of what is scheduled for {chosen.next_moment}." if chosen.ahead else ""
        if chosen.live:
            return f"Live: readers get its newest revision as an update.{instead}"
        return f"Readers do not see it now; they will from then on.{instead}"

    def do(self, article, values, by):
        workflow.schedule(article, values["publish_at"], by=by)
        return True

    def done(self, number, values):
        return f"Scheduled {number} for {in_words(values['publish_at'])}."


class ScheduleWithdrawalForm(NoticeForm):
    at = moment("Readers see them until")
    field_order = ["at"]


class ScheduleWithdrawal(PublishingAction):
    name, label = "schedule-withdrawal", "Schedule the withdrawal…"
    title, button = "Schedule the withdrawal of", "Schedule the withdrawal of"
    form = ScheduleWithdrawalForm
    takes_away = True

    def happens(self, chosen):
        since = "Live" if chosen.live else f"Scheduled for {chosen.next_moment}"
        return f"{since}; from then on its address will say that it was withdrawn."

    def obstacle(self, chosen):
        if chosen.live or chosen.ahead:
            return ""
        return "Readers do not see it and it is not scheduled, so there is nothing to withdraw."

    def do(self, article, values, by):
        workflow.schedule_withdrawal(article, values["at"], values["reason"], values["notice"], by=by)
        return True

    def done(self, number, values):
        return f"Readers see {number} until {in_words(values['at'])}."


class Withdraw(PublishingAction):
    name, label, title, button = "withdraw", "Withdraw…", "Withdraw", "Withdraw"
    form = NoticeForm
    takes_away = True

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
    action.name: action for action in [Move(), Join(), Assign(), Submit(), Schedule(), ScheduleWithdrawal(), Withdraw()]
}
