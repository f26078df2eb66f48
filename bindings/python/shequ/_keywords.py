"""Functions that name the keyword that was probably meant, in both languages."""

from __future__ import annotations

from ._errors import unknown_keywords

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    Function = TypeVar("Function", bound=Callable[..., Any])


def known(function: Function) -> Function:
    """The function, which answers a keyword that it does not have with a :class:`~shequ.KeywordError`.

    Its signature is its own, in `help` and for type checkers.
    """
    code: Any = getattr(function, "__code__")  # noqa: B009 - a type variable has no attributes
    first = code.co_argcount + code.co_kwonlyargcount
    names = [name for name in code.co_varnames[:first] if name not in ("self", "cls")]
    keywords, refused = frozenset(names), unknown_keywords
    shown: str = getattr(function, "__qualname__").removesuffix(".__init__")  # noqa: B009

    def call(*arguments: Any, **given: Any) -> Any:
        if not keywords.issuperset(given):
            raise refused(shown, [name for name in given if name not in keywords], names)
        return function(*arguments, **given)

    # with the globals of the function, where doctest looks for its examples
    maker: Any = type(call)
    made = maker(call.__code__, getattr(function, "__globals__"), None, None, call.__closure__)  # noqa: B009
    for name in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__"):
        setattr(made, name, getattr(function, name))
    made.__wrapped__ = function
    return made  # type: ignore[no-any-return]
