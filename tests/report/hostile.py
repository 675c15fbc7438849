"""515 kinds of names that want to be something else: markup, formulas, escapes, marks that turn text round."""

from itertools import product

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://x.invalid","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|'/C calc'!A0",
    "|x",
    "%0a=1",
)
BEFORE = (
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\x00",
    "\x1b[2J",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\u00a0",
    "＝",
    "a;",
    "b,",
    '"',
    "'",
)
MARKUP = (
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</style><b>",
        "]]>",
        "&lt;b&gt;",
        "<!--",
        "-->",
    ),
    *(
        "[bold red]x[/]",
        "[link=http://x.invalid]y[/link]",
        "[@click=app.quit]x[/]",
        "{{7*7}}",
        "${7*7}",
        "%s%n",
        "{0.x}",
    ),
    *(
        "</td></tr></table>",
        "javascript:alert(1)",
        '" onclick="alert(1)',
        "' onclick='alert(1)",
        "</title>",
        "</svg>",
    ),
)
ESCAPES = (
    *(
        "\x1b[31m",
        "\x1b]0;title\x07",
        "\x1b]8;;http://x.invalid\x1b\\x\x1b]8;;\x1b\\",
        "\x9b31m",
        "\x1bc",
        "\x1b[6n",
    ),
    *(
        "\x07",
        "\x08\x08",
        "\r\n",
        "\x85",
        "\u2028",
        "\u2029",
        "\x7f",
        "\x1bP+q\x1b\\",
        "\x90x\x9c",
        "\x1b[?1049h",
    ),
)
TURNED = (
    "\u202e",
    "\u202d",
    "\u2066",
    "\u2067",
    "\u2069",
    "\u200f",
    "\u061c",
    "\u200b",
    "\u200d",
    "\u2060",
    "\ufeff",
)
STRANGE = (
    *(
        "",
        " ",
        "\u3000",
        "A" * 10_000,
        "e" + "\u0301" * 500,
        "\U0001f468\u200d\U0001f469",
        "\U000e0041",
        "\ud800",
        "\udfff",
    ),
    *(
        "null",
        "None",
        "NaN",
        "0",
        "00042",
        "1e309",
        "TRUE",
        "../../etc/passwd",
        "C:\\x",
        "aux",
        "'; DROP TABLE x;--",
    ),
    *(
        "a,b",
        'a"b',
        'a""b',
        "a;b",
        "a\tb",
        "a\nb",
        "Ω≈ç√",
        "你好",
        "مرحبا",
        "Zoë Ångström",
        "\u0000",
        "\x1a",
        "ﬁ",
        "İ",
    ),
)


def names() -> list[str]:
    """All of them, each one once."""
    every = [
        *STRANGE,
        *(f"a{one}b" for one in (*ESCAPES, *TURNED)),
        *(f"{before}{formula}" for before, formula in product(BEFORE, FORMULAS)),
        *(f"{one}{formula}" for one, formula in product(TURNED, FORMULAS)),
        *(f"{one}{markup}" for one, markup in product(ESCAPES[:8], MARKUP[:10])),
        *(f"{before}{markup}" for before, markup in product(BEFORE, MARKUP)),
    ]
    return list(dict.fromkeys(every))[:515]
