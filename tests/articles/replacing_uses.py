"""What the tests of changed uses share."""

from articles import workflow


def in_text(photo, words=""):
    return f'<p>a</p>\n<figure data-photo="{photo.pk}"{words}></figure>'


def live(article):
    return workflow.live_edition(article)
