"""What a transition says when it cannot be made."""

from articles.problem import Problem

__all__ = ["NotPossible", "Problem", "refuse"]


class NotPossible(Exception):
    """A transition that cannot be made; `problems` says what to mend."""

    def __init__(self, *found: Problem):
        self.problems = list(found)
        super().__init__(" ".join(str(problem) for problem in found))


def refuse(text: str, field: str = "") -> None:
    """Raise NotPossible with one sentence; `field` is the form's, where it is mended."""
    raise NotPossible(Problem(field, text))
