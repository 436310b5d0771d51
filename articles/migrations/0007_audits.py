
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0006_fill_places_of_photos'),
    ]

    operations = [
        migrations.CreateModel(
            name='Audit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(unique=True)),
                ('pages', models.PositiveIntegerField(default=0)),
                ('pictures', models.PositiveIntegerField(default=0)),
                ('withheld', models.PositiveIntegerField(default=0)),
                ('lacking', models.JSONField(default=list)),
            ],
            options={
                'ordering': ['-at'],
                'default_permissions': [],
            },
        ),
    ]
