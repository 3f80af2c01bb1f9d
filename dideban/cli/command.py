"""Commands whose help ends with examples."""

from collections.abc import Sequence
from typing import Any

import click


def _write_examples(formatter: click.HelpFormatter, examples: Sequence[str]) -> None:
    with formatter.section("Examples"):
        for example in examples:
            formatter.write(f"{'':{formatter.current_indent}}{example}\n")


class Command(click.Command):
    """A click command with `examples`, each a line that can be typed as it stands."""

    def __init__(self, *arguments: Any, examples: Sequence[str], **options: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*arguments, **options)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, unwrapped."""
        _write_examples(formatter, self.examples)


class CommandGroup(click.Group):
    """A click group with `examples` of its commands."""

    def __init__(self, *arguments: Any, examples: Sequence[str], **options: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*arguments, **options)
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, unwrapped."""
        _write_examples(formatter, self.examples)
