"""The licences that most papers have, for editors to change."""

from django.db import migrations

CC = "https://creativecommons.org/"
KNOWN = [
    {"name": "Staff", "rights_category": "staff"},
    {
        "name": "Commissioned, one use",
        "rights_category": "commissioned",
        "uses_allowed": 1,
        "may_syndicate": False,
        "restrictions": "For the story it was commissioned for. Ask the photographer about any other use.",
    },
    {
        "name": "Agency subscription",
        "rights_category": "agency",
        "may_syndicate": False,
        "restrictions": "Editorial use while the subscription runs. Not for advertising, not to be passed on.",
    },
    {
        "name": "Handout",
        "rights_category": "handout",
        "days": 30,
        "restrictions": "For reporting the news only. Not for sale, not for advertising.",
    },
    {
        "name": "Pool",
        "rights_category": "pool",
        "may_syndicate": False,
        "restrictions": "For members of the pool. Keep the word “pool” in the credit.",
    },
    {
        "name": "Courtesy",
        "rights_category": "courtesy",
        "restrictions": "For the story it was given for. Ask before it runs with another.",
    },
    {
        "name": "CC BY 4.0",
        "rights_category": "creative commons",
        "usage_terms": "Creative Commons Attribution 4.0 International (CC BY 4.0)",
        "web_statement": f"{CC}licenses/by/4.0/",
        "restrictions": "Name the author and the licence, link to it, and say if the picture was changed.",
    },
    {
        "name": "CC BY-SA 4.0",
        "rights_category": "creative commons",
        "usage_terms": "Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)",
        "web_statement": f"{CC}licenses/by-sa/4.0/",
        "restrictions": "As CC BY; and what is made of it goes out under the same licence.",
    },
    {
        "name": "CC BY-ND 4.0",
        "rights_category": "creative commons",
        "usage_terms": "Creative Commons Attribution-NoDerivatives 4.0 International (CC BY-ND 4.0)",
        "web_statement": f"{CC}licenses/by-nd/4.0/",
        "restrictions": "As CC BY; and only as it is: no montage, no retouching, nothing made of it.",
    },
    {
        "name": "CC0 1.0",
        "rights_category": "public domain",
        "usage_terms": "CC0 1.0 Universal: no rights reserved",
        "web_statement": f"{CC}publicdomain/zero/1.0/",
    },
    {
        "name": "Public domain",
        "rights_category": "public domain",
        "usage_terms": "Public domain",
        "web_statement": f"{CC}publicdomain/mark/1.0/",
    },
    {
        "name": "Licensed, one use",
        "rights_category": "licensed",
        "uses_allowed": 1,
        "may_syndicate": False,
        "restrictions": "One story. Not for advertising, not to be passed on.",
    },
    {"name": "Generated", "rights_category": "generated"},
]


def add_known(apps, schema_editor):
    """Those that are not there by name; what an editor made of one stays."""
    presets = apps.get_model("photos", "LicencePreset").objects.using(schema_editor.connection.alias)
    for known in KNOWN:
        presets.get_or_create(name=known["name"], defaults=known)


class Migration(migrations.Migration):
    dependencies = [("photos", "0020_licence_presets")]

    operations = [migrations.RunPython(add_known, migrations.RunPython.noop)]
