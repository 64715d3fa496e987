"""The template engine: which folders, which filters, and what goes wrong in one line."""

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, Undefined, nodes
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError

from generator.errors import InvalidTemplate
from generator.render.encoding import Encoded, address, data
from generator.render.grammar import check_template


class PageEnvironment(Environment):
    """Jinja with the grammar of page templates: two filters, and nothing printed past them."""

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        check_template(source, name)
        return super()._generate(source, name, filename, defer_init)


def _refuse_plain(value: object) -> object:
    """The second lock: what is printed is encoded text or the output of a macro, never a bare value."""
    if not hasattr(value, "__html__"):
        raise TypeError(f"expected a value through the data filter, found {type(value).__name__} {str(value)[:40]!r}")
    return value


def _defined(write: Callable[[object], Encoded]) -> Callable[[object], Encoded]:
    """The filter, saying which name is missing where a template asks for what is not there."""

    def written(value: object) -> Encoded:
        return write(str(value) if isinstance(value, Undefined) else value)

    return written


def open_environment(folders: Sequence[Path]) -> PageEnvironment:
    """The template engine over these folders; a template in an earlier one wins over its namesake in a later one."""
    environment = PageEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_refuse_plain,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )
    environment.filters.clear()
    environment.filters.update(data=_defined(data), address=_defined(address))
    return environment


def _line_of(error: Exception, environment: Environment) -> str:
    """``templates/incident.md.jinja:12`` where the error arose inside a template, else an empty string."""
    loader = environment.loader
    folders = [
        Path(path)
        for part in (loader.loaders if isinstance(loader, ChoiceLoader) else ())
        if isinstance(part, FileSystemLoader)
        for path in part.searchpath
    ]
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        for folder in folders:
            if Path(frame.filename).is_relative_to(folder):
                name = Path(frame.filename).relative_to(folder).as_posix()
                return f"{folder.name}/{name}:{frame.lineno}"
    return ""


def render_template(environment: Environment, name: str, **values: Any) -> str:
    """A page's text from the template ``name``.

    Raises:
        InvalidTemplate: the template is missing, breaks the grammar, or prints what is not there.
    """
    try:
        return environment.get_template(name).render(**values)
    except TemplateNotFound as error:
        raise InvalidTemplate(f"{error.name}: expected a template of this name, found none in any folder") from error
    except TemplateSyntaxError as error:
        where = _line_of(error, environment) or f"{error.name or name}:{error.lineno}"
        raise InvalidTemplate(f"{where}: {error.message}") from error
    except Exception as error:
        where = _line_of(error, environment) or name
        said = " ".join(str(error).split())
        raise InvalidTemplate(f"{where}: {said}; correct the template or remove it to use the built-in one") from error
