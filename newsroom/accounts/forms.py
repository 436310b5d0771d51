"""The sign-in form, in the order in which one types."""

from allauth.account.forms import LoginForm as AllauthLoginForm


class LoginForm(AllauthLoginForm):
    """Name, Tab, password: allauth's link to a forgotten password stands between the two; here it stands below both."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Name or e-mail address"
        self.fields["password"].help_text = ""
        if "remember" in self.fields:
            self.fields["remember"].label = "Stay signed in"
        self.fields["login"].widget.attrs["autofocus"] = True
