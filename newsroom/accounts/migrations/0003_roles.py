"""The roles of a newsroom, as groups that an administrator may change afterwards."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

# What models do not declare yet when this runs on a new database; Django makes none twice.
STORIES = {
    "publish_article": "Can publish, schedule, correct and withdraw stories",
    "view_any_article": "Can see every story",
    "edit_any_article": "Can edit every story",
    "kill_article": "Can kill stories",
}
EVERYTHING = "add change delete view"
ROW = "add change delete view"  # of a form that is allowed: whoever changes the story changes its rows

REPORTERS = {
    "articles": {
        "article": "add change view",
        "byline": ROW,
        "relatedlink": ROW,
        "section": "view",
        "topic": "add view",
        "author": "view",
    },
    "photos": {"photo": "add view"},
}
EDITORS = {
    "articles": REPORTERS["articles"]
    | {
        "article": "add change view view_any edit_any publish kill",
        "section": "change view",
        "topic": "add change view",
        "author": "add change view",
        "address": "add change view",
    },
    "photos": {
        "photo": "add change view kill",
        "agency": "add change view",
        "licencepreset": "add change view",
    },
    "sponsors": {"placement": "view"},
    "accounts": {"recordentry": "view"},
}
PHOTO_EDITORS = {
    "articles": {"article": "view view_any", "byline": "view", "relatedlink": "view"},
    "photos": {
        "photo": f"{EVERYTHING} kill",
        "agency": EVERYTHING,
        "licencepreset": EVERYTHING,
    },
}
COMMERCIAL = {
    "sponsors": {"placement": EVERYTHING},
    "photos": {"photo": "add view"},
}
ADMINISTRATORS = {
    "articles": EDITORS["articles"]
    | {
        "section": EVERYTHING,
        "topic": EVERYTHING,
        "author": EVERYTHING,
        "address": EVERYTHING,
        "article": f"{EVERYTHING} view_any edit_any publish kill",
        "publication": "change view",
    },
    "photos": PHOTO_EDITORS["photos"],
    "sponsors": COMMERCIAL["sponsors"],
    "accounts": {"user": EVERYTHING, "recordentry": "view"},
    "auth": {"group": EVERYTHING},
}
ROLES = {
    "Reporters": REPORTERS,
    "Editors": EDITORS,
    "Photo editors": PHOTO_EDITORS,
    "Commercial": COMMERCIAL,
    "Administrators": ADMINISTRATORS,
}


def make(apps, schema_editor):
    """Make the groups that are not there; one that is there is its administrators' own and stays as it is."""
    _make_permissions(apps)
    Group = apps.get_model("auth", "Group")
    for name, allowed in ROLES.items():
        group, is_new = Group.objects.get_or_create(name=name)
        if is_new:
            group.permissions.set(_permissions(apps, allowed))


def unmake(apps, schema_editor):
    """Remove those that nobody is in: a role that somebody has is not taken away by going back."""
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name__in=ROLES, user=None).delete()


def _make_permissions(apps):
    """What Django makes after all migrations only, and the stories' own in words."""
    for app_config in [config for config in apps.get_app_configs() if config.label in {*EDITORS, "auth"}]:
        app_config.models_module = True  # the stand-in of an app has none, and would be passed over
        create_permissions(app_config, apps=apps, verbosity=0)
        app_config.models_module = None
    ContentType, Permission = apps.get_model("contenttypes", "ContentType"), apps.get_model("auth", "Permission")
    kind, _ = ContentType.objects.get_or_create(app_label="articles", model="article")
    for codename, name in STORIES.items():
        Permission.objects.update_or_create(content_type=kind, codename=codename, defaults={"name": name})


def _permissions(apps, allowed):
    Permission = apps.get_model("auth", "Permission")
    for app_label, models in allowed.items():
        for model, verbs in models.items():
            codenames = [f"{verb}_{model}" for verb in verbs.split()]
            found = Permission.objects.filter(
                content_type__app_label=app_label, content_type__model=model, codename__in=codenames
            )
            if len(found) != len(codenames):
                raise LookupError(f"Not all of {codenames} are there for {app_label}.{model}")
            yield from found


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_own_settings_and_record"),
        ("articles", "0008_library_words_of_uses"),
        ("photos", "0021_known_licences"),
        ("sponsors", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make, unmake)]
