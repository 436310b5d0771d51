from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "newsroom.accounts"
    verbose_name = "People who sign in"

    def ready(self):
        from allauth.account.signals import password_changed, password_reset, password_set
        from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
        from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed

        from newsroom.accounts import record, second_factor

        user_logged_in.connect(record.signed_in)
        user_login_failed.connect(record.failed_to_sign_in)
        user_logged_out.connect(record.signed_out)
        for chosen in (password_changed, password_reset, password_set):
            chosen.connect(record.password_chosen)
        authenticator_added.connect(record.second_factor_added)
        authenticator_added.connect(second_factor.added)
        authenticator_removed.connect(record.second_factor_removed)
        authenticator_reset.connect(record.second_factor_renewed)
