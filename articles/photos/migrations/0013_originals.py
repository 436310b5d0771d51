import articles.photos.models.photo
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('photos', '0012_caption_checks'),
    ]

    operations = [
        migrations.AddField(
            model_name='photo',
            name='city',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='photo',
            name='copyright_notice',
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name='photo',
            name='country',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='photo',
            name='digital_source_type',
            field=models.CharField(blank=True, choices=[('digitalCapture', 'Digital capture'), ('computationalCapture', 'Multi-frame computational capture'), ('negativeFilm', 'Digitised from a negative'), ('positiveFilm', 'Digitised from a positive'), ('print', 'Digitised from a print'), ('humanEdits', 'Edited by a human'), ('compositeCapture', 'Composite of captured elements'), ('algorithmicallyEnhanced', 'Altered by an algorithm'), ('screenCapture', 'Screen capture'), ('virtualRecording', 'Recording of a virtual event'), ('digitalCreation', 'Digital creation'), ('dataDrivenMedia', 'Made from data'), ('composite', 'Composite of elements'), ('compositeSynthetic', 'Composite with synthetic elements'), ('algorithmicMedia', 'Made by an algorithm alone'), ('trainedAlgorithmicMedia', 'Created using generative AI'), ('compositeWithTrainedAlgorithmicMedia', 'Edited using generative AI')], help_text="By IPTC's vocabulary.", max_length=60, verbose_name='how it was made'),
        ),
        migrations.AddField(
            model_name='photo',
            name='extended_description',
            field=models.TextField(blank=True, help_text='More than alt text can say, for those who do not see the picture.', max_length=5000),
        ),
        migrations.AddField(
            model_name='photo',
            name='instructions',
            field=models.TextField(blank=True, help_text='The supplier’s, to editors; readers do not see them.', max_length=2000),
        ),
        migrations.AddField(
            model_name='photo',
            name='keywords',
            field=models.JSONField(blank=True, default=list, validators=[articles.photos.models.photo.validate_names]),
        ),
        migrations.AddField(
            model_name='photo',
            name='licensor',
            field=models.CharField(blank=True, help_text='Who gives licences for it.', max_length=200),
        ),
        migrations.AddField(
            model_name='photo',
            name='licensor_url',
            field=models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(['http', 'https'])], verbose_name='licensor’s page'),
        ),
        migrations.AddField(
            model_name='photo',
            name='looks',
            field=models.BigIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='photo',
            name='rendered_as',
            field=models.CharField(blank=True, editable=False, max_length=24),
        ),
        migrations.AddField(
            model_name='photo',
            name='supplier_reference',
            field=models.CharField(blank=True, help_text='The number it has with its supplier.', max_length=200, verbose_name='supplier’s reference'),
        ),
        migrations.AddField(
            model_name='photo',
            name='taken_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='taken'),
        ),
        migrations.AddField(
            model_name='photo',
            name='usage_terms',
            field=models.TextField(blank=True, max_length=2000),
        ),
        migrations.AddField(
            model_name='photo',
            name='web_statement',
            field=models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(['http', 'https'])], verbose_name='rights statement on the web'),
        ),
        migrations.CreateModel(
            name='Original',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('path', models.CharField(help_text='Where the file lies in the media storage.', max_length=200)),
                ('name', models.CharField(blank=True, help_text='What it was called when it came.', max_length=255)),
                ('format', models.CharField(max_length=10)),
                ('size', models.PositiveBigIntegerField(help_text='Bytes.')),
                ('words', models.JSONField(default=dict)),
                ('received_at', models.DateTimeField(auto_now_add=True)),
                ('photo', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='originals', to='photos.photo')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('photo', 'sha256'), name='original_once_a_photo')],
            },
        ),
    ]
