"""The article and all that belongs to it. Imports among these files go upwards in this list only."""

from articles.models.address import Address
from articles.models.article import Article, Byline
from articles.models.audit import Audit
from articles.models.autosave import Autosave
from articles.models.breaking_line import BreakingLine
from articles.models.correction import Correction
from articles.models.edition import FAR_FUTURE, AuthorPlace, Edition, TopicPlace, without_killed
from articles.models.figure import Figure, figure
from articles.models.follow_up import FollowUp
from articles.models.front import Arrangement, FrontDraft
from articles.models.note import Note
from articles.models.outside_link import OutsideLink
from articles.models.own_words import Words
from articles.models.people import Author
from articles.models.preview_link import PreviewLink
from articles.models.publication import Publication
from articles.models.related import RelatedLink
from articles.models.revision import PhotoUse, Revision, StoryLink
from articles.models.saved_filter import SavedFilter
from articles.models.search_text import SearchText
from articles.models.suggestion import Suggestion
from articles.models.taxonomy import Section, Topic
from articles.models.thread import Thread
from articles.models.withdrawal import Lift, Withdrawal

__all__ = [
    "FAR_FUTURE",
    "Address",
    "Arrangement",
    "Article",
    "Audit",
    "Author",
    "AuthorPlace",
    "Autosave",
    "BreakingLine",
    "Byline",
    "Correction",
    "Edition",
    "Figure",
    "FollowUp",
    "FrontDraft",
    "Lift",
    "Note",
    "OutsideLink",
    "PhotoUse",
    "PreviewLink",
    "Publication",
    "RelatedLink",
    "Revision",
    "SavedFilter",
    "SearchText",
    "Section",
    "StoryLink",
    "Suggestion",
    "Thread",
    "Topic",
    "TopicPlace",
    "Withdrawal",
    "Words",
    "figure",
    "without_killed",
]
