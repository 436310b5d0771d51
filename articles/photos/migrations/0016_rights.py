import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('photos', '0015_fill_search_text'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='photo',
            name='cost',
            field=models.DecimalField(blank=True, decimal_places=2, help_text='What a use of it costs.', max_digits=10, null=True, validators=[django.core.validators.MinValueValidator(0)]),
        ),
        migrations.AddField(
            model_name='photo',
            name='end_accepted',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='photo',
            name='killed_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='photo',
            name='may_syndicate',
            field=models.BooleanField(default=True, help_text='It may travel: in feeds, exports, and what search engines are told of a story.', verbose_name='may be syndicated'),
        ),
        migrations.AddField(
            model_name='photo',
            name='replacement',
            field=models.ForeignKey(blank=True, help_text='Stands in for it when its right has ended. None: its place closes up.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='photos.photo'),
        ),
        migrations.AddField(
            model_name='photo',
            name='restrictions',
            field=models.TextField(blank=True, help_text='What the licence forbids, in words: no covers, not in Germany, no crop.', max_length=2000),
        ),
        migrations.AddField(
            model_name='photo',
            name='rights_category',
            field=models.CharField(blank=True, choices=[('staff', 'Staff'), ('commissioned', 'Commissioned'), ('agency', 'Agency'), ('handout', 'Handout'), ('pool', 'Pool'), ('courtesy', 'Courtesy'), ('creative commons', 'Creative Commons'), ('public domain', 'Public domain'), ('licensed', 'Licensed'), ('generated', 'Generated')], max_length=20, verbose_name='right'),
        ),
        migrations.AddField(
            model_name='photo',
            name='rights_from',
            field=models.DateTimeField(blank=True, null=True, verbose_name='valid from'),
        ),
        migrations.AddField(
            model_name='photo',
            name='rights_until',
            field=models.DateTimeField(blank=True, null=True, verbose_name='valid until'),
        ),
        migrations.AddField(
            model_name='photo',
            name='uses_allowed',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Stories it may run in. Empty: any number.', null=True, validators=[django.core.validators.MinValueValidator(1)]),
        ),
        migrations.AddField(
            model_name='photo',
            name='uses_made',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddIndex(
            model_name='photo',
            index=models.Index(fields=['rights_until'], condition=models.Q(('rights_until__isnull', False)), name='photo_by_end'),
        ),
    ]
