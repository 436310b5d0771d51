import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0020_teasers")]

    operations = [
        migrations.AddField(
            "publication",
            "related_stories",
            models.PositiveSmallIntegerField(
                default=4,
                help_text="What editors chose comes first; suggestions fill it up to this. 0: only what editors chose.",
                validators=[django.core.validators.MaxValueValidator(8)],
                verbose_name="stories in a related box",
            ),
        )
    ]
