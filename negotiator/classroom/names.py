"""Pseudonyms: two plain words from the chair's id, so that nobody has to think of one or give their own."""

from collections.abc import Container

from negotiator.game.draw import draw

_FIRST = (
    "Amber", "Autumn", "Birch", "Brass", "Brook", "Cedar", "Chalk", "Cobalt", "Copper", "Coral",
    "Cotton", "Cream", "Dawn", "Ember", "Fern", "Flint", "Frost", "Garnet", "Ginger", "Granite",
    "Harbour", "Hazel", "Indigo", "Ivory", "Jade", "Juniper", "Lemon", "Lilac", "Linen", "Maple",
    "Marble", "Meadow", "Mint", "Moss", "Olive", "Opal", "Orchard", "Paper", "Pearl", "Pebble",
    "Pepper", "Quartz", "Quill", "River", "Rosewood", "Saffron", "Sage", "Silver", "Slate", "Spring",
    "Summit", "Teal", "Thistle", "Timber", "Topaz", "Velvet", "Violet", "Walnut", "Willow", "Winter",
)  # fmt: skip
_SECOND = (
    "Avocet", "Badger", "Beaver", "Bittern", "Bunting", "Chaffinch", "Crane", "Cricket", "Curlew",
    "Dipper", "Dolphin", "Dormouse", "Dove", "Dunlin", "Eider", "Falcon", "Finch", "Fox", "Gannet",
    "Goldcrest", "Grebe", "Hare", "Harrier", "Hedgehog", "Heron", "Hoopoe", "Ibex", "Jackdaw", "Jay",
    "Kestrel", "Kingfisher", "Kite", "Lapwing", "Lark", "Linnet", "Lynx", "Magpie", "Marten", "Merlin",
    "Moorhen", "Newt", "Nightjar", "Nuthatch", "Oriole", "Osprey", "Otter", "Owl", "Petrel", "Pipit",
    "Plover", "Puffin", "Raven", "Redstart", "Robin", "Salmon", "Siskin", "Skylark", "Sparrow",
    "Starling", "Stoat", "Stork", "Swallow", "Swift", "Tern", "Thrush", "Turnstone", "Vole", "Wagtail",
    "Warbler", "Wren",
)  # fmt: skip
_TRIES = 40


def pseudonym(seed: int, place: str, taken: Container[str]) -> str:
    """A name for a chair, such as "Copper Heron"; one that is not taken as long as one is easily found."""
    for number in range(_TRIES):
        first = _FIRST[draw(len(_FIRST), seed, "name", place, number)]
        name = f"{first} {_SECOND[draw(len(_SECOND), seed, 'animal', place, number)]}"
        if name not in taken:
            return name
    return name
