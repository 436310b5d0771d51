"""How the working copy and what readers see stand to each other."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from articles.models import Article, Edition, Revision, Withdrawal


@dataclass(frozen=True)
class Standing:
    """What readers see, what they will, and what was taken from them; the embargo where it lies ahead."""

    live: Edition | None
    ahead: Edition | None
    latest: Revision | None
    withdrawal: Withdrawal | None
    planned: Withdrawal | None
    kill: Withdrawal | None
    embargo: datetime | None

    @property
    def has_changes(self) -> bool:
        """Whether the newest revision is not what readers see."""
        return bool(self.live and self.latest and self.live.revision_id != self.latest.pk)

    @property
    def is_first(self) -> bool:
        """Whether readers have never seen the story."""
        return not (self.live or self.withdrawal or self.kill)


def was_seen(article: Article, now: datetime) -> bool:
    """Whether readers ever got the story; a draft may be killed too."""
    return article.editions.filter(live_from__lte=now).exists()


def standing(article: Article | None) -> Standing | None:
    """Where the article stands now, in three queries, or four; None before its first save."""
    if article is None or not article.pk:
        return None
    now = timezone.now()
    editions = article.editions.not_over(now).order_by("live_from").select_related("revision", "published_by")
    editions = list(editions.defer("revision__content"))
    live = next((edition for edition in editions if edition.live_from <= now), None)
    withdrawals = list(article.withdrawals.select_related("by", "lift"))
    done = [withdrawal for withdrawal in withdrawals if withdrawal.at <= now]
    return Standing(
        live=live,
        ahead=next((edition for edition in editions if edition.live_from > now), None),
        latest=article.revisions.select_related("created_by").first(),
        withdrawal=done[0] if done and not live and was_seen(article, now) else None,
        planned=next((withdrawal for withdrawal in withdrawals if withdrawal.at > now), None),
        kill=next((one for one in done if one.kind == Withdrawal.Kind.KILLED and not hasattr(one, "lift")), None),
        embargo=article.embargo_until if article.embargo_until and article.embargo_until > now else None,
    )
