"""`manage.py invite`: an account for somebody, and the link on which they choose their password."""

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from newsroom.accounts import people
from newsroom.accounts.models import User


class Command(BaseCommand):
    help = "Invite somebody: makes an account without a password and prints the link on which they choose one."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the person's name, such as “Maren Holt”")
        parser.add_argument("email", help="the address with which the person signs in")
        parser.add_argument("--role", action="append", default=[], help="such as Reporters; can be given again")

    def handle(self, name, email, role, **options):
        roles = [_role(one) for one in role]
        try:
            validate_email(email)
            person = people.invite(User(email=email), name, roles)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from None
        self.stderr.write(f"{person} signs in as {person.username} or {email}. The link works once, and for some days:")
        self.stdout.write(people.invitation(person))


def _role(name: str) -> Group:
    if found := Group.objects.filter(name__iexact=name).first():
        return found
    known = ", ".join(Group.objects.order_by("name").values_list("name", flat=True))
    raise CommandError(f"There is no role “{name}”. There are: {known or 'none; run manage.py migrate'}.")
