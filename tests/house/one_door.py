"""Reads screen code and finds strings that reach the screen by another way than the door.

In Textual a ``str`` is markup. So what a widget, a title, a notification, a tooltip or a hit of the
palette is given must be one of: a literal, a message of the catalogs as it stands, or ``Content``.
And only ``tui/widgets/door.py`` makes ``Content`` out of text; mypy sees to the rest.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

DOOR = "tui.widgets.door"
MESSAGES = {"_", "N_", "ngettext"}
SHOWN_ATTRIBUTES = {
    *("title", "sub_title", "border_title", "border_subtitle"),
    *("tooltip", "placeholder", "label", "content"),
}
SHOWING_METHODS = {"notify", "update", "write", "add_option", "add_options", "set_options"}
SHOWING_CLASSES = {
    *("Button", "Checkbox", "Collapsible", "Digits", "Header", "Label", "Link", "ListItem"),
    *("Log", "Markdown", "Option", "OptionList", "Pretty", "Placeholder", "RadioButton", "RichLog"),
    *("Rule", "Select", "Static", "Tab", "TabPane", "Tabs", "Toast", "Tooltip"),
    *("Hit", "DiscoveryHit", "SystemCommand", "Binding"),
    "Key",  # a row of the table of keys, whose words become those of a Binding
}
HARMLESS_ARGUMENTS = {
    *("id", "classes", "name", "disabled", "severity", "timeout", "command", "callback", "score"),
    *("action", "key", "key_display", "priority", "show", "group", "expand", "shrink", "markup"),
    *("system", "match_display_score", "compact", "variant"),
}
HARMLESS_POSITIONS = {
    "Hit": {0, 2},
    "DiscoveryHit": {1},
    "SystemCommand": {2},
    "Binding": {0, 1},
    "Key": {0, 1, 2, 3, 6},
}
MAKERS_OF_CONTENT = {
    *("Content", "Content.assemble", "Content.from_markup", "Content.from_text"),
    *("Content.from_rich_text", "Content.styled", "Text", "Text.from_markup", "Text.assemble"),
    *("Segment", "visualize", "render_markup", "to_content", "escape", "markup.escape"),
}


def strangers(tree: ast.Module) -> list[tuple[int, str]]:
    """Return the line and the source of everything that goes past the door in one module."""
    return sorted({(node.lineno, ast.unparse(node)) for node in _strangers(tree)})


def _strangers(tree: ast.Module) -> Iterator[ast.expr]:
    reader = _Reader(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _made_elsewhere(node)
            yield from (given for given in _given(node) if not reader.is_safe(given, node))
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                shown = isinstance(target, ast.Attribute) and target.attr in SHOWN_ATTRIBUTES
                if shown and not reader.is_safe(node.value, node):
                    yield node.value
        elif _renders(node):
            yield ast.copy_location(ast.Name("render"), node)


def _renders(node: ast.AST) -> bool:
    """Tell whether a node draws a widget from something that need not be ``Content``."""
    named = isinstance(node, ast.FunctionDef) and node.name in {"render", "__rich__"}
    return named and not _is_content(getattr(node, "returns", None))


def _made_elsewhere(call: ast.Call) -> Iterator[ast.expr]:
    if ast.unparse(call.func) in MAKERS_OF_CONTENT:
        texts = [*call.args[:1], *(word.value for word in call.keywords if word.arg == "text")]
        if not all(map(_is_fixed, texts)):
            yield call
    for keyword in call.keywords:
        if keyword.arg == "markup" and not _is_literal(keyword.value, False):
            yield call


def _is_fixed(node: ast.expr) -> bool:
    """Tell whether a string is a literal, repeated or not."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return _is_fixed(node.left)
    return isinstance(node, ast.Constant)


def _is_literal(node: ast.expr, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _given(call: ast.Call) -> Iterable[ast.expr]:
    """Return the arguments of a call that would be shown."""
    name = ast.unparse(call.func)
    if isinstance(call.func, ast.Attribute) and call.func.attr in SHOWING_METHODS:
        harmless: set[int] = set()
    elif name in SHOWING_CLASSES:
        harmless = HARMLESS_POSITIONS.get(name, set())
    else:
        return []
    return [
        *(given for position, given in enumerate(call.args) if position not in harmless),
        *(word.value for word in call.keywords if word.arg not in HARMLESS_ARGUMENTS),
    ]


class _Reader:
    """Tells which expressions of one module can be nothing but literals, messages or content."""

    def __init__(self, tree: ast.Module) -> None:
        self._door: set[str] = set()
        self._content: set[str] = set()
        """Names of functions and attributes that are declared to be ``Content``."""
        self._parameters: dict[tuple[ast.AST, str], bool] = {}
        """For a function and the name of a parameter: whether it is declared ``Content``."""
        self._assigned: dict[tuple[ast.AST, str], list[ast.expr]] = {}
        self._around: dict[ast.AST, ast.AST] = {}
        self._scan(tree, tree)

    def _scan(self, node: ast.AST, function: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            self._around[child] = function
            match child:
                case ast.ImportFrom(module=module, names=names) if module == DOOR:
                    self._door |= {alias.asname or alias.name for alias in names}
                case ast.FunctionDef(name=name, returns=returns) if _is_content(returns):
                    self._content.add(name)
                case ast.AnnAssign(target=target, annotation=annotation) if _is_content(annotation):
                    self._content.add(ast.unparse(target).removeprefix("self."))
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    self._assigned.setdefault((function, name), []).append(value)
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                given = child.args
                for one in (*given.posonlyargs, *given.args, *given.kwonlyargs):
                    self._parameters[child, one.arg] = _is_content(one.annotation)
                self._scan(child, child)
            else:
                self._scan(child, function)

    def is_safe(self, node: ast.expr, at: ast.AST) -> bool:
        """Tell whether a value that is given at a place can be shown."""
        match node:
            case ast.Attribute(value=ast.Name(id="key"), attr="hint" | "tooltip"):
                return True  # of a row of the table of keys, which is looked at as a call of Key
            case ast.Constant():
                return True
            case ast.Call(func=ast.Name(id=name)):
                return name in MESSAGES | self._door | self._content
            case ast.Call(func=ast.Attribute(value=value, attr=name)):
                return name in self._content or self._is_made(value)
            case ast.IfExp(body=body, orelse=orelse):
                return self.is_safe(body, at) and self.is_safe(orelse, at)
            case ast.BoolOp(values=values):
                return all(self.is_safe(value, at) for value in values)
            case ast.Name(id=name):
                place = self._around[at], name
                found = self._assigned.get(place, [])
                known = self._parameters.get(place, name in self._content or bool(found))
                return known and all(self.is_safe(value, at) for value in found)
            case ast.Attribute(attr=name):
                return name in self._content or name.isupper()
            case ast.Subscript(value=ast.Name(id=name)):
                return name.isupper()  # a table of messages
        return False

    def _is_made(self, node: ast.expr) -> bool:
        """Tell whether a value is content out of the door, whose methods give content again."""
        return (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in self._door
        )


def _is_content(annotation: ast.expr | None) -> bool:
    return annotation is not None and ast.unparse(annotation) in {
        *("Content", "Content | None", "var[Content]", "reactive[Content]"),
        *("var[Content | None]", "reactive[Content | None]"),
    }
