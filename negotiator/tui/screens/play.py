"""The play screen: the story, the choices, and what the engine says came of them."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from negotiator.errors import NegotiatorError
from negotiator.game.play import can_undo
from negotiator.game.step import NotPossible
from negotiator.game.view import ChoiceView, View
from negotiator.tui import drawing
from negotiator.tui.ports import Run
from negotiator.tui.screens.page import TWO_COLUMNS, Page
from negotiator.tui.telling import Told, tell
from negotiator.tui.widgets.choosing import Choosing
from negotiator.tui.widgets.keyline import Key, KeyLine, keys_of
from negotiator.tui.widgets.masthead import HEIGHT, Masthead, accent
from negotiator.tui.widgets.sidebar import WIDTH, Sidebar
from negotiator.tui.widgets.story import Story
