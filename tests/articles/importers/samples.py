"""Text of our own that the importer's tests stand their lines in."""

BODY = (
    "The harbour board of Velmora voted on Tuesday night to close the inner basin for the winter.\n\n"
    "Two firms have offered to do the work before the spring tides, and both ask for more than there is.\n"
)


HEADED = "Board of Velmora closes its inner basin\n\nBy Jane Doe\n\n" + BODY


def first_and_second() -> tuple[str, str]:
    first, second = BODY.strip().split("\n\n")
    return first, second
