"""What a window with a story's form sends."""

import uuid

from django.http import QueryDict

from tests.articles.admin.stories import form, url

KEY = str(uuid.UUID(int=1))
NEW = "/admin/articles/article/autosave/"


def keep(browser, article=None, key=KEY, **fields):
    """What the form's window sends every few seconds."""
    return browser.post(url(article, "autosave") if article else NEW, form(**fields) | {"autosave": key})


def sent(browser, article):
    """The form of the story as a browser sends it when nobody has typed."""
    context = browser.get(url(article)).context
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.initial_forms]
    values = QueryDict(mutable=True)
    for field in (field for one in forms for field in one):
        value = field.value()
        values.setlist(field.html_name, value if isinstance(value, list) else ["" if value is None else value])
    return QueryDict(values.urlencode())
