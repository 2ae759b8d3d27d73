"""The hostile strings: what somebody could write into an event file, a name or an argument.

Each tries to drive the terminal, to be taken for markup, for a message or for a format, to act when
it is clicked, or to break the layout. The tests of this folder put each into every string field of
a record, into arguments, names of files, the environment and the settings, and look at what comes
out: cells of the screen, and bytes on a terminal and in a pipe.

:data:`HOSTILE` gives them names. To add one, add a line: all tests take it up. A string must keep
something visible when it is cleaned, or the texts that a record needs would be empty.
:data:`MARKUP` are those of printable ASCII alone, which have to be seen as they were typed;
:data:`UNCARRIED` cannot stand in TOML, which has no surrogates, but in an argument.
"""

from __future__ import annotations

_CONTROLS = {
    "CSI colour, clear, home": "a\x1b[31mb\x1b[2J\x1b[H\x1b[999Bc",
    "CSI modes": "a\x1b[?1049l\x1b[?1003h\x1b[?25lb",
    "CSI repeat, insert, scroll": "a\x1b[999b\x1b[9@\x1b[5;6r\x1b[9Sb",
    "CSI questions": "a\x1b[c\x1b[6n\x1b[>q\x1b[21tb",
    "CSI cut short": "a\x1b[",
    "OSC 0 title": "a\x1b]0;giả\x07b",
    "OSC 2 title ended by ST": "a\x1b]2;giả\x1b\\b",
    "OSC 4, 10, 11 colours": "a\x1b]4;1;?\x07\x1b]10;?\x07\x1b]11;#f00\x07b",
    "OSC 7 folder": "a\x1b]7;file:///etc\x07b",
    "OSC 8 link": "a\x1b]8;;file:///etc/passwd\x1b\\ấn\x1b]8;;\x1b\\b",
    "OSC 9, 777 notifications": "a\x1b]9;x\x07\x1b]777;notify;x;y\x07b",
    "OSC 52 clipboard": "a\x1b]52;c;cm0gLXJmIH4=\x07b",
    "OSC 133, 1337": "a\x1b]133;A\x07\x1b]1337;File=name=YQ==:YQ==\x07b",
    "OSC cut short": "a\x1b]0;",
    "DCS sixel": "a\x1bPq#0;2;0;0;0~-\x1b\\b",
    "DCS tmux": "a\x1bPtmux;\x1b\x1b]0;x\x07\x1b\\b",
    "APC picture": "a\x1b_Ga=T,f=100,t=f;L2V0Yw==\x1b\\b",
    "PM": "a\x1b^x\x1b\\b",
    "SOS": "a\x1bXx\x1b\\b",
    "RIS": "a\x1bcb",
    "IND, RI, NEL, DECALN": "a\x1bD\x1bM\x1bE\x1b#8b",
    "character sets": "a\x1b(0lqqk\x0elqqk\x0f\x1b%Gb",
    "ESC at the end": "a\x1b",
    "C1 CSI": "a\x9b31mb\x9b2Jc",
    "C1 OSC": "a\x9d0;giả\x9cb",
    "C1 DCS, SOS, PM, APC": "a\x90q\x9c\x98x\x9c\x9ex\x9c\x9fx\x9cb",
    "all of C1": "a" + "".join(map(chr, range(0x80, 0xA0))) + "b",
    "all of C0": "a" + "".join(map(chr, range(0x20))) + "b",
    "NUL": "a\0b",
    "BEL": "a\x07\x07b",
    "BS over a name": "Nguyễn\b\b\b\b\b\bTrần",
    "CR over a name": "Nguyễn\rTrần",
    "line ends": "một\r\nhai\rba\x85bốn\u2028năm\u2029sáu\n\n\nbảy",
    "HT, VT, FF": "a\tb\vc\fd",
    "DEL": "a\x7fb",
    "XON, XOFF, EOT, SUB": "a\x11\x13\x04\x1ab",
}
_INVISIBLE = {
    "bidi embeddings and overrides": "ảnh\u202egnp.exe\u202c\u202a\u202b\u202db",
    "bidi isolates": "a\u2066b\u2067c\u2068d\u2069e",
    "bidi marks": "a\u200eb\u200fc\u061cd",
    "bidi left open": "a\u202e\u2067b",
    "tags": "a\U000e0001\U000e0068\U000e0069\U000e007fb",
    "zero width": "Đ\u200bỗ\u200c \u200dH\u2060o\ufeffà\u00adi",
    "fillers": "a\u3164b\u115fc\uffa0d\u2800e\u034ff\u17b4g",
    "format controls": "a\u2061b\u206ac\u206fd\U0001d173e\U0001bca0f\u180eg",
    "annotations": "a\ufff9b\ufffac\ufffbd\ufffce",
    "noncharacters": "a\ufdd0b\ufffec\uffffd\U0001fffee\U0010fffff",
    "private use": "a\ue0b0b\uf8ffc\U000f0000d\U0010fffde",
    "place-holder of a picture": "a\U0010eeee\u0305\u0305b",
    "unassigned": "a\u0378b\U0002ffe0c\U000e0fffd",
}
_WIDTHS = {
    "emoji families": "a👨\u200d👩\u200d👧\u200d👦b👩🏽\u200d💻c🏳\ufe0f\u200d🌈d",
    "flags": "a🇻🇳🇻🇳🇻b🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007fc",
    "keycaps and skin": "a1\ufe0f\u20e3b👍🏿c🏿d",
    "variation selectors": "a\ufe0f\ufe0eb\U000e0100\U000e01efc☺\ufe0ed☺\ufe0fe\u180bf",
    "500 combining marks": "a" + "\u0301\u0323\u0309\u031b" * 125 + "b",
    "marks first": "\u0301\u0302a",
    "enclosing marks": "a\u20dd\u20deb\u0488c",
    "marks of Tibetan": "a" + "\u0f73\u0f75\u0f81" * 20 + "b",
    "marks of Mongolian": "a\u182e\u1823\u182f\u180b\u180c\u180d\u180e\u180fb",
    "marks of Mongolian last": "\u182e\u1823\u182f\u180b\u180c\u180d\u180e\u180f",
    "decomposed": "Đô\u0303 Hoa\u0300i Nam, Tra\u0302\u0300n",
    "right to left": "a العربية עברית 123 b",
    "an Arabic ligature of one code point": "a\ufdfab\u0600\u06ddc",
    "wide": "漢字かな한국어ｗｉｄｅ",
    "Hangul jamo": "a" + "\u1112\u1161\u11ab" * 9 + "b",
    "Indic and Thai": "a क्षि நி ก็ํ้ ꦏ꧀ꦏ b",
    "ambiguous widths": "a…—“”·×÷①■◆★☆※→αЯ╬b",
    "block elements and boxes": "a│─╭╮╯╰▌▐░▒▓█▔▁▏▕b",
    "spaces": "  a\u00a0b\u2003c\u3000d\u1680e\u205ff\u202fg  ",
    "a very long word": "x" * 3000,
    "a very long wide word": "漢" * 1000,
    "very many words": "dài " * 800,
    "pictures of controls": "a␛[31m␀␡�b",
}
MARKUP = {
    "markup: closing only": "a[/]b[/x]c[/bold]d",
    "markup: console styles": "a[bold]b[/bold][red on blue]c[/][blink]d[/blink]e",
    "markup: reverse, dim, strike": "a[reverse]b[/reverse][dim]c[strike]d",
    "markup: link": "a[link=https://example.org]b[/link][link='file:///etc']c[/]d",
    "markup: click": "a[@click=app.quit]b[/]c[@click=quit]d[/]e",
    "markup: click with arguments": "a[@click=app.bell()]b[/@click][@click=app.exit(3)]c[/]d",
    "markup: clicks of ours": "[@click=screen.copy]a[/][@click=app.leave]b[/][@click=app.help]c[/]",
    "markup: other events": "a[@mouse.up=screen.dismiss]b[/][@enter=app.bell]c[/]d",
    "markup: variables": "a[$primary]b[/][$error on $surface 50%]c[/]$text $primary d",
    "markup: unbalanced": "[ a ] [[ b ]] ]c[ [[[ d [/ e /] [",
    "markup: escaped": "\\[bold] a \\\\[/bold] \\\\\\[x] b\\",
    "markup: quotes in it": "a[b='c\"d]e[\"f']g[h=`i]j",
    "markup: emoji names": ":warning: a :smile: b :skull:-text",
    "formats: %": "a%s%d%n%x %(file)s %% 100% %",
    "formats: {}": "a{} {0} {1} {file} {n} {x!r} {0.__class__} {{ }} { } {",
    "formats: shell and Python": "a$HOME ${HOME} $(reboot) `reboot` \\x1b[31m \\u001b b",
    "gettext: a message": "Article",
    "gettext: a heading of a catalog": 'msgid ""\\nmsgstr "Plural-Forms: nplurals=9;\\n"',
    "Markdown": "# a ![b](javascript:alert(1)) [c](file:///etc) | d | `e` **f** ~~g~~",
    "HTML": "<img src=x onerror=alert(1)>a&lt;&#x1b;&#27;[31m<script>b</script>",
    "names of keys and actions": "app.quit ctrl+q q,escape pane('article')",
    "a path": "../../../../etc/passwd",
    "a URL": "https://example.org/?a=b&c=d#e",
    "TOML": 'a"""b\'\'\'c" = [[event]] # d',
    "a number": "-0x1e5_0",
    "an option": "--no-such-option=a",
}
HOSTILE = _CONTROLS | _INVISIBLE | _WIDTHS | MARKUP

UNCARRIED = {
    "surrogates": "a\ud83d\udc00b\ud800c",
    "bytes that are no UTF-8": "a\udc9b\udc80\udcffb",
}
