from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_fill_places_of_photos")]

    operations = [
        migrations.AddField("photouse", "caption_from", models.TextField(null=True)),
        migrations.AddField("photouse", "alt_from", models.TextField(null=True)),
    ]
