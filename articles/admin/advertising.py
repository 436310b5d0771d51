"""The advertisements' screen, with the picture chosen from the library by sight."""

from django import forms
from django.contrib import admin

from articles.photos.chooser import PhotoField
from articles.sponsors.admin import PlacementAdmin
from articles.sponsors.models import Placement


class PlacementForm(forms.ModelForm):
    picture = PhotoField(required=False)


@admin.register(Placement)
class AdvertisingAdmin(PlacementAdmin):
    form = PlacementForm
