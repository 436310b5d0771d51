import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('photos', '0019_kills'),
    ]

    operations = [
        migrations.CreateModel(
            name='LicencePreset',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, unique=True)),
                ('rights_category', models.CharField(choices=[('staff', 'Staff'), ('commissioned', 'Commissioned'), ('agency', 'Agency'), ('handout', 'Handout'), ('pool', 'Pool'), ('courtesy', 'Courtesy'), ('creative commons', 'Creative Commons'), ('public domain', 'Public domain'), ('licensed', 'Licensed'), ('generated', 'Generated')], max_length=20, verbose_name='right')),
                ('days', models.PositiveSmallIntegerField(blank=True, help_text='From the moment it is filled in. Empty: without end.', null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='valid for days')),
                ('uses_allowed', models.PositiveSmallIntegerField(blank=True, help_text='Stories it may run in. Empty: any number.', null=True, validators=[django.core.validators.MinValueValidator(1)])),
                ('may_syndicate', models.BooleanField(default=True, verbose_name='may be syndicated')),
                ('restrictions', models.TextField(blank=True, help_text='What the licence forbids, in words.', max_length=2000)),
                ('usage_terms', models.TextField(blank=True, help_text='They travel inside the picture’s file.', max_length=2000)),
                ('web_statement', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(['http', 'https'])], verbose_name='rights statement on the web')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
    ]
