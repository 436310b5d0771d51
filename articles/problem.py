"""What is to be mended in a story: a field of its form and a sentence."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing to mend: the form's field where it is mended, and a sentence; `photo` and `placement` are
    the ids of those that it is about."""

    field: str
    text: str
    photo: int | None = None
    placement: int | None = None

    def __str__(self):
        return self.text
