"""The words of a photo that was just brought: proposed from its file, mended and completed by an editor."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from articles.photos.alt_texts import REPEATS_SAYS, repeats
from articles.photos.caption_checks import DecidedBefore, fingerprint, in_library, proposal, settle
from articles.photos.credits import parse_credit
from articles.photos.models import CREDIT_PARTS, Agency, Photo
from articles.photos.renditions import make_renditions_after_commit

CREDIT = (*CREDIT_PARTS, "credit_line")
NO_CREDIT = "Say who made the picture, as the line should print."
NO_RIGHT = "Say by which right it may run."
NO_ALT = "Say what is to be seen, or tick “decorative”."


class WordsForm(forms.ModelForm):
    """Caption, alt text, credit line and right of one photo. Only what the editor changed is written.

    With `whole`, for a picture that goes into a story, what it could not be published without is asked for.
    """

    credit = forms.CharField(label="Credit, as it should print", max_length=500, required=False)

    class Meta:
        model = Photo
        fields = ["caption", "alt", "is_decorative", "rights_category"]
        widgets = {"caption": forms.Textarea(attrs={"rows": 4}), "alt": forms.Textarea(attrs={"rows": 4})}
        labels = {"is_decorative": "Decorative: it says nothing that the text does not"}

    def __init__(self, photo: Photo, data=None, whole: bool = False):
        super().__init__(data, instance=photo, prefix=f"photo-{photo.pk}", initial={"credit": photo.credit_line})
        self.whole = whole
        self.label_suffix = ""
        self.fields["credit"].widget.attrs["autocomplete"] = "off"
        for name, field in self.fields.items():
            field.show_hidden_initial = True  # another editor's words of meanwhile stay, where this one changed none
            if name != "is_decorative":
                said = [f"{self[name].auto_id}_{part}" for part in ("help", "error")]
                field.widget.attrs["aria-describedby"] = " ".join(said)

    def clean_credit(self) -> str:
        """The line, if its parts have room in the library."""
        line = " ".join(self.cleaned_data["credit"].split())
        read = Photo()
        read.set_credit(parse_credit(line))
        try:
            read.clean_fields(exclude={field.name for field in Photo._meta.fields} - set(CREDIT))
        except ValidationError as error:
            raise ValidationError(error.messages) from None
        return line

    def clean(self):
        cleaned = super().clean()
        if self.whole and "credit" not in self.errors and not cleaned.get("credit"):
            self.add_error("credit", NO_CREDIT)
        if self.whole and "alt" not in self.errors and not (cleaned.get("alt") or cleaned.get("is_decorative")):
            self.add_error("alt", NO_ALT)
        if self.whole and not self.errors and not cleaned.get("rights_category"):
            self._need_right(cleaned)
        return cleaned

    def _need_right(self, cleaned: dict) -> None:
        """A right that was not chosen follows from a new credit, as `Photo.save` will propose it, or is asked for."""
        credit = parse_credit(cleaned["credit"])
        if "credit" not in self.changed_data or not self.instance.right_by(credit, Agency.objects.kind_of(credit)):
            self.add_error("rights_category", NO_RIGHT)

    @property
    def repeats(self) -> str:
        """A warning, no error: that the alt text says what the caption says; or ""."""
        return REPEATS_SAYS if repeats(self["alt"].value() or "", self["caption"].value() or "") else ""

    @property
    def doubts(self) -> list[tuple[str, str]]:
        """Where the file's caption may hold a credit: the caption without it, and the credit as it would be typed."""
        asked = map(proposal, self.instance.caption_checks.waiting())
        return [(words.caption, " ".join([words.credit, *words.qualifiers])) for words in asked]

    @transaction.atomic
    def save_words(self, by) -> list[str]:
        """Write what was changed, and answer the question that the file's caption may have left; the fields' names."""
        photo, changed = self.instance, self.changed_data
        if not changed:
            return []
        if "credit" in changed:
            photo.set_credit(parse_credit(self.cleaned_data["credit"]))
        fields = [name for name in changed if name != "credit"] + (list(CREDIT) if "credit" in changed else [])
        if "rights_category" in changed:
            photo.take_right(photo.rights_category)
            fields.append("may_syndicate")
        else:  # the form wrote its own over what somebody else may have said meanwhile
            photo.refresh_from_db(fields=["rights_category", "may_syndicate"])
        photo.save(update_fields=fields)
        make_renditions_after_commit(photo)
        if {"caption", "credit"} & set(changed):
            _settle(photo, by)
        return changed


def _settle(photo: Photo, by) -> None:
    """Who mended the words here has looked at the line; the queue need not ask again."""
    for check in photo.caption_checks.waiting().select_related("photo"):
        kept = Photo.objects.get(pk=photo.pk)
        try:
            settle(check, in_library(kept), fingerprint(kept), by)
        except DecidedBefore:
            continue
