"""Who may do what to which story: each role, each transition, each kind of story."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles import roles, workflow
from articles.models import Article
from tests.factories import change, make_article, make_author

pytestmark = pytest.mark.django_db

ROLES = ["Reporters", "Editors", "Photo editors", "Commercial", "Administrators"]
EDITORS = {"Editors", "Administrators"}
STORIES = ["own draft", "own in review", "own ready", "own live", "another's draft", "another's in review"]
OWN_IN_HAND = {"own draft", "own live"}


def later():
    return timezone.now() + timedelta(hours=1)


ACTIONS = {
    "see": lambda story, by: roles.require(by, roles.may_see(by, story)),
    "edit": lambda story, by: roles.require_editing(by, story),
    "submit": lambda story, by: workflow.submit(story, by),
    "take back": lambda story, by: workflow.take_back(story, by),
    "comment": lambda story, by: workflow.comment(story, "A word", by),
    "take": lambda story, by: workflow.take(story, by),
    "embargo": lambda story, by: workflow.set_embargo(story, later(), by),
    "send back": lambda story, by: workflow.send_back(story, "why", by),
    "approve": lambda story, by: workflow.approve(story, by),
    "assign": lambda story, by: workflow.assign(story, by, by),
    "publish": lambda story, by: workflow.publish(story, by),
    "update": lambda story, by: workflow.update(story, by),
    "schedule": lambda story, by: workflow.schedule(story, later(), by),
    "cancel": lambda story, by: workflow.cancel_schedule(story, by),
    "backdate": lambda story, by: workflow.backdate(story, timezone.now() - timedelta(hours=1), by),
    "correct": lambda story, by: workflow.correct(story, "wrong", "right", by),
    "withdraw": lambda story, by: workflow.withdraw(story, "why", by=by),
    "plan a withdrawal": lambda story, by: workflow.schedule_withdrawal(story, later(), "why", by=by),
    "cancel the withdrawal": lambda story, by: workflow.cancel_withdrawal(story, by),
    "kill": lambda story, by: workflow.kill(story, "why", by),
    "lift": lambda story, by: workflow.lift(story, "why", by),
}


def allowed(role, action, story):
    """The table, written down apart from the code."""
    own = story.startswith("own")
    if role in EDITORS:
        return True
    if role == "Photo editors":
        return action in {"see", "comment"}
    if role == "Commercial" or not own:
        return False
    if action in {"see", "comment", "take back"}:
        return True
    return action in {"edit", "submit", "take", "embargo"} and story in OWN_IN_HAND


@pytest.fixture(params=ROLES)
def role(request):
    return request.param


@pytest.fixture
def person(role, django_user_model):
    user = django_user_model.objects.create_user("person", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture(params=STORIES)
def kind(request):
    return request.param


@pytest.fixture
def story(kind, person):
    made = make_article(created_by=person if kind.startswith("own") else None)
    if kind.endswith("live"):
        workflow.publish(made)
        change(made, headline="New")
    if kind.endswith(("in review", "ready")):
        workflow.submit(made)
    if kind.endswith("ready"):
        workflow.approve(made)
    return made


def is_let(action, story, person):
    """Whether the roles let it be done, whatever else stands in the way; it is undone."""
    try:
        with transaction.atomic():
            ACTIONS[action](Article.objects.get(pk=story.pk), person)
            transaction.set_rollback(True)
    except PermissionDenied:
        return False
    except workflow.NotPossible:
        pass
    return True


def test_each_role_may_do_what_the_table_says_and_nothing_more(role, person, kind, story):
    found = {action for action in ACTIONS if is_let(action, story, person)}
    assert found == {action for action in ACTIONS if allowed(role, action, kind)}


def test_list_shows_each_role_what_it_may_see(person, story):
    visible = roles.visible_to(person, Article.objects.all())
    assert (story in visible) is roles.may_see(person, story)


@pytest.mark.parametrize("field", ["created_by", "holder"])
def test_story_is_own_by_beginning_it_or_having_it_in_hand(reporter, field):
    assert roles.may_see(reporter, make_article(**{field: reporter}))


def test_story_is_own_by_its_byline(reporter):
    author = make_author()
    author.user = reporter
    author.save()
    article = make_article(authors=[author])
    assert roles.may_edit(reporter, article)
    assert list(roles.visible_to(reporter, Article.objects.all())) == [article]


def test_only_who_publishes_lifts_an_embargo(person, role):
    article = make_article(created_by=person, embargo_until=later())
    try:
        workflow.set_embargo(article, None, person)
        lifted = True
    except PermissionDenied:
        lifted = False
    assert lifted is (role in EDITORS)


def test_machine_may_do_everything():
    article = make_article()
    workflow.submit(article)
    workflow.approve(article)
    workflow.publish(article)
    workflow.kill(article, "why")
    workflow.lift(article, "why")
