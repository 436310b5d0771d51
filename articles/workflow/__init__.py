"""Every transition of a story: the only writers of stages, embargoes, withdrawals, corrections, follow-ups, editions.

An article's editions never overlap. Publishing at a moment cuts the edition that is live then and opens the
next one's interval there, in one transaction. Whatever was scheduled for later gives way to a newer decision:
the last word of the newsroom is what readers get. A withdrawal that is scheduled stays until it is cancelled.

Each transition takes the article's row lock and reads the clock once. It raises PermissionDenied if `by` may not make
it (`articles.roles`; no `by` is the machine), and NotPossible with what is to be mended first.
"""

from articles.workflow.amending import amend
from articles.workflow.arriving import match_stubs
from articles.workflow.corrections import correct
from articles.workflow.embargo import set_embargo
from articles.workflow.following_up import accept_follow_up, decline_follow_up, end_follow_up
from articles.workflow.fronts import (
    Overtaken,
    break_news,
    bring_back,
    cancel_front,
    end_breaking,
    in_force,
    put_live,
    undo_front,
)
from articles.workflow.intervals import address, live_edition, scheduled
from articles.workflow.publishing import backdate, cancel_schedule, publish, schedule, update
from articles.workflow.refusals import NotPossible, Problem
from articles.workflow.sharing import revoke, share
from articles.workflow.stages import approve, assign, comment, send_back, submit, take, take_back
from articles.workflow.withdrawing import (
    cancel_withdrawal,
    kill,
    lift,
    planned_withdrawal,
    schedule_withdrawal,
    withdraw,
)

__all__ = [
    "NotPossible",
    "Overtaken",
    "Problem",
    "accept_follow_up",
    "address",
    "amend",
    "approve",
    "assign",
    "backdate",
    "break_news",
    "bring_back",
    "cancel_front",
    "cancel_schedule",
    "cancel_withdrawal",
    "comment",
    "correct",
    "decline_follow_up",
    "end_breaking",
    "end_follow_up",
    "in_force",
    "kill",
    "lift",
    "live_edition",
    "match_stubs",
    "planned_withdrawal",
    "publish",
    "put_live",
    "revoke",
    "schedule",
    "schedule_withdrawal",
    "scheduled",
    "send_back",
    "set_embargo",
    "share",
    "submit",
    "take",
    "take_back",
    "undo_front",
    "update",
    "withdraw",
]
